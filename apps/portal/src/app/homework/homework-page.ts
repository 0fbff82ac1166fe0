import { Component, DestroyRef, DOCUMENT, computed, effect, inject, input, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, Icon, StatePanel } from '@trellis/ui';
import { CurrentCouple } from '../core/couple/current-couple';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { Keys } from '../core/keyboard/keys';
import { Session } from '../core/session/session';
import { AnswerReader } from './answer-reader';
import { AssignForm } from './assign-form';
import { CoupleHomework } from './couple-homework';
import { HomeworkTabs } from './plan/homework-tabs';
import { ReleaseCard } from './release-card';
import { TaskLane } from './task-lane';
import { JointCard } from './together/joint-card';

const SIDES = ['RP', 'BP', 'JOINT'] as const;

/** The couple's homework: assign, see what is due, read what was handed in. One lane per side the viewer holds. */
@Component({
  selector: 'tr-homework-page',
  imports: [
    AnswerReader,
    AssignForm,
    Button,
    HomeworkTabs,
    Icon,
    JointCard,
    ProblemNote,
    ReleaseCard,
    StatePanel,
    TaskLane,
    TranslocoPipe,
  ],
  providers: [CoupleHomework],
  templateUrl: './homework-page.html',
  styleUrl: './homework-page.css',
})
export class HomeworkPage {
  readonly coupleId = input.required<string>();
  /** The open task, from the address. */
  readonly task = input<string>();

  readonly #router = inject(Router);
  readonly #document = inject(DOCUMENT);
  readonly #couple = inject(CurrentCouple);
  readonly #words = inject(Words);
  protected readonly homework = inject(CoupleHomework);

  protected readonly mayAssign = inject(Session).may('homework.assign');
  protected readonly mayDecide = inject(Session).may('releases.decide');
  /** Who reads in an emergency decides nothing. */
  protected readonly onTeam = computed(() => (this.#couple.view()?.mySides.length ?? 0) > 0);
  protected readonly timeZone = computed(() => this.#couple.view()?.timeZone ?? 'UTC');
  protected readonly people = computed(
    () => this.#couple.view()?.people.filter(({ side }) => this.#couple.holds(side)) ?? [],
  );
  protected readonly lanes = computed(() =>
    SIDES.map((side) => ({
      side,
      name: this.#nameOf(side),
      tasks: this.homework.tasks().filter(({ compartment }) => compartment === side),
    })).filter(({ side, tasks }) => tasks.length > 0 || (side !== 'JOINT' && this.#couple.holds(side))),
  );
  protected readonly closedSides = computed(() =>
    this.homework.closedSides().map(({ side, askName }) => ({ side, name: this.#nameOf(side), askName })),
  );

  constructor() {
    effect(() => {
      const coupleId = this.coupleId();
      untracked(() => void this.homework.open(coupleId));
    });
    const keys = [
      {
        key: 'j',
        words: 'homework.keys.next',
        press: () => {
          this.#step(1);
        },
      },
      {
        key: 'k',
        words: 'homework.keys.previous',
        press: () => {
          this.#step(-1);
        },
      },
    ];
    inject(Keys).add(keys, inject(DestroyRef));
  }

  protected open(task: string | null): void {
    const left = this.task();
    void this.#router.navigate([], { queryParams: { task }, queryParamsHandling: 'merge' }).then(() => {
      if (task === null && left !== undefined) this.#document.getElementById(`task-${left}`)?.focus();
    });
  }

  /** The next or previous task that waits to be read; any task when none waits. */
  #step(by: 1 | -1): void {
    const shown = this.lanes().flatMap(({ tasks }) => tasks);
    const waiting = shown.filter(({ state, id }) => state === 'submitted' || id === this.task());
    const list = waiting.length > (this.task() === undefined ? 0 : 1) ? waiting : shown;
    const at = list.findIndex(({ id }) => id === this.task());
    const next = list[at === -1 ? 0 : Math.min(list.length - 1, Math.max(0, at + by))];
    if (next !== undefined) this.open(next.id);
  }

  #nameOf(side: 'RP' | 'BP' | 'JOINT'): string {
    return side === 'JOINT' ? this.#words.say('homework.joint') : (this.#couple.person(side)?.name ?? '');
  }
}
