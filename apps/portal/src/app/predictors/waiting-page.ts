import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, Chip, type ChipTone, StatePanel } from '@trellis/ui';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { EpisodeWords } from './episode-words';
import { WaitingEpisodes } from './waiting-episodes';

/** Red is for safety alone; how urgent the rest is stands in its words. */
const tones: Readonly<Record<string, ChipTone>> = {
  immediate: 'alarm',
  red: 'note',
  amber: 'note',
  blue: 'plain',
};

/** What is open over the caseload, oldest first. Each leads to the couple, where it is worked on. */
@Component({
  selector: 'tr-waiting-page',
  imports: [Button, Chip, ProblemNote, RouterLink, StatePanel, TranslocoPipe],
  providers: [WaitingEpisodes],
  templateUrl: './waiting-page.html',
  styleUrl: './waiting-page.css',
})
export class WaitingPage {
  readonly #words = inject(Words);
  readonly #episodeWords = inject(EpisodeWords);
  protected readonly waiting = inject(WaitingEpisodes);
  protected readonly heading = computed(() => {
    const keys = { loading: 'loading', error: 'failed', empty: 'empty', full: 'heading' } as const;
    return this.#words.say(`predictors.waiting.${keys[this.waiting.state()]}`);
  });
  protected readonly rows = computed(() =>
    this.waiting.episodes().map((episode) => ({
      id: episode.id,
      coupleName: episode.coupleName,
      link: ['/couples', episode.coupleId, 'predictors'],
      tone: tones[episode.level] ?? 'plain',
      level: this.#words.say(`predictors.waiting.levels.${episode.level}`),
      since: this.#words.say('predictors.waiting.since', { day: this.#words.day(episode.openedOn) }),
      found: this.#episodeWords.found(episode),
      standing: this.#episodeWords.standing(episode),
    })),
  );

  constructor() {
    void this.waiting.load();
  }
}
