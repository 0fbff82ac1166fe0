import { Component, booleanAttribute, computed, input, linkedSignal, output } from '@angular/core';
import { frame } from './chart-frame.js';
import { chartGeometry } from './chart-geometry.js';
import { dateLabels, gapChips } from './chart-labels.js';
import type { ChartEvent, ChartSpan } from './chart-events.js';
import { DyadicEvents } from './dyadic-events.js';
import { DyadicLegend } from './dyadic-legend.js';
import type { DyadicReading, DyadicWords } from './dyadic-reading.js';
import { DyadicTable } from './dyadic-table.js';
import { readingSentence, whyOf } from './reading-sentence.js';

/**
 * Two people's views of one predictor over time, with the therapist's, the behaviour records below and the
 * composite in its band. Sentence first, table behind. Arrow keys walk the readings and read them aloud.
 */
@Component({
  selector: 'tr-dyadic-chart',
  imports: [DyadicEvents, DyadicLegend, DyadicTable],
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
  /** What took place, and times in which scores move more than they mean. */
  readonly events = input<readonly ChartEvent[]>([]);
  readonly spans = input<readonly ChartSpan[]>([]);
  /** For paper: no walker and no table that folds; whoever prints brings a table of their own. */
  readonly still = input(false, { transform: booleanAttribute });
  /** The day of the reading whose sum is asked for. */
  readonly why = output<string>();

  protected readonly frame = frame;
  protected readonly sources = ['therapist', 'partner', 'self'] as const;
  protected readonly drawn = computed(() => chartGeometry(this.readings(), this.baselineOn()));
  /** The reading under the keyboard or the pointer; the newest at first. */
  protected readonly active = linkedSignal(() => this.readings().length - 1);

  protected readonly lastX = computed(() => this.drawn().xs.at(-1) ?? frame.right);

  protected readonly days = computed(() => this.readings().map(({ readOn }) => readOn));
  protected readonly dates = computed(() => dateLabels(this.days(), this.drawn().xs, this.language()));
  protected readonly chips = computed(() => gapChips(this.drawn().gaps, this.drawn().spacing, this.words()));

  protected readonly spoken = computed(() => {
    const reading = this.readings()[this.active()];
    return reading === undefined
      ? ''
      : readingSentence(reading, this.words(), this.language(), this.events());
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
