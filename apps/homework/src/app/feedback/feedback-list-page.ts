import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { OwnFeedbackItemView } from '@trellis/contracts';
import { Button, Chip, Icon, StatePanel } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Languages } from '../core/i18n/languages';
import { Said } from '../core/i18n/said';
import { OwnPage } from '../core/page/own-page';
import { OwnFeedback } from '../core/record/own-feedback';

/** Everything the own therapist wrote about, newest first. */
@Component({
  selector: 'tr-feedback-list-page',
  imports: [Button, Chip, Icon, OwnPage, ProblemNote, RouterLink, Said, StatePanel, TranslocoPipe],
  template: `
    <tr-own-page readers="none" [sentence]="'feedback.strip' | transloco">
      <h1>{{ 'feedback.heading' | transloco }}</h1>
      <tr-state-panel
        [state]="state()"
        [heading]="(items() ? 'feedback.empty.heading' : 'feedback.loading') | transloco"
        [sentence]="'feedback.empty.sentence' | transloco"
        icon="speech"
        [rows]="3"
      >
        <ul panelContent class="entries">
          @for (row of items(); track row.taskId) {
            <li>
              <a [routerLink]="['/feedback', row.taskId]">
                <tr-icon name="speech" />
                <span
                  >{{ row.title | said
                  }}<span class="small">{{
                    'feedback.by' | transloco: { name: row.byName, when: day(row.givenOn) }
                  }}</span></span
                >
                @if (row.unread) {
                  <tr-chip tone="leaf">{{ 'feedback.new' | transloco }}</tr-chip>
                } @else {
                  <tr-icon name="chevron-right" />
                }
              </a>
            </li>
          }
        </ul>
      </tr-state-panel>
      @if (attempt.problem()) {
        <tr-problem-note [problem]="attempt.problem()" />
        <button trButton wide type="button" (click)="load()">{{ 'feedback.again' | transloco }}</button>
      }
      <a trButton wide class="push" routerLink="/today">{{ 'task.backToToday' | transloco }}</a>
    </tr-own-page>
  `,
  styleUrl: './feedback-page.css',
})
export class FeedbackListPage {
  readonly #feedback = inject(OwnFeedback);
  readonly #languages = inject(Languages);
  protected readonly attempt = new Attempt();
  protected readonly items = signal<readonly OwnFeedbackItemView[] | null>(null);
  protected readonly state = computed(() => {
    const items = this.items();
    if (items === null) return this.attempt.problem() === null ? 'loading' : 'full';
    return items.length === 0 ? 'empty' : 'full';
  });

  constructor() {
    void this.load();
  }

  protected day(localDate: string): string {
    const days = new Intl.DateTimeFormat(this.#languages.active(), { dateStyle: 'long', timeZone: 'UTC' });
    return days.format(new Date(`${localDate}T00:00:00Z`));
  }

  protected async load(): Promise<void> {
    await this.attempt.run(async () => {
      this.items.set((await this.#feedback.list()).items);
    });
  }
}
