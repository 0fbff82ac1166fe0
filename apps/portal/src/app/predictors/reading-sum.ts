import {
  Component,
  ElementRef,
  afterNextRender,
  computed,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PredictorEarlierView, PredictorSumSourceView, PredictorSumView } from '@trellis/contracts';
import { predictors } from '@trellis/domain';
import { Button, Chip, StatePanel } from '@trellis/ui';
import { CurrentCouple } from '../core/couple/current-couple';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { sumOfReading } from './sum-of-reading';

/** "Why is this 44.1?": what a reading is made of, from the sources down to every count, and what it said before. */
@Component({
  selector: 'tr-reading-sum',
  imports: [Button, Chip, ProblemNote, StatePanel, TranslocoPipe],
  templateUrl: './reading-sum.html',
  styleUrl: './reading-sum.css',
})
export class ReadingSum {
  readonly coupleId = input.required<string>();
  readonly predictor = input.required<PredictorSumView['predictor']>();
  /** The Sunday that ends the fortnight. */
  readonly readOn = input.required<string>();
  readonly closed = output();
  readonly #words = inject(Words);
  readonly #couple = inject(CurrentCouple);
  private readonly title = viewChild.required<ElementRef<HTMLElement>>('title');
  protected readonly loaded = sumOfReading(
    computed(() => ({ coupleId: this.coupleId(), predictor: this.predictor(), readOn: this.readOn() })),
  );

  protected readonly heading = computed(() => {
    const sum = this.loaded.sum();
    if (sum === null) return this.#say('open');
    return sum.composite === null
      ? this.#say('whyNone')
      : this.#say('why', { score: this.#number(sum.composite) });
  });
  protected readonly about = computed(() =>
    this.#say('about', {
      name: this.#words.say(`couple.predictors.${this.predictor()}`),
      from: this.#words.fullDay(this.loaded.sum()?.countedFrom ?? this.readOn()),
      to: this.#words.fullDay(this.readOn()),
    }),
  );
  protected readonly sources = computed(() =>
    (this.loaded.sum()?.sources ?? []).map((source) => ({
      key: source.source,
      name: this.#nameOf(source.source),
      score: this.#number(source.score),
      weight: source.weight,
      points: this.#number(source.points),
      note: this.#noteOf(source),
    })),
  );
  /** "10.5 + 14 + 11 + 8.6 = 44.1", or why there is no sum. */
  protected readonly line = computed(() => {
    const sum = this.loaded.sum();
    if (sum === null) return '';
    if (sum.weightUsed === null) return this.#say('hidden');
    if (sum.composite === null) return this.#say('tooLittle', { used: sum.weightUsed });
    const points = sum.sources.flatMap(({ points: one }) => (one === null ? [] : [this.#number(one)]));
    const key = sum.weightUsed === 100 ? 'line' : 'lineOfPart';
    return this.#say(key, {
      points: points.join(' + '),
      score: this.#number(sum.composite),
      used: sum.weightUsed,
    });
  });
  protected readonly indicators = computed(() =>
    (this.loaded.sum()?.indicators ?? []).map(({ key, weight, done, expected, score }) => ({
      ...{ key, weight },
      name: this.#indicator(key),
      count:
        done === null || expected === null
          ? this.#say('notApplicable')
          : this.#say('count', { done: this.#number(done), expected }),
      score: this.#number(score),
    })),
  );
  protected readonly earlier = computed(() =>
    (this.loaded.sum()?.earlier ?? []).map((one) => ({
      key: one.computedAt,
      words: this.#say(this.#isOfToday(one) ? 'earlierLine' : 'earlierLineUnder', {
        score: this.#number(one.composite),
        when: this.#words.date(one.computedAt, Intl.DateTimeFormat().resolvedOptions().timeZone),
        items: one.itemSetVersion,
        weights: one.weightsVersion,
      }),
    })),
  );

  constructor() {
    afterNextRender(() => {
      this.title().nativeElement.focus();
    });
  }

  #nameOf(source: PredictorSumSourceView['source']): string {
    if (source === 'R') return this.#couple.person('RP')?.name ?? '';
    if (source === 'B') return this.#couple.person('BP')?.name ?? '';
    return this.#words.say(`predictors.chart.${source === 'T' ? 'therapist' : 'behaviour'}`);
  }

  #noteOf({ source, itemSum, answered, carriedFrom }: PredictorSumSourceView): string {
    if (source === 'D') return this.#say('fromCounts');
    if (itemSum === null || answered === null) return this.#say('noRating');
    const items = this.#say('items', { sum: itemSum, most: answered * 4, answered });
    if (carriedFrom === null) return items;
    return `${items} ${this.#say('carriedFrom', { day: this.#words.fullDay(carriedFrom) })}`;
  }

  /** Computed with the same statements and weights as now: then a fact made the difference. */
  #isOfToday({ weightsVersion, itemSetVersion }: PredictorEarlierView): boolean {
    const sum = this.loaded.sum();
    return weightsVersion === sum?.weightsVersion && itemSetVersion === sum.itemSetVersion;
  }

  #indicator(key: string): string {
    const known = predictors[this.predictor()].indicators.find((one) => one.key === key);
    return known?.label[this.#words.language()] ?? key;
  }

  #number(value: number | null): string {
    if (value === null) return this.#words.say('predictors.chart.none');
    return new Intl.NumberFormat(this.#words.language(), { maximumFractionDigits: 2 }).format(value);
  }

  #say(key: string, params: Readonly<Record<string, unknown>> = {}): string {
    return this.#words.say(`predictors.sum.${key}`, params);
  }
}
