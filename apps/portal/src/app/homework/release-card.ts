import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CaseReleaseView } from '@trellis/contracts';
import { safetyTags } from '@trellis/domain';
import { Button, Card, Chip, MultiChips, Note, type ChipTone, type Option } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { StepUp } from '../core/step-up/step-up';
import { StepUpDialog } from '../core/step-up/step-up-dialog';
import { type ReleaseAct, Releases } from './releases';

type State = 'waits' | 'author' | 'held' | 'kept' | 'shared' | 'taken_back';
const TONES: Readonly<Record<State, ChipTone>> = {
  waits: 'note', author: 'line', held: 'note', kept: 'line', shared: 'leaf', taken_back: 'line',
}; // prettier-ignore

/** What waits for the viewer and what is shared. A therapist approves, lifts a hold or keeps; only authors share. */
@Component({
  selector: 'tr-release-card',
  imports: [Button, Card, Chip, MultiChips, Note, ProblemNote, StepUpDialog, TranslocoPipe],
  providers: [Releases, StepUp],
  templateUrl: './release-card.html',
  styleUrl: './release-card.css',
})
export class ReleaseCard {
  readonly coupleId = input.required<string>();
  readonly opened = output<string>();
  readonly #words = inject(Words);
  readonly #stepUp = inject(StepUp);
  protected readonly releases = inject(Releases);
  protected readonly attempt = new Attempt();
  protected readonly looking = signal<string | null>(null);
  protected readonly found = signal<readonly string[]>([]);
  protected readonly rows = computed(() =>
    this.releases.rows().map((release) => {
      const state = stateOf(release);
      return {
        ...{ release, state, tone: TONES[state] },
        title: release.title[this.#words.language()],
        names: { from: release.personName, to: this.#words.list(release.recipients) },
      };
    }),
  );
  protected readonly tags = computed((): readonly Option[] =>
    safetyTags.map((value) => ({ value, label: this.#words.say(`homework.sharing.tags.${value}`) })),
  );

  constructor() {
    effect(() => {
      const coupleId = this.coupleId();
      untracked(() => void this.attempt.run(() => this.releases.load(coupleId)));
    });
  }

  protected act(release: CaseReleaseView, act: ReleaseAct): void {
    void this.attempt.run(async () => {
      await this.#stepUp.run(() => this.releases.act(release, act));
    });
  }

  protected look({ id, safetyTags: noted }: CaseReleaseView): void {
    this.looking.update((open) => (open === id ? null : id));
    this.found.set(noted);
  }

  protected keep(release: CaseReleaseView): void {
    const chosen = safetyTags.filter((tag) => this.found().includes(tag));
    void this.attempt.run(async () => {
      await this.releases.keep(release, chosen);
      this.looking.set(null);
    });
  }

  protected more(): void {
    void this.attempt.run(() => this.releases.load(this.coupleId(), true));
  }
}

/** The one thing that a therapist has to know first. */
export function stateOf(
  release: Pick<CaseReleaseView, 'state' | 'held' | 'safetyTags' | 'toPartner' | 'needsApproval'>,
): State {
  if (release.state === 'revoked') return 'taken_back';
  if (release.toPartner && release.safetyTags.length > 0) return 'kept';
  if (release.held) return 'held';
  if (release.state === 'released') return 'shared';
  return release.needsApproval ? 'waits' : 'author';
}
