import { Component, computed, input } from '@angular/core';

/** Stage of the treatment as filled squares of three, beside its name: "Emotional", "week 25". */
@Component({
  selector: 'tr-stage-dots',
  template: `
    <svg viewBox="0 0 26 8" aria-hidden="true">
      @for (dot of dots(); track dot.x) {
        <rect [attr.x]="dot.x" y="0.75" width="6.5" height="6.5" rx="1.5" [class.on]="dot.on" />
      }
    </svg>
    <span
      >{{ name() }}
      @if (detail()) {
        <small class="small">{{ detail() }}</small>
      }
    </span>
  `,
  styles: `
    :host {
      display: inline-grid;
      grid-template-columns: auto 1fr;
      gap: 8px;
      align-items: baseline;
    }
    svg {
      width: 26px;
      height: 8px;
    }
    rect {
      fill: none;
      stroke: var(--edge);
    }
    .on {
      fill: var(--leaf);
      stroke: var(--leaf);
    }
    small {
      display: block;
    }
  `,
})
export class StageDots {
  readonly stage = input.required<1 | 2 | 3>();
  readonly name = input.required<string>();
  readonly detail = input('');
  protected readonly dots = computed(() =>
    [0, 1, 2].map((index) => ({ x: 0.75 + index * 9, on: index < this.stage() })),
  );
}
