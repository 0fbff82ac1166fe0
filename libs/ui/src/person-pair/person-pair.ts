import { Component, computed, input } from '@angular/core';

/**
 * The couple as circle and square with the first letters of their names. An empty name draws the dashed
 * outline of someone who has not joined. Decorative: the names stand beside it.
 */
@Component({
  selector: 'tr-person-pair',
  host: { 'aria-hidden': 'true' },
  template: `
    <svg viewBox="0 0 40 22">
      <circle class="rp" [class.open]="!rpLetter()" cx="11" cy="11" r="10" />
      <rect class="bp" [class.open]="!bpLetter()" x="19" y="1.5" width="19" height="19" rx="3.5" />
      <text class="on-rp" x="11" y="15">{{ rpLetter() }}</text>
      <text class="on-bp" x="28.5" y="15">{{ bpLetter() }}</text>
    </svg>
  `,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
    }
    svg {
      width: var(--pair-width, 40px);
      height: auto;
      font: 600 11px/1 var(--sans);
    }
    text {
      text-anchor: middle;
    }
    .rp {
      fill: var(--rp-soft);
      stroke: var(--rp);
    }
    .bp {
      fill: var(--bp-soft);
      stroke: var(--bp);
    }
    .open {
      fill: var(--surface);
      stroke: var(--edge);
      stroke-dasharray: 2 2;
    }
    .on-rp {
      fill: var(--rp);
    }
    .on-bp {
      fill: var(--bp);
    }
  `,
})
export class PersonPair {
  readonly recovering = input('');
  readonly partner = input('');
  protected readonly rpLetter = computed(() => firstLetter(this.recovering()));
  protected readonly bpLetter = computed(() => firstLetter(this.partner()));
}

function firstLetter(name: string): string {
  return (Array.from(name.trim())[0] ?? '').toUpperCase();
}
