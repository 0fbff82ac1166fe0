import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CoupleTrackersView, PersonTrackersView } from '@trellis/contracts';
import {
  attachmentCaption,
  attachmentNames,
  daysPractisedWords,
  reactionCaption,
  reactionNames,
} from '@trellis/domain';
import { Button, Card, CompartmentMark, compartmentOfSide } from '@trellis/ui';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { CurrentCouple } from '../core/couple/current-couple';
import { apiUrl } from '../core/http/api-url';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { TrackerTable, type TrackerRow } from './tracker-table';

/** What one's own people answered besides the five predictors. Opening it is an act, and on record for them. */
@Component({
  selector: 'tr-person-trackers',
  imports: [Button, Card, CompartmentMark, ProblemNote, TrackerTable, TranslocoPipe],
  templateUrl: './person-trackers.html',
  styles: `
    .parts {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 12px;
    }
  `,
})
export class PersonTrackers {
  readonly coupleId = input.required<string>();
  readonly #http = inject(HttpClient);
  readonly #couple = inject(CurrentCouple);
  readonly #words = inject(Words);
  protected readonly attempt = new Attempt();
  /** Null until they are opened, and again for another couple. */
  protected readonly opened = linkedSignal<string, CoupleTrackersView | null>({
    source: this.coupleId,
    computation: () => null,
  });
  /** Names of the people whose own therapist one is. */
  protected readonly mine = computed(() =>
    (['RP', 'BP'] as const)
      .filter((side) => this.#couple.holds(side))
      .flatMap((side) => this.#couple.person(side)?.name ?? []),
  );
  protected readonly names = computed(() => this.#words.list(this.mine()));
  protected readonly attachmentCaption = computed(() => attachmentCaption[this.#words.language()]);
  protected readonly reactionCaption = computed(() => reactionCaption[this.#words.language()]);
  protected readonly people = computed(() =>
    (this.opened()?.people ?? []).map((person) => ({
      id: person.personId,
      name: this.#couple.person(person.side)?.name ?? '',
      mark: compartmentOfSide[person.side],
      lines: this.#lines(person),
      attachmentDays: person.attachment.map(({ on }) => this.#words.day(on)),
      attachment: this.#attachment(person),
      reactionDays: person.reactions.map(({ on }) => this.#words.day(on)),
      reactions: this.#reactions(person),
    })),
  );

  protected async open(): Promise<void> {
    await this.attempt.run(async () => {
      const url = apiUrl(paths.clinic.trackers, this.coupleId());
      this.opened.set(await firstValueFrom(this.#http.get<CoupleTrackersView>(url)));
    });
  }

  #lines({ days, urges }: PersonTrackersView): readonly string[] {
    const language = this.#words.language();
    const say = (key: string, params: object): string =>
      this.#words.say(`predictors.trackers.${key}`, { ...params });
    return [
      ...(days === null ? [] : [daysPractisedWords(days)[language], say('withoutSlip', days)]),
      ...(urges === null || urges.count === 0
        ? []
        : [say('urges', { count: urges.count, mean: this.#number(urges.mean), most: urges.most })]),
    ];
  }

  #attachment({ attachment }: PersonTrackersView): readonly TrackerRow[] {
    return (['anxious', 'avoidant'] as const).map((key) => ({
      name: attachmentNames[key][this.#words.language()],
      cells: attachment.map((reading) => this.#number(reading[key])),
    }));
  }

  #reactions({ reactions }: PersonTrackersView): readonly TrackerRow[] {
    const named = [
      ['intrusion', 'intrusion'],
      ['avoidance_numbing', 'avoidanceNumbing'],
      ['alarm', 'alarm'],
      ['self_blame', 'selfBlame'],
    ] as const;
    return named.map(([name, key]) => ({
      name: reactionNames[name][this.#words.language()],
      cells: reactions.map((week) => this.#number(week[key])),
    }));
  }

  #number(value: number | null): string {
    if (value === null) return this.#words.say('predictors.trackers.tooFew');
    return new Intl.NumberFormat(this.#words.language(), { maximumFractionDigits: 1 }).format(value);
  }
}
