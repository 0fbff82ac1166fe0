import { Component, DestroyRef, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ReadingView } from '@trellis/contracts';
import { documentPlan, documentSectionIds } from '@trellis/domain';
import { Button, StatePanel } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { Languages } from '../core/i18n/languages';
import { OwnPage } from '../core/page/own-page';
import { OwnSession } from './own-session';

const lookEveryMs = 5_000;

/**
 * The words while they are read aloud. They live in this page alone: nothing is stored, and the place ends with a
 * pause, with its time and with leaving the page. The name and the hour stand across them.
 */
@Component({
  selector: 'tr-reading-page',
  imports: [Button, OwnPage, RouterLink, StatePanel, TranslocoPipe],
  host: {
    '(copy)': '$event.preventDefault()',
    '(cut)': '$event.preventDefault()',
    '(dragstart)': '$event.preventDefault()',
    '(contextmenu)': '$event.preventDefault()',
  },
  template: `
    <tr-own-page readers="none" [sentence]="'disclosureSession.reading.strip' | transloco">
      <h1 class="visually-hidden">{{ 'disclosureSession.running.toReading' | transloco }}</h1>
      <tr-state-panel
        [state]="state()"
        icon="book"
        [heading]="'disclosureSession.reading.states.' + state() | transloco"
        [sentence]="state() === 'empty' ? ('disclosureSession.reading.why' | transloco) : ''"
      >
        <a trButton routerLink="../running">{{ 'disclosureSession.reading.back' | transloco }}</a>
        @if (words(); as read) {
          <div class="reading" panelContent>
            <p class="small">{{ 'disclosureSession.reading.until' | transloco: { time: until() } }}</p>
            <div class="page">
              <p class="mark" aria-hidden="true">
                @for (line of lines; track line) {
                  <span [attr.data-line]="read.watermark.name + ' · ' + opened()"></span>
                }
              </p>
              @for (section of read.sections; track section.id) {
                <h2>{{ title(section.id) }}</h2>
                <p class="words">{{ section.text }}</p>
              }
            </div>
            <a trButton wide routerLink="../running">{{ 'disclosureSession.reading.back' | transloco }}</a>
          </div>
        }
      </tr-state-panel>
    </tr-own-page>
  `,
  styleUrl: './reading-page.css',
})
export class ReadingPage {
  readonly #clinic = inject(OwnSession);
  readonly #languages = inject(Languages);
  readonly #attempt = new Attempt();
  #token: string | null = null;
  readonly #closed = signal(false);
  protected readonly words = signal<ReadingView | null>(null);
  protected readonly lines = Array.from({ length: 24 }, (_, line) => line);
  protected readonly state = computed(() => {
    if (this.#closed()) return 'empty';
    return this.words() === null ? 'loading' : 'full';
  });
  protected readonly until = computed(() => this.#time(this.words()?.endsAt));
  protected readonly opened = computed(() => {
    const at = this.words()?.watermark.at;
    const style = { dateStyle: 'medium', timeStyle: 'medium' } as const;
    return at === undefined
      ? ''
      : new Intl.DateTimeFormat(this.#languages.active(), style).format(new Date(at));
  });

  constructor() {
    void this.#look();
    const look = setInterval(() => void this.#look(), lookEveryMs);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(look);
      this.#forget();
    });
  }

  protected title(id: string): string {
    const known = documentSectionIds.find((one) => one === id);
    return known === undefined ? '' : documentPlan[known].title[this.#languages.active()];
  }

  /** Asks again as long as the page stands: the words go as soon as the clinic no longer gives them. */
  async #look(): Promise<void> {
    if (this.#closed()) return;
    await this.#attempt.run(async () => {
      this.#token ??= (await this.#clinic.openReading()).token;
      this.words.set(await this.#clinic.read(this.#token));
    });
    if (this.#attempt.problem() !== null) this.#forget();
  }

  #forget(): void {
    this.words.set(null);
    this.#token = null;
    this.#closed.set(true);
  }

  #time(at: string | undefined): string {
    if (at === undefined) return '';
    return new Intl.DateTimeFormat(this.#languages.active(), { timeStyle: 'short' }).format(new Date(at));
  }
}
