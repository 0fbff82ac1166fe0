import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { OwnTaskView } from '@trellis/contracts';
import { Announcer, Button, Note } from '@trellis/ui';
import { type Answers, OwnHomework } from '../core/homework/own-homework';
import { Attempt } from '../core/http/attempt';
import { oneAct } from '../core/http/idempotency-key';
import { ProblemNote } from '../core/http/problem-note';
import { Said } from '../core/i18n/said';
import { OwnPage } from '../core/page/own-page';
import { Session } from '../core/session/session';
import { QuestionField } from './question-field';
import { isPageAsked, openPages, questionsOf } from './questions';
import { RowsField } from './rows-field';

/** What was handed in, once more: every question on one page. The clinic keeps nothing of it before it is sent. */
@Component({
  selector: 'tr-revision-page',
  imports: [Button, Note, OwnPage, ProblemNote, QuestionField, RouterLink, RowsField, Said, TranslocoPipe],
  templateUrl: './revision-page.html',
  styles: `
    :host {
      display: flex;
      flex: 1;
      flex-direction: column;
    }
    section {
      display: grid;
      gap: 10px;
    }
    h2 {
      font-size: 1.05rem;
    }
  `,
})
export class RevisionPage {
  readonly taskId = input.required<string>();
  readonly #homework = inject(OwnHomework);
  readonly #router = inject(Router);
  readonly #session = inject(Session);
  readonly #announcer = inject(Announcer);
  readonly #transloco = inject(TranslocoService);
  #act = { of: '', headers: oneAct() };
  protected readonly loading = new Attempt();
  protected readonly sending = new Attempt();
  protected readonly task = signal<OwnTaskView | null>(null);
  protected readonly answers = signal<Answers>({});
  protected readonly tried = signal(false);
  protected readonly names = computed(() => ({ therapist: this.#session.therapistName() }));
  protected readonly questions = computed(() => {
    const task = this.task();
    return task === null ? [] : questionsOf(task.template);
  });
  protected readonly asked = computed(() =>
    this.questions().filter((one) => isPageAsked(one, this.questions(), this.answers())),
  );
  protected readonly missing = computed(() => openPages(this.questions(), this.answers()).length);

  constructor() {
    effect(() => {
      const taskId = this.taskId();
      untracked(() => void this.load(taskId));
    });
  }

  protected async load(taskId: string): Promise<void> {
    await this.loading.run(async () => {
      const task = await this.#homework.task(taskId);
      if (task.state === 'submitted' || task.state === 'reviewed') {
        this.answers.set(task.answers);
        this.task.set(task);
      } else await this.#router.navigate(['/tasks', taskId]);
    });
  }

  protected answer(key: string, value: unknown): void {
    this.answers.update(({ [key]: _before, ...rest }) =>
      value === undefined || value === null ? rest : { ...rest, [key]: value },
    );
  }

  /** The same text sent again after a lost answer is the same act. A task that moved on keeps these words on the page. */
  protected async send(): Promise<void> {
    const task = this.task();
    this.tried.set(true);
    if (task === null || this.missing() > 0) return;
    const of = JSON.stringify([task.version, this.answers()]);
    if (this.#act.of !== of) this.#act = { of, headers: oneAct() };
    await this.sending.run(async () => {
      await this.#homework.revise(task.id, task.version, this.answers(), this.#act.headers);
    });
    const problem = this.sending.problem();
    if (problem === null) {
      this.#announcer.say(this.#transloco.translate('feedback.change.done', this.names()));
      await this.#router.navigate(['/tasks', task.id]);
    } else if (problem.code === 'version_stale') {
      const { version } = await this.#homework.task(task.id);
      this.task.set({ ...task, version });
    }
  }
}
