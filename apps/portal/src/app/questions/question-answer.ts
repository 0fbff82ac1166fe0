import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CaseQuestionView } from '@trellis/contracts';
import { Announcer, Button, ChoiceList } from '@trellis/ui';
import { Words } from '../core/i18n/words';
import { CaseQuestions } from './case-questions';

type Choice = 'answered' | 'declined_open' | 'declined';

/** How a released question is closed on the recovering side. The answer itself stands in the document. */
@Component({
  selector: 'tr-question-answer',
  imports: [Button, ChoiceList, TranslocoPipe],
  template: `
    <form (submit)="save($event)">
      <tr-choice-list
        [legend]="'questions.answer.legend' | transloco"
        [options]="choices()"
        [value]="choice()"
        (valueChange)="choice.set($event)"
      />
      <button trButton small type="submit" [busy]="questions.acting.busy()" [disabled]="choice() === null">
        {{ 'questions.answer.save' | transloco }}
      </button>
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: 8px;
      justify-items: start;
    }
  `,
})
export class QuestionAnswer {
  readonly question = input.required<CaseQuestionView>();
  readonly #words = inject(Words);
  readonly #announcer = inject(Announcer);
  protected readonly questions = inject(CaseQuestions);
  protected readonly choice = linkedSignal<Choice | null>(() => {
    const { outcome, reasonDiscussed } = this.question();
    if (outcome !== 'declined') return outcome;
    return reasonDiscussed ? 'declined' : 'declined_open';
  });
  protected readonly choices = computed(() =>
    (['answered', 'declined', 'declined_open'] as const).map((value) => ({
      value,
      label: this.#words.say(`questions.answer.${value}`),
    })),
  );

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const choice = this.choice();
    if (choice === null) return;
    const outcome = choice === 'answered' ? 'answered' : 'declined';
    if (await this.questions.close(this.question(), { outcome, reasonDiscussed: choice === 'declined' }))
      this.#announcer.say(this.#words.say('questions.answer.done'));
  }
}
