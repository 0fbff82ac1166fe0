import { Component } from '@angular/core';

const SPACING = 64;
const HEIGHT = 900;
const WIDTH = 780;

function slats(direction: 1 | -1): string {
  const count = Math.ceil((WIDTH + HEIGHT) / SPACING) + 1;
  const run = (direction * HEIGHT).toString();
  const first = direction === 1 ? -HEIGHT : 0;
  return Array.from(
    { length: count },
    (_, index) => `M${(first + index * SPACING).toString()} 0l${run} ${HEIGHT.toString()}`,
  ).join('');
}

/** Crossed slats with one gold seam: decoration beside the sign-in form. */
@Component({
  selector: 'tr-trellis-pattern',
  host: { 'aria-hidden': 'true' },
  template: `
    <svg viewBox="0 0 780 900" preserveAspectRatio="xMidYMid slice">
      <path class="back" [attr.d]="falling" />
      <path class="front" [attr.d]="rising" />
      <path class="seam" d="M0 704 704 0" />
    </svg>
  `,
  styles: `
    :host {
      display: block;
      overflow: hidden;
      background: var(--fill);
    }
    svg {
      width: 100%;
      height: 100%;
      fill: none;
      stroke: var(--fill-ink);
      stroke-width: 10;
    }
    .back {
      opacity: 0.1;
    }
    .front {
      opacity: 0.16;
    }
    .seam {
      stroke: #e0b35c;
      opacity: 0.9;
    }
  `,
})
export class TrellisPattern {
  protected readonly falling = slats(1);
  protected readonly rising = slats(-1);
}
