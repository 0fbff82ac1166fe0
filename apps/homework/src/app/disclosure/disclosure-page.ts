import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { OwnDisclosureView } from '@trellis/contracts';
import { neutralNotices, soloNotice, type NoticeId } from '@trellis/domain';
import { Announcer, Button, Icon, Note, StatePanel } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { oneAct } from '../core/http/idempotency-key';
import { ProblemNote } from '../core/http/problem-note';
import { Languages } from '../core/i18n/languages';
import { OwnPage } from '../core/page/own-page';
import { Session } from '../core/session/session';
import { OwnActs } from './own-acts';
import { type OwnAct, OwnDisclosure } from './own-disclosure';

/** Places around the disclosure that have a page of their own. */
const AREAS = [
  'readiness',
  'disclosure-document',
  'questions',
  'letters',
  'disclosure-session',
  'aftercare',
] as const;

/** Where the disclosure stands for this person, what waits for them, and how they say stop. */
@Component({
  selector: 'tr-disclosure-page',
  imports: [Button, Icon, Note, OwnActs, OwnPage, ProblemNote, RouterLink, StatePanel, TranslocoPipe],
  templateUrl: './disclosure-page.html',
  styleUrl: './disclosure-page.css',
})
export class DisclosurePage {
  readonly #clinic = inject(OwnDisclosure);
  readonly #languages = inject(Languages);
  readonly #session = inject(Session);
  readonly #announcer = inject(Announcer);
  protected readonly attempt = new Attempt();
  protected readonly view = signal<OwnDisclosureView | null>(null);
  protected readonly names = computed(() => ({ therapist: this.#session.therapistName() }));
  protected readonly state = computed(() => {
    const view = this.view();
    if (view === null) return this.attempt.problem() === null ? 'loading' : 'error';
    return view.phase === 'none' && view.notices.length === 0 ? 'empty' : 'full';
  });
  protected readonly notices = computed(() =>
    (this.view()?.notices ?? []).map(({ id, words, at }) => ({
      id,
      words: neutralNotices[words as NoticeId][this.#languages.active()],
      at: this.#moment(at, { dateStyle: 'medium' }),
    })),
  );
  protected readonly sessionAt = computed(() => {
    const at = this.view()?.sessionAt ?? null;
    return at === null ? null : this.#moment(at, { dateStyle: 'full', timeStyle: 'short' });
  });
  protected readonly solo = computed(() => soloNotice[this.#languages.active()]);
  protected readonly places = computed(() =>
    AREAS.flatMap((area) => {
      const cards = (this.view()?.cards ?? []).filter((card) => card.area === area);
      return cards.length === 0 ? [] : [{ area, waits: cards.some(({ done }) => !done) }];
    }),
  );

  constructor() {
    void this.load();
  }

  protected async load(): Promise<void> {
    await this.attempt.run(async () => {
      this.view.set(await this.#clinic.one());
    });
  }

  protected async act({ act, said }: { act: OwnAct; said: string }): Promise<void> {
    await this.attempt.run(async () => {
      this.view.set(await this.#clinic.act(act, oneAct()));
      this.#announcer.say(said);
    });
  }

  #moment(at: string, style: Intl.DateTimeFormatOptions): string {
    const timeZone = this.#session.clinic()?.timeZone;
    const inZone = { ...style, ...(timeZone === undefined ? {} : { timeZone }) };
    return new Intl.DateTimeFormat(this.#languages.active(), inZone).format(new Date(at));
  }
}
