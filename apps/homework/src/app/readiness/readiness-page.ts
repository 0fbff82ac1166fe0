import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { OwnReadinessPartView } from '@trellis/contracts';
import { readinessItems } from '@trellis/domain';
import { Announcer, Button, Icon, StatePanel } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Languages } from '../core/i18n/languages';
import { OwnPage } from '../core/page/own-page';
import { Session } from '../core/session/session';
import { GroundingLog } from './grounding-log';
import { OwnDays } from './own-days';
import { OwnReadiness } from './own-readiness';

/** What a person can bring to a disclosure themself: the own answer, a few things to tick, and what may be told. */
@Component({
  selector: 'tr-readiness-page',
  imports: [Button, GroundingLog, Icon, OwnPage, ProblemNote, RouterLink, StatePanel, TranslocoPipe],
  templateUrl: './readiness-page.html',
  styleUrl: './readiness-page.css',
})
export class ReadinessPage {
  readonly #readiness = inject(OwnReadiness);
  readonly #days = inject(OwnDays);
  readonly #languages = inject(Languages);
  readonly #announcer = inject(Announcer);
  protected readonly therapist = inject(Session).therapistName;
  protected readonly attempt = new Attempt();
  protected readonly part = signal<OwnReadinessPartView | null>(null);
  protected readonly state = computed(() => {
    if (this.part() !== null) return 'full';
    return this.attempt.problem() === null ? 'loading' : 'error';
  });

  protected readonly answered = computed(() => {
    const consent = this.part()?.consent ?? null;
    if (consent === null) return this.#days.say('readiness.answer.none');
    if (consent.takenBack) return this.#days.say('readiness.answer.takenBack');
    const key = consent.expired ? 'expired' : consent.answer;
    const until = consent.validUntil === null ? '' : this.#days.day(consent.validUntil);
    return this.#days.say(`readiness.answer.${key}`, { until });
  });
  /** The own answer has a page of its own. */
  protected readonly items = computed(() =>
    (this.part()?.items ?? [])
      .filter(({ id }) => id !== 'R1' && id !== 'B1')
      .map((item) => {
        const criterion = readinessItems.find(({ id }) => id === item.id);
        const language = this.#languages.active();
        return { ...item, title: criterion?.title[language] ?? '', metBy: criterion?.metBy[language] ?? '' };
      }),
  );
  protected readonly releases = computed(() =>
    (this.part()?.releases ?? []).map((release) => ({
      id: release.id,
      about: this.#days.list(release.scopes.map((scope) => this.#days.say(`readiness.scopes.${scope}`))),
      stands: this.#days.say(
        `readiness.release.${release.revokedAt !== null ? 'revoked' : release.expired ? 'over' : release.signedAt === null ? 'asked' : 'signed'}`,
        { until: this.#days.day(release.validUntil) },
      ),
    })),
  );

  constructor() {
    void this.load();
  }

  protected load(): Promise<void> {
    return this.attempt.run(async () => {
      this.part.set(await this.#readiness.one());
    });
  }

  protected async tick(item: { id: string; version: number; met: boolean }): Promise<void> {
    await this.attempt.run(async () => {
      this.part.set(await this.#readiness.tick(item.id, item.version, !item.met));
      this.#announcer.say(this.#days.say(item.met ? 'readiness.items.unticked' : 'readiness.items.ticked'));
    });
    if (this.attempt.problem()?.code === 'version_stale') this.part.set(await this.#readiness.one());
  }

  protected async ground(entry: Parameters<OwnReadiness['ground']>[0]): Promise<void> {
    await this.attempt.run(async () => {
      this.part.set(await this.#readiness.ground(entry));
      this.#announcer.say(this.#days.say('readiness.grounding.done'));
    });
  }
}
