import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { OwnShownChangesView } from '@trellis/contracts';
import { plainStatements, predictors, reviewScaleNote } from '@trellis/domain';
import { Button, StatePanel } from '@trellis/ui';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { ProblemNote } from '../core/http/problem-note';
import { type Problem, toProblem } from '../core/http/problem';
import { Languages } from '../core/i18n/languages';
import { Said } from '../core/i18n/said';
import { OwnPage } from '../core/page/own-page';

/** What a person looked at with their therapist in session: plain words, and no number. */
@Component({
  selector: 'tr-shown-page',
  imports: [Button, OwnPage, ProblemNote, RouterLink, Said, StatePanel, TranslocoPipe],
  templateUrl: './shown-page.html',
  styles: `
    article {
      padding: 16px 0;
      border-top: 1px solid var(--line);
    }
    h2,
    p {
      margin: 0 0 6px;
    }
  `,
})
export class ShownPage {
  readonly #http = inject(HttpClient);
  readonly #languages = inject(Languages);
  protected readonly note = reviewScaleNote;
  protected readonly view = signal<OwnShownChangesView | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly changes = computed(() => {
    const days = new Intl.DateTimeFormat(this.#languages.active(), { dateStyle: 'long', timeZone: 'UTC' });
    return (this.view()?.changes ?? []).map(({ predictor, statement, shownOn }) => ({
      predictor,
      name: predictors[predictor].name,
      meaning: predictors[predictor].meaning,
      words: plainStatements[statement],
      day: days.format(new Date(`${shownOn}T00:00:00Z`)),
    }));
  });

  constructor() {
    void this.load();
  }

  protected async load(): Promise<void> {
    this.problem.set(null);
    try {
      this.view.set(
        await firstValueFrom(this.#http.get<OwnShownChangesView>(apiUrl(paths.home.shownChanges))),
      );
    } catch (failure) {
      this.problem.set(toProblem(failure));
    }
  }
}
