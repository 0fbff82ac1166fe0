import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CaseQuestionView } from '@trellis/contracts';
import { Announcer, Button, Field } from '@trellis/ui';
import { MeanwhileNote } from '../core/forms/meanwhile-note';
import { Words } from '../core/i18n/words';
import { UnsentText } from '../core/session/unsent-text';
import { CaseQuestions } from './case-questions';

/** What the author's own therapist says to a question. It goes to the author, and to nobody else. */
@Component({
  selector: 'tr-question-advice',
  imports: [Button, Field, MeanwhileNote, TranslocoPipe],
  template: `
    <form (submit)="save($event)">
      @if (meanwhile() !== null) {
        <tr-meanwhile-note [text]="meanwhile()!" />
      }
      <tr-field
        [label]="'questions.advice.label' | transloco"
        [hint]="'questions.advice.hint' | transloco"
        #f
      >
        <textarea
          #text
          rows="2"
          maxlength="2000"
          spellcheck="false"
          [id]="f.id"
          [attr.aria-describedby]="f.describedBy"
          [value]="advice()"
          (input)="take(text.value)"
        ></textarea>
      </tr-field>
      <button
        trButton
        small
        type="submit"
        [look]="isDraft() ? 'main' : 'plain'"
        [busy]="questions.acting.busy()"
      >
        {{ (isDraft() ? 'questions.advice.through' : 'questions.advice.save') | transloco }}
      </button>
      @if (question().status === 'released' && !question().editOpen) {
        <button trButton small type="button" [busy]="questions.acting.busy()" (click)="open()">
          {{ 'questions.advice.open' | transloco }}
        </button>
      }
    </form>
  `,
  styles: `
    form {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
    tr-field {
      width: 100%;
    }
    textarea {
      width: 100%;
      font-family: var(--serif);
    }
  `,
})
export class QuestionAdvice {
  readonly question = input.required<CaseQuestionView>();
  readonly #unsent = inject(UnsentText);
  readonly #announcer = inject(Announcer);
  readonly #words = inject(Words);
  protected readonly questions = inject(CaseQuestions);
  readonly #place = computed(() => `question-advice:${this.question().id}`);
  /** What was typed here and not sent stays, also when the list comes anew. */
  protected readonly advice = linkedSignal(
    () => this.#unsent.recall(this.#place()) || (this.question().advice ?? ''),
  );
  /** What stood there when the typing began; null while nothing is typed. */
  readonly #began = linkedSignal<string, string | null>({
    source: this.#place,
    computation: () => null,
  });
  protected readonly meanwhile = computed(() => {
    const [began, stands] = [this.#began(), this.question().advice ?? ''];
    return began === null || began === stands ? null : stands;
  });
  protected readonly isDraft = computed(() => this.question().status === 'draft');

  protected take(text: string): void {
    this.advice.set(text);
    this.#began.update((began) => began ?? this.question().advice ?? '');
    this.#unsent.keep(this.#place(), text);
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (!(await this.questions.lookThrough(this.question(), this.advice()))) return;
    this.#unsent.keep(this.#place(), '');
    this.#began.set(null);
    this.#announcer.say(this.#words.say('questions.advice.done'));
  }

  protected async open(): Promise<void> {
    if (await this.questions.openForChange(this.question()))
      this.#announcer.say(this.#words.say('questions.advice.opened'));
  }
}
