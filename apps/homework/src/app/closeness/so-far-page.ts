import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PersonTrackersView } from '@trellis/contracts';
import {
  attachmentCaption,
  attachmentNames,
  daysPractisedWords,
  reactionCaption,
  reactionNames,
} from '@trellis/domain';
import { Button, StatePanel } from '@trellis/ui';
import { ProblemNote } from '../core/http/problem-note';
import { type Problem, toProblem } from '../core/http/problem';
import { Languages } from '../core/i18n/languages';
import { Said } from '../core/i18n/said';
import { OwnPage } from '../core/page/own-page';
import { OwnTrackers } from '../core/record/own-trackers';

/** What a person's own answers came to so far, in whole points and without a judgement. */
@Component({
  selector: 'tr-so-far-page',
  imports: [Button, OwnPage, ProblemNote, RouterLink, Said, StatePanel, TranslocoPipe],
  templateUrl: './so-far-page.html',
  styles: `
    table {
      width: 100%;
    }
    th,
    td {
      padding: 6px 0;
      text-align: left;
      border-top: 1px solid var(--line);
    }
    td {
      text-align: right;
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class SoFarPage {
  readonly #trackers = inject(OwnTrackers);
  readonly #languages = inject(Languages);
  protected readonly attachmentCaption = attachmentCaption;
  protected readonly reactionCaption = reactionCaption;
  protected readonly trackers = signal<PersonTrackersView | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  /** The newest of each, with the day it is of. */
  protected readonly closeness = computed(() => {
    const newest = this.trackers()?.attachment.at(-1);
    if (newest === undefined) return null;
    return {
      on: this.#day(newest.on),
      rows: [
        { name: attachmentNames.anxious, score: newest.anxious },
        { name: attachmentNames.avoidant, score: newest.avoidant },
      ],
    };
  });
  protected readonly reactions = computed(() => {
    const newest = this.trackers()?.reactions.at(-1);
    if (newest === undefined) return null;
    return {
      on: this.#day(newest.on),
      rows: [
        { name: reactionNames.intrusion, score: newest.intrusion },
        { name: reactionNames.avoidance_numbing, score: newest.avoidanceNumbing },
        { name: reactionNames.alarm, score: newest.alarm },
        { name: reactionNames.self_blame, score: newest.selfBlame },
      ],
    };
  });
  protected readonly days = computed(() => {
    const days = this.trackers()?.days ?? null;
    return days === null || days.of === 0 ? null : daysPractisedWords(days);
  });
  protected readonly urges = computed(() => {
    const urges = this.trackers()?.urges ?? null;
    return urges === null || urges.count === 0 ? null : urges;
  });
  protected readonly nothing = computed(() =>
    [this.closeness(), this.reactions(), this.days(), this.urges()].every((one) => one === null),
  );

  constructor() {
    void this.load();
  }

  protected async load(): Promise<void> {
    this.problem.set(null);
    try {
      this.trackers.set(await this.#trackers.own());
    } catch (failure) {
      this.problem.set(toProblem(failure));
    }
  }

  #day(on: string): string {
    const options = { day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
    return new Intl.DateTimeFormat(this.#languages.active(), options).format(new Date(`${on}T00:00:00Z`));
  }
}
