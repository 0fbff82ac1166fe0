import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { HomeworkTemplate } from '@trellis/domain';
import { Button, Note } from '@trellis/ui';
import { headers } from '@trellis/vocabulary';
import { HelpLines } from '../core/help/help-lines';
import { type Answers, OwnHomework } from '../core/homework/own-homework';
import { oneAct } from '../core/http/idempotency-key';
import { Problem, toProblem } from '../core/http/problem';
import { ProblemNote } from '../core/http/problem-note';
import { Said } from '../core/i18n/said';
import { OwnPage, type PageReaders } from '../core/page/own-page';
import { TakeFocus } from '../core/page/take-focus';
import { Session } from '../core/session/session';
import { AnswerList } from './answer-list';
import type { DraftState } from '../core/draft/autosave';
import type { Draft } from '../core/draft/kept-drafts';
import { TaskDrafts } from '../core/draft/task-drafts';
import { QuestionField } from './question-field';
import { NotesOffer } from './notes-offer';
import { BeforeYouBegin } from './before-you-begin';
import {
  isAnswered,
  isPageAsked,
  offersSlip,
  openPages,
  pageFrom,
  questionsOf,
  raisesConcern,
  readersOf,
  without,
  wordsRaiseConcern,
  type Question,
} from './questions';
import { RowsField } from './rows-field';
import { SlipRecord } from './slip-record';
import { SaveBar } from '../core/draft/save-bar';
import { TwoTexts } from '../core/draft/two-texts';

type Place = 'question' | 'help' | 'review' | 'later' | 'done' | 'two';

/** One question a page, then everything once more before it is handed in. Saving goes on beside it all the time. */
@Component({
  selector: 'tr-question-flow',
  imports: [
    AnswerList,
    BeforeYouBegin,
    Button,
    HelpLines,
    Note,
    NotesOffer,
    OwnPage,
    ProblemNote,
    QuestionField,
    RouterLink,
    RowsField,
    Said,
    SaveBar,
    SlipRecord,
    TakeFocus,
    TranslocoPipe,
    TwoTexts,
  ],
  templateUrl: './question-flow.html',
  styles: `
    :host {
      display: flex;
      flex: 1;
      flex-direction: column;
    }
  `,
})
export class QuestionFlow {
  readonly taskId = input.required<string>();
  readonly template = input.required<HomeworkTemplate>();
  /** When it is due: exercises with questions that take turns go by it. */
  readonly dueAt = input.required<string>();
  readonly draft = input.required<Draft>();
  readonly #drafts = inject(TaskDrafts);
  readonly #homework = inject(OwnHomework);
  readonly #router = inject(Router);
  readonly #session = inject(Session);

