import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CouplePredictorsView, PredictorChartView, PredictorReadingView } from '@trellis/contracts';
import { DyadicChart } from '@trellis/ui';
import { Words } from '../core/i18n/words';
import { Session } from '../core/session/session';
import { ChartWords } from './chart-words';

/** All five predictors on paper: for each a sentence, the chart, what is missing, and the numbers, oldest first. */
@Component({
  selector: 'tr-predictors-print',
  imports: [DyadicChart, TranslocoPipe],
  templateUrl: './predictors-print.html',
  styleUrl: './predictors-print.css',
})
export class PredictorsPrint {
  readonly view = input.required<CouplePredictorsView>();
  /** The instant of printing, ISO 8601, and the zone of whoever prints. */
  readonly at = input.required<string>();
  readonly #session = inject(Session);
  protected readonly words = inject(Words);
  protected readonly chartWords = inject(ChartWords);
  readonly #zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

  protected readonly clinic = computed(() => this.#session.clinic()?.name ?? '');
  protected readonly charts = computed(() =>
    this.view().predictors.filter(({ readings }) => readings.length > 0),
  );
  /** The day of the newest reading of any predictor. */
  protected readonly asOf = computed(() => {
    const days = this.charts().map(({ readings }) => readings.at(-1)?.readOn ?? '');
    const newest = days.toSorted().at(-1) ?? '';
    return newest === '' ? '' : this.words.fullDay(newest);
  });
  protected readonly by = computed(() => ({
    name: this.#session.staff()?.name ?? '',
    when: this.words.instant(this.at(), this.#zone),
  }));
  /** The words of the chart without the question for a sum: paper answers none. */
  protected readonly still = computed(() => {
    const { why: _asked, ...words } = this.chartWords.chart();
    return words;
  });

  protected rows(chart: PredictorChartView): readonly (readonly string[])[] {
    return chart.readings.map((reading) => this.#row(reading));
  }

  #row(reading: PredictorReadingView): readonly string[] {
    const words = this.still();
    const number = (value: number | null): string =>
      value === null ? words.none : this.chartWords.number(value);
    const noted = (value: number | null, note: string): string =>
      note === '' ? number(value) : `${number(value)} (${note})`;
    return [
      this.words.fullDay(reading.readOn),
      number(reading.self),
      number(reading.partner),
      noted(reading.therapist, reading.therapistCarried ? words.carried : ''),
      number(reading.behaviour),
      noted(reading.composite, reading.partial ? words.partial : ''),
      noted(reading.gap, reading.viewsDiffer ? words.viewsDiffer : ''),
      this.chartWords.events(reading.readOn, this.view().marks),
    ];
  }
}
