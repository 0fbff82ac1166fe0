import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { TodayView } from '@trellis/contracts';
import { Button, type Compartment, Icon, StatePanel, compartmentOfSide } from '@trellis/ui';
import { OwnHomework } from '../core/homework/own-homework';
import { oneAct } from '../core/http/idempotency-key';
import { ProblemNote } from '../core/http/problem-note';
import { type Problem, toProblem } from '../core/http/problem';
import { Languages } from '../core/i18n/languages';
import { Said } from '../core/i18n/said';
import { OwnPage } from '../core/page/own-page';
import { TakeFocus } from '../core/page/take-focus';
import { Session } from '../core/session/session';
import { type Card, deckOf, putAwayOf } from './deck';
import { ClosenessRow } from './closeness-row';
import { FormsRow } from './forms-row';
import { FeedbackRow } from './feedback-row';
import { EmergencyNotice } from './emergency-notice';
import { StrongerWay } from './stronger-way';
import { TaskCard } from './task-card';
import { Ticks } from './ticks';

/** What is asked of me now, one card at a time. "Not this week" and "this is too hard" are answers like any other. */
@Component({
  selector: 'tr-today-page',
  imports: [
    Button,
    ClosenessRow,
    FormsRow,
    Icon,
    OwnPage,
    ProblemNote,
    RouterLink,
    Said,
    StatePanel,
    EmergencyNotice,
    FeedbackRow,
    StrongerWay,
    TakeFocus,
    TaskCard,
    Ticks,
    TranslocoPipe,
  ],
  templateUrl: './today-page.html',
  styleUrl: './today-page.css',
})
export class TodayPage {
  readonly #homework = inject(OwnHomework);
  readonly #session = inject(Session);
  readonly #languages = inject(Languages);
  readonly #place = signal(0);
  #act: { readonly of: string; readonly headers: Readonly<Record<string, string>> } | null = null;

  protected readonly today = signal<TodayView | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly asideProblem = signal<Problem | null>(null);
  protected readonly busy = signal(false);
  protected readonly thanks = signal<'tooHard' | 'notThisWeek' | null>(null);

  protected readonly name = computed(() => this.#session.person()?.name ?? '');
  protected readonly mark = computed(
    (): Compartment => compartmentOfSide[this.#session.person()?.side ?? 'JOINT'],
  );
  protected readonly names = computed(() => ({
    therapist: this.#session.therapistName(),
    partner: this.#session.partnerName(),
  }));
  protected readonly deck = computed(() => {
    const today = this.today();
    return today === null ? [] : deckOf(today);
  });
  protected readonly putAway = computed(() => {
    const today = this.today();
    return today === null ? [] : putAwayOf(today);
  });
  protected readonly card = computed(
    (): Card | null => this.deck()[this.#place() % Math.max(1, this.deck().length)] ?? null,
  );
  protected readonly hasOwnBox = computed(() => {
    const card = this.card();
    return card?.kind === 'task' && card.task.keptByAuthor > 0;
  });
  /** The weekday of the couple's own date. */
  protected readonly day = computed(() => {
    const date = this.today()?.localDate;
    if (date === undefined) return '';
    return this.#format(
      { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' },
      `${date}T12:00:00Z`,
    );
  });
  protected readonly restsUntil = computed(() => {
    const until = this.today()?.resting?.until ?? null;
    return until === null
      ? ''
      : this.#format(
          { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' },
          `${until}T12:00:00Z`,
        );
  });
  protected readonly until = computed(() => {
    const card = this.card();
    const timeZone = this.#session.clinic()?.timeZone;
    if (card?.kind !== 'rating' || timeZone === undefined) return '';
    return this.#format({ weekday: 'long', hour: 'numeric', minute: '2-digit', timeZone }, card.closesAt);
  });

  constructor() {
    void this.load();
  }

  protected async load(): Promise<void> {
    this.problem.set(null);
    try {
      this.today.set(await this.#homework.today());
    } catch (failure) {
      this.problem.set(toProblem(failure));
    }
  }

  protected another(): void {
    this.#place.update((place) => place + 1);
  }

  protected async setAside(card: Card, tooHard: boolean): Promise<void> {
    if (card.kind !== 'task') return;
    this.busy.set(true);
    this.asideProblem.set(null);
    const of = `${card.task.id}:${String(tooHard)}`;
    if (this.#act?.of !== of) this.#act = { of, headers: oneAct() };
    try {
      await this.#homework.setAside(card.task.id, tooHard, this.#act.headers);
      this.#act = null;
      this.thanks.set(tooHard ? 'tooHard' : 'notThisWeek');
      await this.load();
    } catch (failure) {
      this.asideProblem.set(toProblem(failure));
    } finally {
      this.busy.set(false);
    }
  }

  protected backToToday(): void {
    this.thanks.set(null);
  }

  #format(style: Intl.DateTimeFormatOptions, instant: string): string {
    return new Intl.DateTimeFormat(this.#languages.active(), style).format(new Date(instant));
  }
}
