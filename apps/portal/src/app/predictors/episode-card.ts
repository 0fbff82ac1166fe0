import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { EpisodeView } from '@trellis/contracts';
import { type SupportTool, supportTools, supportToolWords } from '@trellis/domain';
import { Announcer, Button, Card, Chip, ChoiceList, Field } from '@trellis/ui';
import { Words } from '../core/i18n/words';
import { CoupleEpisodes } from './couple-episodes';
import { EpisodeWords } from './episode-words';

/** One episode: what was found, what to hold beside it, and the next step of the care team. */
@Component({
  selector: 'tr-episode-card',
  imports: [Button, Card, Chip, ChoiceList, Field, TranslocoPipe],
  templateUrl: './episode-card.html',
  styles: `
    .stack {
      display: grid;
      gap: 12px;
      max-width: 44rem;
    }
    ul {
      margin: 0;
      padding-left: 20px;
    }
    .line {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      align-items: center;
    }
  `,
})
export class EpisodeCard {
  readonly episode = input.required<EpisodeView>();
  readonly #words = inject(Words);
  readonly #episodeWords = inject(EpisodeWords);
  readonly #announcer = inject(Announcer);
  protected readonly episodes = inject(CoupleEpisodes);
  protected readonly tool = signal<SupportTool | null>(null);
  protected readonly text = signal('');
  protected readonly opened = signal<string | null>(null);
  protected readonly endings = ['resolved', 'expected', 'false_alarm'] as const;

  protected readonly heading = computed(() => {
    const { kind, openedOn } = this.episode();
    return this.#words.say(`predictors.episodes.heading.${kind}`, { day: this.#words.day(openedOn) });
  });
  protected readonly standing = computed(() => this.#episodeWords.standing(this.episode()));
  protected readonly found = computed(() => this.#episodeWords.found(this.episode()));
  protected readonly tools = computed(() =>
    supportTools.map((value) => ({
      value,
      label: this.#spoken(value, 'title'),
      question: this.#spoken(value, 'question'),
    })),
  );
  /** What the plan looks at first. */
  protected readonly chosenTool = computed(() => {
    const tool = supportTools.find((one) => one === this.episode().tool);
    return tool === undefined ? '' : this.#spoken(tool, 'title');
  });
  protected readonly question = computed(() => {
    const tool = this.tool();
    return tool === null ? '' : this.#spoken(tool, 'question');
  });
  protected readonly ready = computed(() => this.tool() !== null && this.text().trim() !== '');
  protected readonly open = computed(() => ['open', 'acknowledged', 'plan'].includes(this.episode().state));

  protected async acknowledge(): Promise<void> {
    if (await this.episodes.acknowledge(this.episode())) this.#say('acknowledge');
  }

  protected async plan(): Promise<void> {
    const tool = this.tool();
    if (tool === null || !this.ready()) return;
    if (!(await this.episodes.plan(this.episode(), { tool, words: this.text().trim() }))) return;
    this.text.set('');
    this.opened.set(null);
    this.#say('plan');
  }

  protected async close(as: string): Promise<void> {
    if (await this.episodes.close(this.episode(), as)) this.#say('close');
  }

  protected async read(): Promise<void> {
    this.opened.set(await this.episodes.words(this.episode()));
  }

  #spoken(tool: SupportTool, part: 'title' | 'question'): string {
    return supportToolWords[tool][part][this.#words.language()];
  }

  #say(act: string): void {
    this.#announcer.say(this.#words.say(`predictors.episodes.done.${act}`));
  }
}
