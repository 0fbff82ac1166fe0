import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { OwnReadinessPartView } from '@trellis/contracts';
import { Announcer, Button, StatePanel } from '@trellis/ui';
import { disclosureConsentText } from '@trellis/vocabulary';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Languages } from '../core/i18n/languages';
import { OwnPage } from '../core/page/own-page';
import { Session } from '../core/session/session';
import { OwnReadiness, type Answer } from './own-readiness';
import { OwnDays } from './own-days';

/**
 * What a disclosure is, and one private answer. The three answers weigh the same: same look, same size, in one row.
 * Once both have said yes there is one way back, which works at once.
 */
@Component({
  selector: 'tr-answer-page',
  imports: [Button, OwnPage, ProblemNote, RouterLink, StatePanel, TranslocoPipe],
  templateUrl: './answer-page.html',
  styleUrl: './answer-page.css',
})
export class AnswerPage {
  readonly #readiness = inject(OwnReadiness);
  readonly #languages = inject(Languages);
  readonly #days = inject(OwnDays);
  readonly #announcer = inject(Announcer);
  readonly #session = inject(Session);
  protected readonly answers: readonly Answer[] = ['yes', 'not_now', 'no'];
  protected readonly attempt = new Attempt();
  protected readonly part = signal<OwnReadinessPartView | null>(null);
  protected readonly sure = signal(false);
  protected readonly said = signal<Answer | 'taken_back' | null>(null);

  protected readonly text = computed(() => disclosureConsentText[this.#languages.active()]);
  protected readonly names = computed(() => ({
    therapist: this.#session.therapistName(),
    partner: this.#session.partnerName(),
  }));
  protected readonly state = computed(() => {
    if (this.part() !== null) return 'full';
    return this.attempt.problem() === null ? 'loading' : 'error';
  });
  /** A yes that holds: it can be taken back, and needs no answer now. */
  protected readonly holds = computed(() => {
    const consent = this.part()?.consent ?? null;
    return consent !== null && consent.answer === 'yes' && !consent.takenBack && !consent.expired;
  });
  protected readonly until = computed(() => {
    const until = this.part()?.consent?.validUntil ?? null;
    return until === null ? '' : this.#days.day(until);
  });

  constructor() {
    void this.load();
  }

  protected load(): Promise<void> {
    return this.attempt.run(async () => {
      this.part.set(await this.#readiness.one());
    });
  }

  protected async answer(answer: Answer): Promise<void> {
    await this.attempt.run(async () => {
      this.part.set(await this.#readiness.answer(answer));
      this.#say(answer);
    });
  }

  protected async withdraw(): Promise<void> {
    await this.attempt.run(async () => {
      this.part.set(await this.#readiness.withdraw());
      this.sure.set(false);
      this.#say('taken_back');
    });
  }

  #say(said: Answer | 'taken_back'): void {
    this.said.set(said);
    this.#announcer.say(this.#days.say(`readiness.answer.said.${said}`, this.names()));
  }
}
