import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CareTeamEntryView, CoupleView } from '@trellis/contracts';
import { Chip, CompartmentMark, Icon, PersonPair, compartmentOfSide } from '@trellis/ui';
import { Session } from '../core/session/session';

/** Who the couple are, who cares for them, and where the treatment stands. The same on every tab. */
@Component({
  selector: 'tr-couple-header',
  imports: [Chip, CompartmentMark, Icon, PersonPair, TranslocoPipe],
  templateUrl: './couple-header.html',
  styleUrl: './couple-header.css',
})
export class CoupleHeader {
  readonly #session = inject(Session);
  readonly couple = input.required<CoupleView>();

  protected readonly compartmentOfSide = compartmentOfSide;
  /** Recovering person first, then partner, as everywhere. */
  protected readonly people = computed(() =>
    (['RP', 'BP'] as const).flatMap((side) => this.couple().people.filter((person) => person.side === side)),
  );
  protected readonly names = computed(() => this.people().map(({ name }) => name));
  /** One therapist on both sides: said at all times, because it changes what each of the two can expect. */
  protected readonly oneHoldsBoth = computed(() =>
    this.#team('RP').some(({ staffId }) => this.#team('BP').some((other) => other.staffId === staffId)),
  );

  protected team(side: 'RP' | 'BP' | 'JOINT'): readonly { readonly name: string; readonly mine: boolean }[] {
    const me = this.#session.staff()?.id;
    return this.#team(side).map(({ staffId, name, credentials }) => ({
      name: [name, credentials].filter((part) => part !== '').join(' '),
      mine: staffId === me,
    }));
  }

  /** The name for the mark of a side; '' while the person has not joined. */
  protected joined(side: 'RP' | 'BP'): string {
    const person = this.people().find((one) => one.side === side);
    return person?.enrolled === true ? person.name : '';
  }

  #team(side: 'RP' | 'BP' | 'JOINT'): readonly CareTeamEntryView[] {
    return this.couple().careTeam.filter((entry) => entry.side === side);
  }
}
