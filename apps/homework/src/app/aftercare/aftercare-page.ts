import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { OwnAftercareTaskView, OwnAftercareView } from '@trellis/contracts';
import { aftercarePlan } from '@trellis/domain';
import { Announcer, Button, StatePanel } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { oneAct } from '../core/http/idempotency-key';
import { ProblemNote } from '../core/http/problem-note';
import { Languages } from '../core/i18n/languages';
import { OwnPage } from '../core/page/own-page';
import { Session } from '../core/session/session';
import { Moments } from './moments';
import { OwnAftercare } from './own-aftercare';

/** Days ahead that are shown; what comes later comes later. */
const aheadMs = 3 * 24 * 3_600_000;

/** What there is to do after the session, in small pieces. Nothing here is ever late. */
@Component({
  selector: 'tr-aftercare-page',
  imports: [Button, OwnPage, ProblemNote, RouterLink, StatePanel, TranslocoPipe],
  templateUrl: './aftercare-page.html',
  styleUrl: './one-thing.css',
})
export class AftercarePage {
  readonly #clinic = inject(OwnAftercare);
  readonly #languages = inject(Languages);
  readonly #moments = inject(Moments);
  readonly #session = inject(Session);
  readonly #announcer = inject(Announcer);
  readonly #words = inject(TranslocoService);
  protected readonly attempt = new Attempt();
  protected readonly view = signal<OwnAftercareView | null>(null);
  protected readonly names = computed(() => ({
    therapist: this.view()?.therapistName ?? this.#session.therapistName(),
  }));
  protected readonly now = computed(() => this.#rows((task) => task.doneAt === null && isNear(task)));
  protected readonly later = computed(() => this.#rows((task) => task.doneAt === null && !isNear(task)));
  protected readonly done = computed(() => this.#rows((task) => task.doneAt !== null));
  protected readonly state = computed(() => {
    const view = this.view();
    if (view === null) return this.attempt.problem() === null ? 'loading' : 'error';
    return view.endedAt === null && !view.mayLogSlips ? 'empty' : 'full';
  });

  constructor() {
    void this.load();
  }

  protected async load(): Promise<void> {
    await this.attempt.run(async () => {
      this.view.set(await this.#clinic.one());
    });
  }

  protected async finish(id: string): Promise<void> {
    await this.attempt.run(async () => {
      await this.#clinic.answer(id, {}, oneAct());
      this.view.set(await this.#clinic.one());
      this.#announcer.say(this.#words.translate('aftercare.thanks'));
    });
  }

  #rows(wanted: (task: OwnAftercareTaskView) => boolean): readonly Row[] {
    const view = this.view();
    if (view === null) return [];
    const language = this.#languages.active();
    return view.tasks.filter(wanted).map((task) => ({
      id: task.id,
      form: task.form,
      leftOut: task.item.endsWith('.left_out'),
      title: aftercarePlan.find(({ id }) => id === task.item)?.title[language] ?? '',
      when:
        task.dueAt === null
          ? this.#moments.day(task.dueOn ?? '')
          : this.#moments.moment(task.dueAt, view.timeZone),
    }));
  }
}

interface Row {
  readonly id: string;
  readonly form: boolean;
  readonly leftOut: boolean;
  readonly title: string;
  readonly when: string;
}

function isNear({ dueAt, dueOn }: OwnAftercareTaskView): boolean {
  const due = dueAt ?? `${dueOn ?? ''}T00:00:00Z`;
  return new Date(due).getTime() < Date.now() + aheadMs;
}