  readonly #stage = signal<Exclude<Place, 'two'>>('question');
  /** Null until the person moves: a draft taken up again starts at its first page without an answer. */
  readonly #at = signal<number | null>(null);
  readonly #concernShown = new Set<string>();
  #act: {
    readonly headers: Readonly<Record<string, string>>;
    readonly answers: Answers;
    readonly version: number;
  } | null = null;
  protected readonly twoOpen = signal(false);
  protected readonly handing = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected readonly questions = computed(() => questionsOf(this.template()));
  protected readonly last = computed(() => this.questions().length - 1);
  protected readonly state = computed((): DraftState => this.draft().state());
  readonly #start = computed(() => {
    const answers = this.draft().engine.state.answers;
    const questions = this.questions();
    const first = questions.findIndex(
      (question) => isPageAsked(question, questions, answers) && !isAnswered(question, answers),
    );
    return Math.max(0, first);
  });
  protected readonly at = computed(() => this.#at() ?? this.#start());
  protected readonly question = computed((): Question => {
    const question = this.questions()[this.at()] ?? this.questions()[0];
    if (question === undefined) throw new Error('A task without questions cannot be shown');
    return question;
  });
  /** Where the person is among the pages that are asked, from 1, and how many those are. */
  protected readonly way = computed(() => {
    const questions = this.questions();
    const asked = questions.filter((one) => isPageAsked(one, questions, this.state().answers));
    return { at: asked.indexOf(this.question()) + 1, of: asked.length };
  });
  protected readonly step = computed(
    () => this.template().steps?.find(({ key }) => key === this.question()[0].step)?.label ?? null,
  );
  protected readonly answeredHere = computed(() => isAnswered(this.question(), this.state().answers));
  protected readonly place = computed((): Place => {
    if (this.twoOpen() && this.state().other !== null) return 'two';
    if (this.#drafts.waiting().has(this.taskId())) return 'later';
    // What waited on this page is with the clinic now.
    return this.#stage() === 'later' ? 'done' : this.#stage();
  });
  protected readonly missing = computed(() => openPages(this.questions(), this.state().answers));
  protected readonly concern = computed(
    () =>
      this.questions().some((one) => raisesConcern(one, this.state().answers)) ||
      wordsRaiseConcern(this.template(), this.state().answers),
  );
  protected readonly offersSlip = computed(() => offersSlip(this.template(), this.state().answers));
  protected readonly aboutSafety = computed(
    () => this.question()[0].options?.some(({ risk }) => risk !== undefined) ?? false,
  );
  protected readonly readers = computed((): PageReaders =>
    this.place() === 'question'
      ? readersOf(this.question(), this.template())
      : this.template().privacy === 'P4'
        ? 'both'
        : 'words',
  );
  protected readonly names = computed(() => ({
    therapist: this.#session.therapistName(),
    partner: this.#session.partnerName(),
  }));

  protected answer(key: string, value: unknown): void {
    const { [key]: _before, ...rest } = this.state().answers;
    this.draft().engine.change(value === undefined || value === null ? rest : { ...rest, [key]: value });
  }

  protected next(): void {
    const question = this.question();
    const said = `${question[0].key}:${String(this.state().answers[question[0].key])}`;
    if (raisesConcern(question, this.state().answers) && !this.#concernShown.has(said)) {
      this.#concernShown.add(said);
      this.#at.set(this.at());
      this.#stage.set('help');
      void this.draft().engine.flush();
    } else this.go(this.at() + 1);
  }

  /** Leaves the question without an answer again. Only ever asked for by name: skipping keeps what is written. */
  protected takeOut(): void {
    this.draft().engine.change(without(this.question(), this.state().answers));
  }

  /** To the page at this place; past the last one comes the look at everything. */
  protected go(at: number): void {
    this.problem.set(null);
    const place = pageFrom(this.questions(), this.state().answers, at, at < this.at() ? -1 : 1);
    this.#at.set(Math.min(Math.max(0, place), this.last()));
    this.#stage.set(place > this.last() ? 'review' : 'question');
  }

  protected settle(answers: Answers): void {
    this.draft().engine.settle(answers);
    this.twoOpen.set(false);
  }

  protected leave(): void {
    void this.draft().engine.flush();
    void this.#router.navigateByUrl('/today');
  }

  /** Hands in exactly the text that the clinic holds. A retry of the same text is the same act. */
  protected async handIn(): Promise<void> {
    this.problem.set(null);
    const [open] = this.missing();
    if (open !== undefined) {
      this.go(open);
      return;
    }
    this.handing.set(true);
    try {
      await this.#submit();
      this.#drafts.close(this.taskId());
      this.#stage.set('done');
    } catch (failure) {
      const problem = toProblem(failure);
      if (problem.code !== 'unreachable' || !(await this.#later())) this.problem.set(problem);
    } finally {
      this.handing.set(false);
    }
  }

  /** The person looks at it once more before it goes. */
  protected async lookAgain(): Promise<void> {
    this.#stage.set('review');
    await this.#drafts.takeBack(this.taskId());
  }

  /** No connection: the wish is kept on the device, where it keeps anything, and fulfilled once. */
  async #later(): Promise<boolean> {
    const act = this.#act?.headers ?? oneAct();
    const later = await this.#drafts.handInLater(this.taskId(), act[headers.idempotencyKey] ?? '');
    if (later) this.#stage.set('later');
    return later;
  }

  async #submit(): Promise<void> {
    const { engine } = this.draft();
    if (!(await engine.flush()))
      throw (
        engine.state.problem ?? new Problem(engine.state.other === null ? 'unreachable' : 'version_stale')
      );
    const { answers, version } = engine.state;
    if (this.#act?.answers !== answers) this.#act = { headers: oneAct(), answers, version };
    await this.#homework.submit(this.taskId(), this.#act.version, answers, this.#act.headers);
  }
}
