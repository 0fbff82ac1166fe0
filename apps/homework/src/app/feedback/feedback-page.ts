import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { OwnFeedbackView } from '@trellis/contracts';
import { Button, Note, StatePanel } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Languages } from '../core/i18n/languages';
import { Said } from '../core/i18n/said';
import { OwnPage } from '../core/page/own-page';
import { OwnFeedback } from '../core/record/own-feedback';
import { Session } from '../core/session/session';

/** What the own therapist wrote about one exercise, oldest first. A person speaks here, so it is set in serif. */
@Component({
  selector: 'tr-feedback-page',
  imports: [Button, Note, OwnPage, ProblemNote, RouterLink, Said, StatePanel, TranslocoPipe],
  template: `
    <tr-own-page readers="none" [sentence]="'feedback.strip' | transloco">
      @if (view(); as shown) {
        <h1>{{ shown.title | said }}</h1>
        @for (one of rows(); track $index) {
          <figure>
            <blockquote class="words">{{ one.words }}</blockquote>
            <figcaption class="small">
              {{ 'feedback.by' | transloco: { name: one.byName, when: one.day } }}
            </figcaption>
          </figure>
        } @empty {
          <p class="lede">{{ 'feedback.empty.sentence' | transloco }}</p>
        }
        @if (shown.askedAgain) {
          <tr-note icon="pen">{{ 'feedback.askedAgain' | transloco: names() }}</tr-note>
        }
        <div class="stack push">
          @if (shown.askedAgain) {
            <a trButton look="main" wide [routerLink]="['/tasks', shown.taskId, 'revision']">{{
              'feedback.revise' | transloco
            }}</a>
          }
          <a trButton wide [routerLink]="['/tasks', shown.taskId]">{{ 'feedback.task' | transloco }}</a>
          <a trButton look="quiet" wide routerLink="/feedback">{{ 'feedback.heading' | transloco }}</a>
        </div>
      } @else {
        <tr-state-panel
          [state]="attempt.problem() ? 'full' : 'loading'"
          [heading]="'feedback.loading' | transloco"
          [rows]="3"
        />
        <tr-problem-note [problem]="attempt.problem()" />
      }
    </tr-own-page>
  `,
  styleUrl: './feedback-page.css',
})
export class FeedbackPage {
  readonly taskId = input.required<string>();
  readonly #feedback = inject(OwnFeedback);
  readonly #languages = inject(Languages);
  readonly #session = inject(Session);
  protected readonly attempt = new Attempt();
  protected readonly view = signal<OwnFeedbackView | null>(null);
  protected readonly names = computed(() => ({ therapist: this.#session.therapistName() }));
  protected readonly rows = computed(() => {
    const days = new Intl.DateTimeFormat(this.#languages.active(), { dateStyle: 'long', timeZone: 'UTC' });
    return (this.view()?.feedback ?? []).map((one) => ({
      ...one,
      day: days.format(new Date(`${one.givenOn}T00:00:00Z`)),
    }));
  });

  constructor() {
    effect(() => {
      const taskId = this.taskId();
      untracked(() => void this.load(taskId));
    });
  }

  protected async load(taskId: string): Promise<void> {
    this.view.set(null);
    await this.attempt.run(async () => {
      this.view.set(await this.#feedback.one(taskId));
    });
  }
}
