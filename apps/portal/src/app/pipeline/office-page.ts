import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { LogisticsLineView, OfficeItemView } from '@trellis/contracts';
import { type Criterion, guardEntries, logisticsChecklist, readinessItems } from '@trellis/domain';
import { Announcer, Button, Card, Chip, RefusalPanel, StatePanel, compartmentOfSide } from '@trellis/ui';
import { NearDates } from '../core/disclosure-dates/near-dates';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { OfficeArrangements } from './office-arrangements';

/** The office's own page of a disclosure: the date to enter, rooms and contacts, and its lines of the day. */
@Component({
  selector: 'tr-office-page',
  imports: [
    ...[Button, Card, Chip, NearDates, ProblemNote, RefusalPanel],
    ...[RouterLink, StatePanel, TranslocoPipe],
  ],
  providers: [OfficeArrangements],
  templateUrl: './office-page.html',
  styleUrl: './office-page.css',
})
export class OfficePage {
  readonly coupleId = input.required<string>();
  readonly #announcer = inject(Announcer);
  protected readonly words = inject(Words);
  protected readonly office = inject(OfficeArrangements);
  protected readonly zone = computed(
    () => this.office.session()?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  );
  protected readonly state = computed(() => {
    const { loaded, item, session, attempt } = this.office;
    if (!loaded()) return 'loading';
    if (item() !== null && session() !== null) return 'full';
    return attempt.problem() === null ? 'empty' : 'error';
  });
  protected readonly lines = computed(() => this.office.session()?.logistics ?? []);
  protected readonly gates = computed(() => {
    const language = this.words.language();
    const entries: Readonly<Record<string, Criterion | undefined>> = guardEntries;
    return this.office.gates().map(({ guardId, item, side, actors }) => ({
      id: `${guardId} ${item ?? ''}`,
      of: compartmentOfSide[side],
      asks: entries[guardId]?.title[language] ?? guardId,
      metBy: entries[guardId]?.metBy[language] ?? '',
      who: this.words.list([...new Set(actors)].map((role) => this.words.say(`disclosure.actors.${role}`))),
    }));
  });
  protected readonly plainProblem = computed(() =>
    this.gates().length > 0 ? null : this.office.attempt.problem(),
  );

  constructor() {
    effect(() => {
      const coupleId = this.coupleId();
      untracked(() => void this.office.open(coupleId));
    });
  }

  protected line(id: string): string {
    return logisticsChecklist.find((one) => one.id === id)?.text[this.words.language()] ?? id;
  }

  protected criterion(id: string): Criterion | null {
    return readinessItems.find((one) => one.id === id) ?? null;
  }

  /** A box that could not be kept goes back to what stands. */
  protected async mark(one: OfficeItemView, box: HTMLInputElement): Promise<void> {
    if (!(await this.office.mark(one, box.checked))) box.checked = one.status === 'met';
  }

  protected async confirm({ line, confirmed }: LogisticsLineView, box: HTMLInputElement): Promise<void> {
    if (!(await this.office.confirm(line, box.checked))) box.checked = confirmed;
  }

  protected async enter(): Promise<void> {
    if (await this.office.enter()) this.#announcer.say(this.words.say('disclosure.pipeline.entered'));
  }
}
