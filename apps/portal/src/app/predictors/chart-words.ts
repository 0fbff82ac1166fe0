import { Injectable, computed, inject } from '@angular/core';
import type { PredictorChartView } from '@trellis/contracts';
import { eventMarkWords } from '@trellis/domain';
import { eventWords, type ChartEvent, type DyadicWords } from '@trellis/ui';
import { CurrentCouple } from '../core/couple/current-couple';
import { Words } from '../core/i18n/words';

/** The sentences around a predictor's chart, in the active language and with the names of the couple. */
@Injectable()
export class ChartWords {
  readonly #words = inject(Words);
  readonly #couple = inject(CurrentCouple);

  readonly #names = computed(() => ({
    self: this.#couple.person('RP')?.name ?? '',
    partner: this.#couple.person('BP')?.name ?? '',
  }));

  name(predictor: PredictorChartView['predictor']): string {
    return this.#words.say(`couple.predictors.${predictor}`);
  }

  /** "Better beyond noise" */
  short({ statement }: PredictorChartView): string {
    return this.#words.say(`predictors.short.${statement}`);
  }

  /** "Consistent transparency, better beyond noise since 19 January." */
  sentence({ predictor, statement, baselineOn }: PredictorChartView): string {
    const since = baselineOn === null ? '' : this.#words.date(`${baselineOn}T00:00:00Z`, 'UTC');
    const key = since === '' ? 'not_enough_data' : statement;
    return this.#words.say(`predictors.sentences.${key}`, { name: this.name(predictor), since });
  }

  /** What else the newest reading says: a view that is missing, or views that differ. */
  detail({ readings }: PredictorChartView): string {
    const newest = readings.at(-1);
    if (newest?.partial) return this.#words.say('predictors.newestPartial');
    if (newest?.viewsDiffer !== true || newest.gap === null) return '';
    return this.#words.say('predictors.newestGap', {
      ...this.#names(),
      points: Math.round(Math.abs(newest.gap)),
    });
  }

  /** "41 to 77": first and last full composite; empty with fewer than two. */
  range({ readings, baselineOn }: PredictorChartView): string {
    const full = readings.filter(({ partial, composite }) => !partial && composite !== null);
    const from = full.find(({ readOn }) => readOn === baselineOn) ?? full[0];
    const to = full.at(-1);
    if (from === undefined || to === undefined || from === to) return '';
    return this.#words.say('predictors.range', { from: rounded(from.composite), to: rounded(to.composite) });
  }

  /** What the statement rests on: the difference beside what noise brings, and the trend once there is one. */
  change({ change, threshold, trend }: PredictorChartView): string {
    const say = (key: string, params = {}): string => this.#words.say(`predictors.change.${key}`, params);
    if (change === null) return '';
    const noise = say('points', {
      difference: this.#signed(change),
      threshold: this.number(threshold),
    });
    return `${noise} ${trend === null ? say('noTrend') : say('trend', { trend: this.#signed(trend) })}`;
  }

  /**
   * Whose view is missing, in how many readings: "Irene in 5 of 5 readings". Empty where nothing is. A reading without
   * somebody's view is drawn hollow and compared with none.
   */
  missing({ readings }: PredictorChartView): string {
    const { self, partner, therapist, behaviour } = this.chart();
    const of = readings.length;
    const sources = [
      [self, readings.filter((one) => one.self === null).length],
      [partner, readings.filter((one) => one.partner === null).length],
      [therapist, readings.filter((one) => one.therapist === null).length],
      [behaviour, readings.filter((one) => one.behaviour === null).length],
    ] as const;
    const said = sources
      .filter(([, count]) => count > 0)
      .map(([name, count]) => this.#words.say('predictors.missingOne', { name, count, of }));
    return said.length === 0 ? '' : this.#words.say('predictors.missing', { who: this.#words.list(said) });
  }

  /** Names of the two people: "Rowan and Sam". */
  couple(): string {
    const { self, partner } = this.#names();
    return this.#words.list([self, partner].filter((name) => name !== ''));
  }

  /** What took place in the fortnight of a reading. */
  events(readOn: string, marks: readonly ChartEvent[]): string {
    return eventWords(readOn, marks, this.chart());
  }

  readonly chart = computed<DyadicWords>(() => {
    const say = (key: string, params = {}): string => this.#words.say(`predictors.chart.${key}`, params);
    const { self, partner } = this.#names();
    return {
      self,
      partner,
      therapist: say('therapist'),
      composite: say('composite'),
      behaviour: say('behaviour'),
      behaviourNote: say('behaviourNote'),
      baseline: say('baseline'),
      partial: say('partial'),
      carried: say('carried'),
      none: say('none'),
      viewsDiffer: say('viewsDiffer'),
      apart: (points) => say('apart', { points }),
      date: say('date'),
      gap: say('gap', { self, partner }),
      table: say('table'),
      reading: say('reading'),
      legendBand: say('legendBand'),
      legendGap: say('legendGap'),
      events: this.#eventNames(),
      eventsRow: say('events'),
      turbulence: say('turbulence'),
      why: (score) =>
        score === null
          ? this.#words.say('predictors.sum.whyNone')
          : this.#words.say('predictors.sum.why', { score }),
    };
  });

  #signed(value: number): string {
    return new Intl.NumberFormat(this.#words.language(), {
      maximumFractionDigits: 1,
      signDisplay: 'exceptZero',
    }).format(value);
  }

  #eventNames(): DyadicWords['events'] {
    const language = this.#words.language();
    return {
      session: eventMarkWords.session[language],
      slip: eventMarkWords.slip[language],
      disclosure: eventMarkWords.disclosure[language],
      letter: eventMarkWords.letter[language],
      trigger_date: eventMarkWords.trigger_date[language],
    };
  }

  /** With at most one decimal. */
  number(value: number): string {
    return new Intl.NumberFormat(this.#words.language(), { maximumFractionDigits: 1 }).format(value);
  }
}

function rounded(score: number | null): number {
  return Math.round(score ?? 0);
}
