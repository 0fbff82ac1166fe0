import { Component, computed, input } from '@angular/core';
import { line } from 'd3-shape';

/** One point of a sparkline: 0 to 100, or null where there is no reading. */
export interface SparkPoint {
  readonly value: number | null;
  readonly partial: boolean;
}

const WIDTH = 56;
const HEIGHT = 24;
const EDGE = 4;

/**
 * A small line on the scale 0 to 100, the same for every sparkline, so that rows can be compared. The last
 * point is a dot, hollow when partial; the first full value leaves a dotted line. `label` says it in words.
 */
@Component({
  selector: 'tr-sparkline',
  template: `
    @if (points().length > 0) {
      <svg viewBox="0 0 56 24" role="img" [attr.aria-label]="label()">
        @if (drawn().baseline; as y) {
          <path class="baseline" [attr.d]="'M' + 0 + ' ' + y + 'H56'" />
        }
        <path class="line" [attr.d]="drawn().path" />
        @if (drawn().last; as last) {
          <circle [class.hollow]="last.partial" [attr.cx]="last.x" [attr.cy]="last.y" r="2.4" />
        }
      </svg>
    }
  `,
  styles: `
    :host {
      display: inline-block;
    }
    svg {
      width: 56px;
      height: 24px;
    }
    .line {
      fill: none;
      stroke: var(--ink-2);
      stroke-width: 1.3;
      stroke-linejoin: round;
    }
    .baseline {
      stroke: var(--edge-soft);
      stroke-dasharray: 1.5 2;
    }
    circle {
      fill: var(--ink);
      stroke: var(--ink);
      stroke-width: 1.2;
    }
    .hollow {
      fill: var(--surface);
    }
  `,
})
export class Sparkline {
  /** Oldest first. */
  readonly points = input.required<readonly SparkPoint[]>();
  readonly label = input.required<string>();

  protected readonly drawn = computed(() => sparkGeometry(this.points()));
}

/** Path, last dot and baseline height of a sparkline in its own 56 by 24 units. */
export function sparkGeometry(points: readonly SparkPoint[]): {
  readonly path: string;
  readonly last: { readonly x: number; readonly y: number; readonly partial: boolean } | null;
  readonly baseline: number | null;
} {
  const step = points.length < 2 ? 0 : (WIDTH - 2 * EDGE) / (points.length - 1);
  const y = (value: number): number =>
    Math.round((HEIGHT - EDGE - (value / 100) * (HEIGHT - 2 * EDGE)) * 10) / 10;
  const placed = points.map(({ value, partial }, index) => ({
    x: Math.round((EDGE + index * step) * 10) / 10,
    y: value === null ? null : y(value),
    partial,
  }));
  const drawn = placed.flatMap((point) => (point.y === null ? [] : [{ ...point, y: point.y }]));
  const path = line<(typeof placed)[number]>()
    .defined((point) => point.y !== null)
    .x((point) => point.x)
    .y((point) => point.y ?? 0)(placed);
  return {
    path: path ?? '',
    last: drawn.at(-1) ?? null,
    baseline: drawn.find(({ partial }) => !partial)?.y ?? null,
  };
}
