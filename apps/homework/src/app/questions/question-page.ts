import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { OwnQuestionView } from '@trellis/contracts';
import { Button, ChoiceList, Field, Note } from '@trellis/ui';
import { type Draft, KeptDrafts } from '../core/draft/kept-drafts';
import { SaveBar } from '../core/draft/save-bar';
import { TwoTexts } from '../core/draft/two-texts';
import type { Answers } from '../core/homework/own-homework';
import { Attempt } from '../core/http/attempt';
import { Problem } from '../core/http/problem';
import { ProblemNote } from '../core/http/problem-note';
import { Languages } from '../core/i18n/languages';
import { OwnPage } from '../core/page/own-page';
import { Session } from '../core/session/session';
import { OwnQuestions } from './own-questions';
import { answersOf, categories, details, questionExercise, requestOf } from './question-form';

/** One question, and nothing beside it. It is saved while it is written. */
@Component({
  selector: 'tr-question-page',
  imports: [
    Button,
    ChoiceList,
    Field,
    Note,
    OwnPage,
    ProblemNote,
    RouterLink,
    SaveBar,
    TranslocoPipe,
    TwoTexts,
  ],
  templateUrl: './question-page.html',
  styleUrl: './question-page.css',
})
export class QuestionPage {
  readonly questionId = input.required<string>();
  readonly #questions = inject(OwnQuestions);
  readonly #drafts = inject(KeptDrafts);
  readonly #languages = inject(Languages);
  readonly #router = inject(Router);
  readonly #session = inject(Session);
  protected readonly loading = new Attempt();
  protected readonly leaving = new Attempt();
  protected readonly question = signal<OwnQuestionView | null>(null);
  protected readonly draft = signal<Draft | null>(null);
  /** A list that has gone takes no new question. */
  protected readonly closed = signal(false);
  protected readonly two = signal(false);
  protected readonly exercise = questionExercise;
  protected readonly names = computed(() => ({ therapist: this.#session.therapistName() }));
  protected readonly kinds = computed(() => this.#options(categories));
  protected readonly levels = computed(() => this.#options(details));
  protected readonly mayEdit = computed(() => {
    const question = this.question();
    if (question === null) return !this.closed();
    return question.status !== 'withdrawn' && (question.status !== 'released' || question.editOpen);
  });

  constructor() {
    effect(() => {
      const id = this.questionId();
      untracked(() => void this.load(id));
    });
  }

  protected text(key: string): string {
    const value = this.draft()?.state().answers[key];
    return typeof value === 'string' ? value : '';
  }

  protected take(key: string, value: string | null): void {
    const draft = this.draft();
    if (draft === null) return;
    const answers = { ...draft.state().answers, [key]: value ?? '' };
    draft.engine.change(answers);
  }

  protected settle(answers: Answers): void {
    this.draft()?.engine.settle(answers);
    this.two.set(false);
  }

  protected async leave(): Promise<void> {
    await this.draft()?.engine.flush();
    await this.#router.navigate(['/disclosure/questions']);
  }

  protected async withdraw(): Promise<void> {
    const draft = this.draft();
    if (draft === null) return;
    await this.leaving.run(async () => {
      await this.#questions.withdraw(this.questionId(), draft.state().version);
      this.#drafts.close(`question:${this.questionId()}`);
      await this.#router.navigate(['/disclosure/questions']);
    });
  }

  protected async load(id: string): Promise<void> {
    this.draft.set(null);
    await this.loading.run(async () => {
      const list = await this.#questions.all();
      const question = list.questions.find((one) => one.id === id) ?? null;
      const draft = await this.#open(id, question);
      this.question.set(question);
      this.closed.set(list.releasedAt !== null);
      this.draft.set(draft);
    });
  }

  #open(id: string, question: OwnQuestionView | null): Promise<Draft> {
    const copy = copyOf(question);
    return this.#drafts.open(`question:${id}`, copy, {
      save: async (answers, version) => {
        const words = requestOf(answers);
        // Nobody has asked anything yet: it stays on the page, and the line below says so.
        if (words.question.trim() === '') throw new Problem('invalid_request');
        return this.#questions.save(id, version, words);
      },
      newest: async () => {
        const list = await this.#questions.all();
        return copyOf(list.questions.find((one) => one.id === id) ?? null);
      },
    });
  }

  #options(options: typeof categories): { value: string; label: string }[] {
    const language = this.#languages.active();
    return options.map(({ value, label }) => ({ value, label: label[language] }));
  }
}

function copyOf(question: OwnQuestionView | null): {
  answers: Answers;
  version: number;
  savedAt: string | null;
} {
  return {
    answers: answersOf(question),
    version: question?.version ?? 0,
    savedAt: question?.changedAt ?? null,
  };
}
