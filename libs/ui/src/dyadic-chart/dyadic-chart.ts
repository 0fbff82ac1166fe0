import { Component, computed, input, linkedSignal, output } from '@angular/core';
import { frame } from './chart-frame.js';
import { chartGeometry } from './chart-geometry.js';
import { DyadicLegend } from './dyadic-legend.js';
import type { DyadicReading, DyadicWords } from './dyadic-reading.js';
import { DyadicTable } from './dyadic-table.js';
import { readingSentence, shortDate, whyOf } from './reading-sentence.js';

const ROOM_FOR_WORDS = 66;
const ROOM_FOR_INVITATION = 104;
const ROOM_FOR_DATE = 58;

/**
 * Two people's views of one predictor over time, with the therapist's, the behaviour records below and the
 * composite in its band. Sentence first, table behind. Arrow keys walk the readings and read them aloud.
 */
@Component({
  selector: 'tr-dyadic-chart',
  imports: [DyadicLegend, DyadicTable],
  templateUrl: './dyadic-chart.html',
  styleUrl: './dyadic-chart.css',
})
export class DyadicChart {
  /** Oldest first, at least one. */
  readonly readings = input.required<readonly DyadicReading[]>();
  readonly words = input.required<DyadicWords>();
  readonly language = input.required<string>();
  /** What the chart says, in two parts: the statement and what else happened. */
  readonly statement = input.required<string>();
  readonly detail = input('');
  readonly baselineOn = input<string | null>(null);
  /** The day of the reading whose sum is asked for. */
  readonly why = output<string>();

  protected readonly frame = frame;
  protected readonly sources = ['therapist', 'partner', 'self'] as const;
  protected readonly drawn = computed(() => chartGeometry(this.readings(), this.baselineOn()));
  /** The reading under the keyboard or the pointer; the newest at first. */
  protected readonly active = linkedSignal(() => this.readings().length - 1);

  protected readonly lastX = computed(() => this.drawn().xs.at(-1) ?? frame.right);

  protected readonly dates = computed(() => {
    const { xs, spacing } = this.drawn();
    const step = Math.max(1, Math.ceil(ROOM_FOR_DATE / spacing));
    const last = xs.length - 1;
    return this.readings().flatMap(({ readOn }, index) => {
      const shown = index === 0 || index === last || (index % step === 0 && last - index >= step);
      return shown
        ? [
            {
              x: xs[index] ?? 0,
              text: shortDate(readOn, this.language()),
              end: index === 0 || index === last,
            },
          ]
        : [];
    });
  });

  protected readonly chips = computed(() => {
    const { gaps, spacing } = this.drawn();
    const newestX = gaps.find(({ newest }) => newest)?.x ?? Number.NEGATIVE_INFINITY;
    return gaps.map((gap) => {
      const short = spacing < ROOM_FOR_WORDS ? gap.points.toString() : this.words().apart(gap.points);
      const text = gap.newest ? this.words().viewsDiffer : short;
      const width = gap.newest ? ROOM_FOR_INVITATION * 2 : Math.min(ROOM_FOR_WORDS, spacing) - 4;
      const middle = Math.min(Math.max(gap.x, width / 2), frame.right - width / 2);
      const hidden = !gap.newest && Math.abs(gap.x - newestX) < ROOM_FOR_INVITATION + width / 2;
      return { ...gap, text, width, left: middle - width / 2, middle, hidden };
    });
  });

  protected readonly spoken = computed(() => {
    const reading = this.readings()[this.active()];
    return reading === undefined ? '' : readingSentence(reading, this.words(), this.language());
  });

  /** The question for the sum of the reading under the walker; null where nothing answers it. */
  protected readonly asks = computed(() => {
    const reading = this.readings()[this.active()];
    return reading === undefined ? null : whyOf(reading, this.words(), this.language());
  });

  protected ask(): void {
    const reading = this.readings()[this.active()];
    if (reading !== undefined) this.why.emit(reading.readOn);
  }

  protected labelOf(of: 'self' | 'partner' | 'therapist' | 'composite', score: number): string {
    return `${this.words()[of]} ${Math.round(score).toString()}`;
  }

  protected walk(value: string): void {
    this.active.set(Number(value));
  }

  /** The reading nearest to the pointer. */
  protected point(event: PointerEvent, box: Element): void {
    const { left, width } = box.getBoundingClientRect();
    if (width === 0) return;
    const x = ((event.clientX - left) / width) * frame.width;
    const { xs } = this.drawn();
    const distances = xs.map((at) => Math.abs(at - x));
    this.active.set(distances.indexOf(Math.min(...distances)));
  }
}
