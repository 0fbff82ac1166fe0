import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Announcer, Button, Card, Chip, Note, StatePanel } from '@trellis/ui';
import { CurrentCouple } from '../core/couple/current-couple';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { CaseQuestions } from './case-questions';
import { QuestionAdvice } from './question-advice';
import { QuestionAnswer } from './question-answer';
import { categoryWord, detailWord } from './question-words';

/** The partner's questions: their therapist goes through them, the other one sees to it that each is closed. */
@Component({
  selector: 'tr-questions-page',
  imports: [Button, Card, Chip, Note, ProblemNote, QuestionAdvice, QuestionAnswer, StatePanel, TranslocoPipe],
  providers: [CaseQuestions],
  templateUrl: './questions-page.html',
  styleUrl: './questions-page.css',
})
export class QuestionsPage {
  readonly coupleId = input.required<string>();
  readonly #couple = inject(CurrentCouple);
  readonly #announcer = inject(Announcer);
  protected readonly words = inject(Words);
  protected readonly questions = inject(CaseQuestions);
  protected readonly names = computed(() => ({
    partner: this.#couple.person('BP')?.name ?? '',
    recovering: this.#couple.person('RP')?.name ?? '',
  }));
  protected readonly timeZone = computed(() => this.#couple.view()?.timeZone ?? 'UTC');
  protected readonly ownSide = computed(() => this.questions.view()?.sides.includes('BP') ?? false);
  protected readonly answerSide = computed(() => this.questions.view()?.sides.includes('RP') ?? false);
  protected readonly wishes = computed(() =>
    (this.questions.view()?.wishes ?? []).filter(({ wish }) => wish !== null),
  );

  constructor() {
    effect(() => {
      const coupleId = this.coupleId();
      untracked(() => void this.questions.open(coupleId));
    });
  }

  protected categoryOf(category: string | null): string {
    return categoryWord(category, this.words.language());
  }

  protected detailOf(detail: string | null): string {
    return detailWord(detail, this.words.language());
  }

  protected async passOn(version: number): Promise<void> {
    if (await this.questions.passOn(version))
      this.#announcer.say(this.words.say('questions.passOn.done', this.names()));
  }
}
