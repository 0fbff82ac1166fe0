import { Component, DestroyRef, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { LetterReadAloudView } from '@trellis/contracts';
import { letterExercise } from '@trellis/domain';
import { Button } from '@trellis/ui';
import { toProblem } from '../core/http/problem';
import { Said } from '../core/i18n/said';
import { OwnPage } from '../core/page/own-page';
import { Session } from '../core/session/session';
import { OwnLetters } from './own-letters';

/** How often the page asks whether the letter is still being read. */
const ASK_AGAIN_MS = 15_000;

/** The partner's letter while it is read aloud. It goes from the screen when the reading ends. */
@Component({
  selector: 'tr-listening-page',
  imports: [Button, OwnPage, RouterLink, Said, TranslocoPipe],
  template: `
    <tr-own-page readers="none" [sentence]="'letters.listening.strip' | transloco">
      @if (letter(); as letter) {
        <h1>{{ exercise().title | said }}</h1>
        <p class="lede">{{ 'letters.listening.lede' | transloco: { partner: partner() } }}</p>
        @for (field of exercise().fields; track field.key) {
          @if (letter.sections[field.key]; as text) {
            <section class="stack-s">
              <h2>{{ field.label | said }}</h2>
              <p class="sheet words">{{ text }}</p>
            </section>
          }
        }
      } @else {
        <h1>{{ (asked() ? 'letters.listening.over' : 'letters.listening.asking') | transloco }}</h1>
        @if (asked()) {
          <p>{{ 'letters.listening.overSentence' | transloco }}</p>
        }
      }
      <a trButton wide class="push" routerLink="/disclosure/letters">{{ 'letters.toList' | transloco }}</a>
    </tr-own-page>
  `,
  styles: `
    :host {
      display: flex;
      flex: 1;
      flex-direction: column;
      user-select: none;
    }
    .sheet {
      overflow-wrap: anywhere;
    }
    @media print {
      :host {
        display: none;
      }
    }
  `,
})
export class ListeningPage {
  readonly #letters = inject(OwnLetters);
  readonly #session = inject(Session);
  protected readonly partner = this.#session.partnerName;
  protected readonly letter = signal<LetterReadAloudView | null>(null);
  protected readonly asked = signal(false);
  protected readonly exercise = computed(() => letterExercise(this.letter()?.kind ?? 'impact'));

  constructor() {
    void this.#ask();
    const timer = setInterval(() => void this.#ask(), ASK_AGAIN_MS);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
    });
  }

  /**
   * Whether it is still read is asked again and again, its words once. Without an answer the text stays until its own
   * time is over; a plain no takes it away at once.
   */
  async #ask(): Promise<void> {
    try {
      const { reading } = await this.#letters.all();
      if (reading?.part !== 'listener') this.letter.set(null);
      else if (this.letter()?.kind !== reading.kind) this.letter.set(await this.#letters.listen());
    } catch (failure) {
      const until = this.letter()?.until;
      const late = until !== undefined && Date.now() >= new Date(until).getTime();
      if (toProblem(failure).code !== 'unreachable' || late) this.letter.set(null);
    }
    this.asked.set(true);
  }
}
