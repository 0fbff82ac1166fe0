import { Component, computed, inject, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { RaisedItemView } from '@trellis/contracts';
import { Announcer, Button, Chip, CompartmentMark, StatePanel, compartmentOfSide } from '@trellis/ui';
import { type Problem, toProblem } from '../core/http/problem';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { FollowUps } from './follow-ups';

/** What was raised with a therapist and waits, over all couples; and that something waits for whom they cover. */
@Component({
  selector: 'tr-follow-ups-page',
  imports: [Button, Chip, CompartmentMark, ProblemNote, RouterLink, StatePanel, TranslocoPipe],
  templateUrl: './follow-ups-page.html',
  styleUrl: './follow-ups-page.css',
})
export class FollowUpsPage {
  readonly #followUps = inject(FollowUps);
  readonly #announcer = inject(Announcer);
  readonly #words = inject(Words);
  protected readonly list = resource({ loader: () => this.#followUps.list() });
  protected readonly refused = signal<Problem | null>(null);
  protected readonly busy = signal<string | null>(null);
  protected readonly view = computed(() => (this.list.hasValue() ? this.list.value() : null));
  protected readonly state = computed(() => {
    if (this.list.error() !== undefined) return 'error';
    const view = this.view();
    if (view === null) return 'loading';
    return view.items.length === 0 ? 'empty' : 'full';
  });
  protected readonly problem = computed(() =>
    this.list.error() === undefined ? null : toProblem(this.list.error()?.cause ?? this.list.error()),
  );
  protected readonly rows = computed(() =>
    (this.view()?.items ?? []).map((item) => ({
      item,
      mark: compartmentOfSide[item.side],
      words: this.#words.say(`aftercare.alerts.kinds.${item.kind}`),
      since: this.#words.say('followUps.since', { when: this.#words.moment(item.raisedAt, item.timeZone) }),
    })),
  );
  protected readonly covered = computed(() =>
    (this.view()?.covered ?? []).map(({ coupleName, staffName, since, timeZone }) => ({
      coupleName,
      line: this.#words.say('followUps.covered.line', {
        name: staffName,
        when: this.#words.moment(since, timeZone),
      }),
    })),
  );

  protected async takeUp(item: RaisedItemView): Promise<void> {
    this.busy.set(item.alertId);
    this.refused.set(null);
    try {
      await this.#followUps.takeUp(item);
      this.#announcer.say(this.#words.say('aftercare.alerts.taken'));
      this.list.reload();
    } catch (failure) {
      this.refused.set(toProblem(failure));
    } finally {
      this.busy.set(null);
    }
  }
}
