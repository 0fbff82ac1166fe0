import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CouplePersonView, CoupleView } from '@trellis/contracts';
import { Button, Chip, CompartmentMark, Icon, compartmentOfSide } from '@trellis/ui';
import { Emergencies } from '../core/emergency/emergencies';
import { Session } from '../core/session/session';

/** One compartment of the record: whose it is, who reads there, and what this viewer can do in it. */
@Component({
  selector: 'tr-compartment-card',
  imports: [Button, Chip, CompartmentMark, Icon, RouterLink, TranslocoPipe],
  templateUrl: './compartment-card.html',
  styleUrl: './compartment-card.css',
  host: { '[class]': 'of()' },
})
export class CompartmentCard {
  readonly #session = inject(Session);
  readonly #emergencies = inject(Emergencies);
  readonly couple = input.required<CoupleView>();
  readonly side = input.required<'RP' | 'BP' | 'JOINT'>();
  readonly invite = output<CouplePersonView>();

  protected readonly of = computed(() => compartmentOfSide[this.side()]);
  /** Whether the viewer reads here: the own side, and the joint work for everyone on the care team. */
  protected readonly mine = computed(() => {
    const { mySides } = this.couple();
    return this.side() === 'JOINT' ? mySides.length > 0 : mySides.includes(this.side());
  });
  /** Not on the team, but reading for an hour: the wall would say what is not so. */
  protected readonly opened = computed(
    () => this.mine() || this.#emergencies.running().some(({ coupleId }) => coupleId === this.couple().id),
  );
  protected readonly person = computed(
    () => this.couple().people.find(({ side }) => side === this.side()) ?? null,
  );
  protected readonly pair = computed(() => ({
    name: this.person()?.name ?? '',
    partner: this.couple().people.find(({ side }) => side !== this.side())?.name ?? '',
  }));
  protected readonly team = computed(() => this.couple().careTeam.filter(({ side }) => side === this.side()));
  /** Therapists to ask where the viewer does not read. */
  protected readonly ask = computed(() =>
    this.team()
      .map(({ name }) => name)
      .join(', '),
  );
  protected readonly others = computed(() => {
    const me = this.#session.staff()?.id;
    return this.team()
      .flatMap(({ staffId, name }) => (staffId === me ? [] : [name]))
      .join(', ');
  });
  protected readonly readers = computed(() =>
    readersKey(this.mine(), this.others() !== '', this.side() === 'JOINT'),
  );
  protected readonly readsHomework = computed(() => this.opened() && this.#session.may('homework.read'));
  /**
   * The team invites who has not joined. Who has joined can be invited anew by their own therapist alone,
   * because link and code together replace the passphrase.
   */
  protected readonly mayInvite = computed(() => {
    const person = this.person();
    if (person === null || !this.#session.may('people.invite') || this.couple().mySides.length === 0)
      return false;
    return !person.enrolled || this.mine();
  });
}

/** Which sentence names the readers of a compartment: with the viewer, with colleagues, or both. */
export function readersKey(mine: boolean, withOthers: boolean, joint: boolean): string {
  if (joint) return 'couple.readers.joint';
  if (!mine) return withOthers ? 'couple.readers.theirs' : 'couple.readers.author';
  return withOthers ? 'couple.readers.mineAndTheirs' : 'couple.readers.mine';
}
