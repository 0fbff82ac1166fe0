import { Component, computed, input } from '@angular/core';
import { chartEventKinds, eventPath, type ChartEvent } from './chart-events.js';
import type { DyadicWords } from './dyadic-reading.js';

/** What each line, mark and tint of the chart means. */
@Component({
  selector: 'tr-dyadic-legend',
  template: `
    <ul>
      <li>
        <svg viewBox="0 0 22 12" aria-hidden="true">
          <path class="rp" d="M0 6H22" />
          <circle class="rp" cx="11" cy="6" r="4" />
        </svg>
        {{ words().self }}
      </li>
      <li>
        <svg viewBox="0 0 22 12" aria-hidden="true">
          <path class="bp" d="M0 6H22" />
          <path class="bp" d="M7 2h8v8H7z" />
        </svg>
        {{ words().partner }}
      </li>
      <li>
        <svg viewBox="0 0 22 12" aria-hidden="true">
          <path class="th" d="M0 6H22" />
          <path class="th" d="M11 1 16 6 11 11 6 6z" />
        </svg>
        {{ words().therapist }} ({{ words().carried }})
      </li>
      <li>
        <svg viewBox="0 0 22 12" aria-hidden="true">
          <path class="band" d="M0 0H22V12H0z" />
          <path class="co" d="M0 6H22" />
        </svg>
        {{ words().composite }}, {{ words().legendBand }}
      </li>
      <li>
        <svg viewBox="0 0 22 12" aria-hidden="true"><circle class="hollow" cx="11" cy="6" r="4.5" /></svg>
        {{ words().partial }}
      </li>
      <li>
        <svg viewBox="0 0 22 12" aria-hidden="true"><path class="bar" d="M6 1h10v11H6z" /></svg>
        {{ words().behaviour }}
      </li>
      <li>
        <svg viewBox="0 0 22 12" aria-hidden="true"><path class="gap" d="M11 2V10" /></svg>
        {{ words().legendGap }}
      </li>
      @for (event of shown(); track event.kind) {
        <li>
          <svg viewBox="0 0 22 12" aria-hidden="true">
            <path [class]="'event ' + event.kind" [attr.d]="event.path" />
          </svg>
          {{ words().events[event.kind] }}
        </li>
      }
      @if (turbulent()) {
        <li>
          <svg viewBox="0 0 22 12" aria-hidden="true"><path class="shade" d="M0 0H22V12H0z" /></svg>
          {{ words().turbulence }}
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 6px 18px;
      color: var(--ink-2);
      font-size: 12px;
      line-height: 16px;
    }
    li {
      display: inline-flex;
      gap: 6px;
      align-items: center;
    }
    svg {
      width: 22px;
      height: 12px;
    }
    .rp {
      fill: var(--rp);
      stroke: var(--rp);
    }
    .bp {
      fill: var(--bp);
      stroke: var(--bp);
    }
    .th {
      fill: var(--therapist);
      stroke: var(--therapist);
    }
    .co {
      stroke: var(--leaf);
      stroke-width: 3;
    }
    .band {
      fill: var(--leaf);
      opacity: 0.15;
    }
    .hollow {
      fill: var(--surface);
      stroke: var(--leaf);
      stroke-width: 2;
    }
    .bar {
      fill: var(--behaviour);
      stroke: var(--behaviour-edge);
    }
    .gap {
      stroke: var(--seam);
      stroke-width: 5;
      stroke-linecap: round;
      opacity: 0.55;
    }
    .event {
      fill: var(--surface);
      stroke: var(--ink-2);
      stroke-width: 1.25;
    }
    .event.slip,
    .event.disclosure {
      fill: var(--ink-2);
    }
    .shade {
      fill: var(--hatch);
      opacity: 0.4;
    }
  `,
})
export class DyadicLegend {
  readonly words = input.required<DyadicWords>();
  readonly events = input<readonly ChartEvent[]>([]);
  readonly turbulent = input(false);
  /** Kinds that are on the chart, in their order. */
  protected readonly shown = computed(() =>
    chartEventKinds
      .filter((kind) => this.events().some((event) => event.kind === kind))
      .map((kind) => ({ kind, path: eventPath(kind, 11, 6) })),
  );
}
