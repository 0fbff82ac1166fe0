import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { HomeworkTemplate } from '@trellis/domain';
import { CompartmentMark } from '@trellis/ui';
import type { Answers } from '../core/homework/own-homework';
import { Said } from '../core/i18n/said';
import { AnswerWords } from '../core/homework/answer-words';
import { isPageAsked, onlyForAuthor, openPages, questionsOf } from './questions';

/** What was asked and what was answered, in the person's own words. With `editable`, each row leads to its page. */
@Component({
  selector: 'tr-answer-list',
  imports: [CompartmentMark, Said, TranslocoPipe],
  template: `
    <ul class="entries">
      @for (row of rows(); track row.field.key) {
        <li [class.open]="row.open">
          <h2>{{ row.field.label | said }}</h2>
          @if (row.secret) {
            <p class="small secret"><tr-compartment-mark of="only-me" />{{ 'task.onlyYou' | transloco }}</p>
          }
          @if (row.said) {
            <p class="words">{{ row.said }}</p>
          } @else {
            <p class="small">{{ (row.open ? 'task.review.needed' : 'task.noAnswer') | transloco }}</p>
          }
          @if (editable()) {
            <button class="text-link" type="button" (click)="edit.emit(row.at)">
              {{ (row.said ? 'task.review.change' : 'task.review.answer') | transloco }}
              <span class="visually-hidden">{{ row.field.label | said }}</span>
            </button>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    li {
      display: grid;
      gap: 4px;
      justify-items: start;
      padding: 12px 0;
    }
    .open {
      padding-left: 12px;
      background: var(--note-soft);
      border-radius: var(--radius-s);
    }
    h2 {
      font-size: 1rem;
    }
    .words {
      white-space: pre-wrap;
    }
    .secret {
      display: flex;
      gap: 8px;
      align-items: center;
    }
    .text-link {
      min-height: 44px;
      padding: 0;
    }
  `,
})
export class AnswerList {
  readonly template = input.required<Pick<HomeworkTemplate, 'fields' | 'privacy'>>();
  readonly answers = input.required<Answers>();
  readonly editable = input(false);
  /** The place of the page to go to, from 0. */
  readonly edit = output<number>();
  readonly #words = inject(AnswerWords);

  protected readonly rows = computed(() => {
    const [answers, questions] = [this.answers(), questionsOf(this.template())];
    const open = openPages(questions, answers);
    const asked = questions.map((question, at) => ({ question, at }));
    return asked
      .filter(({ question }) => isPageAsked(question, questions, answers))
      .map(({ question, at }) => ({
        at,
        field: question[0],
        secret: onlyForAuthor(question, this.template()),
        open: this.editable() && open.includes(at),
        said: question
          .map((field) => this.#words.said(field, answers[field.key]))
          .filter((said) => said !== '')
          .join(', '),
      }));
  });
}
