import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CouplePredictorsView } from '@trellis/contracts';
import { Button, Card, Sparkline, StatePanel } from '@trellis/ui';
import { paths } from '@trellis/vocabulary';
import { apiUrl } from '../core/http/api-url';
import { toProblem } from '../core/http/problem';
import { ProblemNote } from '../core/http/problem-note';
import { Languages } from '../core/i18n/languages';
import { lastReadOn, summaryOf } from './summary-line';

/** Five lines on one scale with the latest composite each. No total: the five are not one number. */
@Component({
  selector: 'tr-predictor-summary',
  imports: [Button, Card, ProblemNote, RouterLink, Sparkline, StatePanel, TranslocoPipe],
  templateUrl: './predictor-summary.html',
  styleUrl: './predictor-summary.css',
})
export class PredictorSummary {
  readonly coupleId = input.required<string>();
  readonly #languages = inject(Languages);
  readonly #loaded = httpResource<CouplePredictorsView>(() =>
    apiUrl(paths.clinic.predictors, this.coupleId()),
  );
  readonly #charts = computed(() => (this.#loaded.hasValue() ? this.#loaded.value().predictors : []));

  protected readonly lines = computed(() => this.#charts().map(summaryOf));
  protected readonly problem = computed(() => {
    const failure = this.#loaded.error();
    return failure === undefined ? null : toProblem(failure);
  });
  protected readonly state = computed(() => {
    if (this.problem() !== null) return 'error';
    if (!this.#loaded.hasValue()) return 'loading';
    return this.lines().some(({ last }) => last !== null) ? 'full' : 'empty';
  });
  protected readonly readOn = computed(() => {
    const date = lastReadOn(this.#charts());
    if (date === null) return '';
    const style = { day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
    return new Intl.DateTimeFormat(this.#languages.active(), style).format(new Date(date));
  });

  protected again(): void {
    this.#loaded.reload();
  }
}
