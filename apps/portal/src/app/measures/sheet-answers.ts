import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MeasureAnswersView, MeasureSheetView } from '@trellis/contracts';
import { Button } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { CoupleMeasures } from './couple-measures';

/** Single answers of one sheet, opened by an act: the person finds it on record. */
@Component({
  selector: 'tr-sheet-answers',
  imports: [Button, ProblemNote, TranslocoPipe],
  template: `
    @if (opened(); as open) {
      <dl [attr.lang]="open.language">
        @for (line of lines(); track line.linkId) {
          <div>
            <dt>{{ line.text }}</dt>
            <dd>{{ line.answer ?? ('measures.answers.none' | transloco) }}</dd>
          </div>
        }
      </dl>
      @if (open.copyright) {
        <p class="small" [attr.lang]="open.language">{{ open.copyright }}</p>
      }
    } @else {
      <button
        trButton
        small
        look="quiet"
        type="button"
        [busy]="attempt.busy()"
        [attr.aria-label]="'measures.answers.openOne' | transloco: { code: sheet().code }"
        (click)="open()"
      >
        {{ 'measures.answers.open' | transloco }}
      </button>
    }
    <tr-problem-note [problem]="attempt.problem()" />
  `,
  styles: `
    dl {
      display: grid;
      gap: 6px;
      margin: 8px 0;
    }
    dl > div {
      display: grid;
      grid-template-columns: minmax(0, 2fr) minmax(0, 1fr);
      gap: 12px;
    }
    dd {
      margin: 0;
    }
  `,
})
export class SheetAnswers {
  readonly sheet = input.required<MeasureSheetView>();
  readonly #measures = inject(CoupleMeasures);
  readonly #words = inject(Words);
  protected readonly attempt = new Attempt();
  protected readonly opened = linkedSignal<string, MeasureAnswersView | null>({
    source: () => this.sheet().id,
    computation: () => null,
  });
  protected readonly lines = computed(() => {
    const open = this.opened();
    if (open === null) return [];
    return open.parts
      .filter(({ kind }) => kind !== 'words')
      .map(({ linkId, text, options }) => ({
        linkId,
        text: text[open.language],
        answer: this.#said(
          open.answers[linkId],
          options.map(({ value, label }) => [value, label[open.language]]),
        ),
      }));
  });

  protected async open(): Promise<void> {
    await this.attempt.run(async () => {
      this.opened.set(await this.#measures.answers(this.sheet().id));
    });
  }

  #said(answer: unknown, options: readonly (readonly [string, string])[]): string | null {
    if (typeof answer === 'boolean') return this.#words.say(answer ? 'measures.yes' : 'measures.no');
    if (typeof answer === 'number') return String(answer);
    return options.find(([value]) => value === answer)?.[1] ?? null;
  }
}
