import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Announcer, Button, Card, StatePanel } from '@trellis/ui';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { Session } from '../core/session/session';
import { IntervalsCard } from './intervals-card';
import { MailOutbox } from './mail-outbox';

/** How the clinic's letters fare, for the office: numbers, groups and days, never a name or a word of them. */
@Component({
  selector: 'tr-outgoing-mail-page',
  imports: [Button, Card, IntervalsCard, ProblemNote, StatePanel, TranslocoPipe],
  providers: [MailOutbox],
  templateUrl: './outgoing-mail-page.html',
  styleUrl: './outgoing-mail-page.css',
})
export class OutgoingMailPage {
  readonly #words = inject(Words);
  readonly #announcer = inject(Announcer);
  readonly #session = inject(Session);
  protected readonly outbox = inject(MailOutbox);
  protected readonly counts = computed(() =>
    (this.outbox.view()?.counts ?? []).map((count) => ({
      ...count,
      label: this.#words.say(`outgoingMail.groups.${count.group}`),
    })),
  );
  protected readonly failed = computed(() =>
    (this.outbox.view()?.failed ?? []).map(({ id, group, fault, orderedAt, failedAt }) => ({
      id,
      label: this.#words.say(`outgoingMail.groups.${group}`),
      fault: this.#words.say(`outgoingMail.faults.${fault}`),
      ordered: this.#words.moment(orderedAt, this.#zone()),
      over: this.#words.moment(failedAt, this.#zone()),
    })),
  );

  protected async retry(id: string): Promise<void> {
    if (await this.outbox.retry(id)) this.#announcer.say(this.#words.say('outgoingMail.again'));
  }

  #zone(): string {
    return this.#session.clinic()?.timeZone ?? 'UTC';
  }
}
