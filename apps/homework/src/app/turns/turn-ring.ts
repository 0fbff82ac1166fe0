import { Component, computed, input } from '@angular/core';

const around = 2 * Math.PI * 56;

/** Who speaks and who listens, with what is left of the time. The words beside it say the same. */
@Component({
  selector: 'tr-turn-ring',
  host: { '[class.bp]': "by() === 'BP'" },
  template: `
    <svg viewBox="0 0 300 148" aria-hidden="true">
      <path class="way" d="M129 74h60" />
      <circle class="track" cx="62" cy="74" r="56" />
      <circle
        class="left"
        cx="62"
        cy="74"
        r="56"
        transform="rotate(-90 62 74)"
        [attr.stroke-dasharray]="dash()"
      />
      <circle class="who" cx="62" cy="74" r="36" />
      <path class="mouth" d="M46 60h32v22H64l-8 8v-8H46z" />
      <rect class="ear" x="198" y="40" width="68" height="68" rx="12" />
      <path
        class="shell"
        d="M222 66c0-7 4.5-11 10.5-11s10.5 4.5 10.5 10.5c0 8-8 9-8 17 0 4-2.5 6-5.5 6s-5-2-5.5-4.5M227.5 66c0-3 2-5 5-5s5 2 5 5"
      />
    </svg>
  `,
  styles: `
    :host {
      --speaks: var(--rp);
      --hears: var(--bp);
      --hears-soft: var(--bp-soft);
      display: block;
      width: min(100%, 300px);
    }
    :host(.bp) {
      --speaks: var(--bp);
      --hears: var(--rp);
      --hears-soft: var(--rp-soft);
    }
    svg {
      width: 100%;
      height: auto;
      fill: none;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
    .way {
      stroke: var(--seam, var(--line));
      stroke-width: 3;
      stroke-dasharray: 10 7;
    }
    .track {
      stroke: var(--line);
      stroke-width: 7;
    }
    .left {
      stroke: var(--speaks);
      stroke-width: 7;
    }
    .who {
      fill: var(--speaks);
    }
    .mouth {
      stroke: var(--paper);
      stroke-width: 3;
    }
    .ear {
      fill: var(--hears-soft);
      stroke: var(--hears);
      stroke-width: 2.5;
    }
    .shell {
      stroke: var(--hears);
      stroke-width: 2.5;
    }
    @media (prefers-reduced-motion: no-preference) {
      .left {
        transition: stroke-dasharray 1s linear;
      }
    }
  `,
})
export class TurnRing {
  readonly by = input.required<'RP' | 'BP'>();
  /** 0 to 1. */
  readonly left = input.required<number>();
  protected readonly dash = computed(() => `${(this.left() * around).toFixed(1)} ${around.toFixed(1)}`);
}
