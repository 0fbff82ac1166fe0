import { Component, computed, inject, input } from '@angular/core';
import type { HomeworkTemplate } from '@trellis/domain';
import { AnswerWords } from '../core/homework/answer-words';
import type { Answers } from '../core/homework/own-homework';
import { Said } from '../core/i18n/said';

/** What one of the two said, question by question; what was left open is left out. */
@Component({
  selector: 'tr-half-words',
  imports: [Said],
  template: `
    <dl class="sheet">
      @for (row of rows(); track row.field.key) {
        <dt>{{ row.field.label | said }}</dt>
        <dd class="words">{{ row.said }}</dd>
      }
    </dl>
  `,
  host: { '[class]': "'of-' + (side() ?? 'both')" },
  styles: `
    :host(.of-RP) {
      --mine: var(--rp);
    }
    :host(.of-BP) {
      --mine: var(--bp);
    }
    dl {
      margin: 0;
    }
    dt {
      margin-top: 12px;
    }
    dd {
      margin: 4px 0 0;
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
  `,
})
export class HalfWords {
  readonly template = input.required<Pick<HomeworkTemplate, 'fields'>>();
  readonly answers = input.required<Answers>();
  /** Whose half it is; null for a page of both. */
  readonly side = input<'RP' | 'BP' | null>(null);
  readonly #words = inject(AnswerWords);

  protected readonly rows = computed(() =>
    this.template()
      .fields.map((field) => ({ field, said: this.#words.said(field, this.answers()[field.key]) }))
      .filter(({ said }) => said !== ''),
  );
}
