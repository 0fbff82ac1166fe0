import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { OwnStageGatesView } from '@trellis/contracts';
import { stageNames } from '@trellis/domain';
import { Announcer, Button, StatePanel } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Languages } from '../core/i18n/languages';
import { OwnPage } from '../core/page/own-page';
import { IndexForm } from './index-form';
import { NextStage } from './next-stage';
import { OwnStage } from './own-stage';
import { WayBack } from './way-back';

/** Where we are, my own answer to what comes next, a pause, and the way back. */
@Component({
  selector: 'tr-stage-page',
  imports: [
    ...[Button, IndexForm, NextStage, OwnPage, ProblemNote, RouterLink, StatePanel],
    ...[TranslocoPipe, WayBack],
  ],
  templateUrl: './stage-page.html',
  styleUrl: './stage-page.css',
})
export class StagePage {
  readonly #stage = inject(OwnStage);
  readonly #announcer = inject(Announcer);
  readonly #transloco = inject(TranslocoService);
  protected readonly languages = inject(Languages);
  protected readonly attempt = new Attempt();
  protected readonly view = signal<OwnStageGatesView | null>(null);
  protected readonly state = computed(() => {
    if (this.view() !== null) return 'full';
    return this.attempt.problem() === null ? 'loading' : 'error';
  });
  protected readonly name = computed(() => {
    const view = this.view();
    return view === null ? '' : stageNames[view.stage][this.languages.active()];
  });

  constructor() {
    void this.load();
  }

  protected load(): Promise<void> {
    return this.attempt.run(async () => {
      this.view.set(await this.#stage.one());
    });
  }

  protected async pause(): Promise<void> {
    await this.take(() => this.#stage.pause(), 'stage.touch.done');
  }

  /** Carries an act of the page out, shows what came of it, and says it once. */
  async take(act: () => Promise<OwnStageGatesView>, said: string): Promise<void> {
    await this.attempt.run(async () => {
      this.view.set(await act());
      this.#announcer.say(this.#transloco.translate(said));
    });
  }
}
