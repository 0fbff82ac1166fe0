import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { anchorWords, predictors, ratingPeriod } from '@trellis/domain';
import { Button, Card, ScaleRow, type ScaleAnswer } from '@trellis/ui';
import { type Problem, toProblem } from '../core/http/problem';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { UnsentText } from '../core/session/unsent-text';
import { CouplePredictors } from './couple-predictors';
import { readSheet, sheetOf } from './rating-sheet';

/** Twenty-five items in five groups, 0 to 4 or "cannot say". Kept in memory until it is sent. */
@Component({
  selector: 'tr-therapist-rating',
  imports: [Button, Card, ProblemNote, ScaleRow, TranslocoPipe],
  templateUrl: './therapist-rating.html',
  styleUrl: './therapist-rating.css',
})
export class TherapistRating {
  readonly coupleId = input.required<string>();
  readonly windowEndsOn = input.required<string>();
  readonly finished = output();
  readonly #unsent = inject(UnsentText);
  readonly #predictors = inject(CouplePredictors);
  protected readonly words = inject(Words);

  readonly #place = computed(() => `rating:${this.coupleId()}:${this.windowEndsOn()}`);
  protected readonly answers = linkedSignal(() => readSheet(this.#unsent.recall(this.#place())));
  protected readonly sheet = computed(() => sheetOf(this.answers()));
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly period = computed(() => ratingPeriod[this.words.language()]);
  protected readonly cannotSay = computed(() => anchorWords.cannot_say[this.words.language()]);
  protected readonly anchors = computed(() => {
    const language = this.words.language();
    const word = (value: 0 | 1 | 2 | 3 | 4): string => anchorWords[value][language];
    return [word(0), word(1), word(2), word(3), word(4)] as const;
  });
  protected readonly groups = computed(() => {
    const language = this.words.language();
    return this.sheet().groups.map((group) => {
      const { name, meaning, items } = predictors[group.code];
      const rows = items.T.map(({ key, label }) => ({ key, statement: label[language] }));
      return { ...group, name: name[language], meaning: meaning[language], rows };
    });
  });

  protected give(key: string, answer: ScaleAnswer | null): void {
    if (answer === null) return;
    this.answers.update((answers) => ({ ...answers, [key]: answer }));
    this.#unsent.keep(this.#place(), JSON.stringify(this.answers()));
  }

  /** Leaves a predictor out again, so that it counts as not answered. */
  protected clear(keys: readonly { readonly key: string }[]): void {
    const left = new Set(keys.map(({ key }) => key));
    this.answers.update((answers) =>
      Object.fromEntries(Object.entries(answers).filter(([key]) => !left.has(key))),
    );
    this.#unsent.keep(this.#place(), JSON.stringify(this.answers()));
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.sheet().ready || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.#predictors.rate({ windowEndsOn: this.windowEndsOn(), answers: this.answers() });
      this.#unsent.keep(this.#place(), '');
      this.finished.emit();
    } catch (failure) {
      this.problem.set(toProblem(failure));
    } finally {
      this.busy.set(false);
    }
  }
}
