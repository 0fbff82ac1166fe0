import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { RatingWindowView } from '@trellis/contracts';
import { anchorWords, ratingPeriod } from '@trellis/domain';
import { paths } from '@trellis/vocabulary';
import { Button, Icon, Note, type ScaleAnswer, ScaleRow, StatePanel } from '@trellis/ui';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../core/http/api-url';
import { oneAct } from '../core/http/idempotency-key';
import { ProblemNote } from '../core/http/problem-note';
import { type Problem, toProblem } from '../core/http/problem';
import { Languages } from '../core/i18n/languages';
import { Said } from '../core/i18n/said';
import { OwnPage } from '../core/page/own-page';
import { TakeFocus } from '../core/page/take-focus';
import { Session } from '../core/session/session';
import { RatingsInHand } from './ratings-in-hand';
import {
  cannotSayTheRest,
  groupsFor,
  halfDone,
  leaveOut,
  openItems,
  type RatingGroup,
  type Ratings,
} from './rating-sheet';

const CURRENT = apiUrl(paths.home.predictors, 'current');

/** The fortnightly questions: five pages of five statements, nothing chosen beforehand, sent as one sheet. */
@Component({
  selector: 'tr-rating-page',
  imports: [
    Button,
    Icon,
    Note,
    OwnPage,
    ProblemNote,
    RouterLink,
    Said,
    ScaleRow,
    StatePanel,
    TakeFocus,
    TranslocoPipe,
  ],
  templateUrl: './rating-page.html',
  styleUrl: './rating-page.css',
})
export class RatingPage {
  readonly #http = inject(HttpClient);
  readonly #session = inject(Session);
  readonly #languages = inject(Languages);
  readonly #inHand = inject(RatingsInHand);
  readonly #window = signal<RatingWindowView | null>(null);
  #act: { readonly ratings: Ratings; readonly headers: Readonly<Record<string, string>> } | null = null;

  protected readonly period = ratingPeriod;
  protected readonly place = signal<'loading' | 'failed' | 'closed' | 'intro' | 'group' | 'review' | 'done'>(
    'loading',
  );
  protected readonly at = signal(0);
  protected readonly asked = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected readonly groups = computed(() => groupsFor(this.#session.person()?.side ?? 'RP'));
  protected readonly group = computed(() => this.groups()[this.at()]);
  protected readonly ratings = computed(() => this.#inHand.of(this.#window()?.windowEndsOn ?? ''));
  protected readonly open = computed(() => {
    const group = this.group();
    return group === undefined ? 0 : openItems(group, this.ratings()).length;
  });
  protected readonly nothingAnswered = computed(() => Object.keys(this.ratings()).length === 0);
  protected readonly anchors = computed((): readonly [string, string, string, string, string] => {
    const language = this.#languages.active();
    const { 0: none, 1: little, 2: partly, 3: mostly, 4: fully } = anchorWords;
    return [none[language], little[language], partly[language], mostly[language], fully[language]];
  });
  protected readonly cannotSay = computed(() => anchorWords.cannot_say[this.#languages.active()]);
  protected readonly names = computed(() => ({ therapist: this.#session.therapistName() }));

  constructor() {
    void this.load();
  }

  protected async load(): Promise<void> {
    this.place.set('loading');
    try {
      const window = await firstValueFrom(this.#http.get<RatingWindowView | null>(CURRENT));
      this.#window.set(window);
      this.place.set(window === null || window.answered ? 'closed' : 'intro');
    } catch (failure) {
      this.problem.set(toProblem(failure));
      this.place.set('failed');
    }
  }

  protected answer(key: string, answer: ScaleAnswer | null): void {
    if (answer !== null) this.#keep({ ...this.ratings(), [key]: answer });
  }

  /** Goes on when the page is answered; otherwise says how many statements are open. */
  protected next(): void {
    if (this.open() > 0) this.asked.set(true);
    else this.go(this.at() + 1);
  }

  protected rest(): void {
    const group = this.group();
    if (group !== undefined) this.#keep(cannotSayTheRest(group, this.ratings()));
  }

  protected skip(): void {
    const group = this.group();
    if (group !== undefined) this.#keep(leaveOut(group, this.ratings()));
    this.go(this.at() + 1);
  }

  protected go(at: number): void {
    this.asked.set(false);
    this.problem.set(null);
    this.place.set(at < this.groups().length ? 'group' : 'review');
    this.at.set(Math.min(at, this.groups().length - 1));
  }

  protected stateOf(group: RatingGroup): string {
    return openItems(group, this.ratings()).length === 0 ? 'rating.review.answered' : 'rating.review.leftOut';
  }

  protected async send(): Promise<void> {
    const window = this.#window();
    if (window === null) return;
    const [half] = halfDone(this.groups(), this.ratings());
    if (half !== undefined) {
      this.go(this.groups().indexOf(half));
      this.asked.set(true);
      return;
    }
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.#give(window.windowEndsOn);
      this.#keep({});
      this.place.set('done');
    } catch (failure) {
      this.problem.set(toProblem(failure));
    } finally {
      this.busy.set(false);
    }
  }

  async #give(windowEndsOn: string): Promise<void> {
    const answers = this.ratings();
    if (this.#act?.ratings !== answers) this.#act = { ratings: answers, headers: oneAct() };
    await firstValueFrom(this.#http.post(CURRENT, { windowEndsOn, answers }, { headers: this.#act.headers }));
  }

  #keep(ratings: Ratings): void {
    this.#inHand.keep(this.#window()?.windowEndsOn ?? '', ratings);
  }
}
