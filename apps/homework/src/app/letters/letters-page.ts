import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { OwnLetterRowView, OwnLettersView } from '@trellis/contracts';
import { letterExercise } from '@trellis/domain';
import { Button, Icon, Note, StatePanel } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Said } from '../core/i18n/said';
import { OwnPage } from '../core/page/own-page';
import { Session } from '../core/session/session';
import { AgreePanel } from './agree-panel';
import { OwnLetters } from './own-letters';

/** One's own letters, those that were read aloud to the person, and a letter that can be begun now. */
@Component({
  selector: 'tr-letters-page',
  imports: [
    AgreePanel,
    Button,
    Icon,
    Note,
    OwnPage,
    ProblemNote,
    RouterLink,
    Said,
    StatePanel,
    TranslocoPipe,
  ],
  templateUrl: './letters-page.html',
  styleUrl: './letters-page.css',
})
export class LettersPage {
  readonly #letters = inject(OwnLetters);
  readonly #router = inject(Router);
  readonly #session = inject(Session);
  protected readonly loading = new Attempt();
  protected readonly beginning = new Attempt();
  protected readonly list = signal<OwnLettersView | null>(null);
  protected readonly exercise = letterExercise;
  protected readonly names = computed(() => ({
    therapist: this.#session.therapistName(),
    partner: this.#session.partnerName(),
  }));
  protected readonly state = computed(() => {
    const list = this.list();
    if (list === null) return this.loading.problem() === null ? 'loading' : 'error';
    return list.own.length + list.heard.length + list.mayBegin.length === 0 ? 'empty' : 'full';
  });

  constructor() {
    void this.load();
  }

  protected statusOf(letter: OwnLetterRowView): string {
    if (letter.destroyedAt !== null) return 'destroyed';
    if (letter.sealedAt !== null) return 'sealed';
    if (letter.deliveredAt !== null) return letter.released ? 'deliveredReleased' : 'delivered';
    if (letter.revision === 0) return 'draft';
    return letter.released ? 'released' : 'laidDown';
  }

  protected async begin(kind: 'impact' | 'restitution'): Promise<void> {
    const id = crypto.randomUUID();
    await this.beginning.run(async () => {
      await this.#letters.begin(id, kind);
      await this.#router.navigate(['/disclosure/letters', id]);
    });
  }

  protected async load(): Promise<void> {
    await this.loading.run(async () => {
      this.list.set(await this.#letters.all());
    });
  }
}
