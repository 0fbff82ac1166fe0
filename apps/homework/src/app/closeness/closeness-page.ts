import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { anchorWords, attachmentCaption, attachmentItems, attachmentPeriod } from '@trellis/domain';
import { Button, Icon, Note, type ScaleAnswer, ScaleRow, StatePanel } from '@trellis/ui';
import { ProblemNote } from '../core/http/problem-note';
import { type Problem, toProblem } from '../core/http/problem';
import { Languages } from '../core/i18n/languages';
import { Said } from '../core/i18n/said';
import { OwnPage } from '../core/page/own-page';
import { TakeFocus } from '../core/page/take-focus';
import { OwnTrackers } from '../core/record/own-trackers';
import { Session } from '../core/session/session';
import { ClosenessInHand } from './closeness-in-hand';

/** Eight statements about the last four weeks, nothing chosen beforehand, sent as one sheet. */
@Component({
  selector: 'tr-closeness-page',
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
  templateUrl: './closeness-page.html',
})
export class ClosenessPage {
  readonly #trackers = inject(OwnTrackers);
  readonly #languages = inject(Languages);
  readonly #session = inject(Session);
  readonly #inHand = inject(ClosenessInHand);

  protected readonly items = attachmentItems;
  protected readonly period = attachmentPeriod;
  protected readonly caption = attachmentCaption;
  protected readonly place = signal<'loading' | 'failed' | 'closed' | 'intro' | 'items' | 'done'>('loading');
  protected readonly asked = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly answers = computed(() => this.#inHand.answers());
  protected readonly open = computed(
    () => attachmentItems.filter(({ key }) => this.answers()[key] === undefined).length,
  );
  /** "Cannot say" alone gives nothing to send. */
  protected readonly nothingSaid = computed(
    () => !Object.values(this.answers()).some((answer) => answer !== 'cannot_say'),
  );
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
      this.place.set((await this.#trackers.due()).due ? 'intro' : 'closed');
    } catch (failure) {
      this.problem.set(toProblem(failure));
      this.place.set('failed');
    }
  }

  protected begin(): void {
    this.problem.set(null);
    this.place.set('items');
  }

  protected answer(key: string, answer: ScaleAnswer | null): void {
    if (answer !== null) this.#inHand.keep({ ...this.answers(), [key]: answer });
  }

  /** "Cannot say" for whatever is still open; that is an answer like the others. */
  protected rest(): void {
    const open = attachmentItems.filter(({ key }) => this.answers()[key] === undefined);
    this.#inHand.keep({
      ...this.answers(),
      ...Object.fromEntries(open.map(({ key }) => [key, 'cannot_say'] as const)),
    });
  }

  /** Sends the sheet when it is whole; otherwise says how many statements are open. */
  protected async send(): Promise<void> {
    this.asked.set(true);
    if (this.open() > 0 || this.nothingSaid()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.#trackers.give(this.answers());
      this.#inHand.keep({});
      this.place.set('done');
    } catch (failure) {
      this.problem.set(toProblem(failure));
    } finally {
      this.busy.set(false);
    }
  }
}
