import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { SharedItemView } from '@trellis/contracts';
import { Button, Icon, StatePanel } from '@trellis/ui';
import { Attempt } from '../../core/http/attempt';
import { ProblemNote } from '../../core/http/problem-note';
import { Languages } from '../../core/i18n/languages';
import { OwnPage } from '../../core/page/own-page';
import { SharedItems } from './shared-items';

/** What the partner shared, newest first: as long as it is shared, and no trace of anything else. */
@Component({
  selector: 'tr-shared-page',
  imports: [Button, Icon, OwnPage, ProblemNote, RouterLink, StatePanel, TranslocoPipe],
  template: `
    <tr-own-page readers="none" [sentence]="'task.withMe.strip' | transloco">
      <h1>{{ 'task.withMe.heading' | transloco }}</h1>
      <tr-state-panel
        [state]="state()"
        [heading]="(items() ? 'task.withMe.empty.heading' : 'task.withMe.loading') | transloco"
        [sentence]="'task.withMe.empty.sentence' | transloco"
        icon="document"
        [rows]="3"
      >
        <ul panelContent class="entries">
          @for (row of rows(); track row.id) {
            <li>
              <a [routerLink]="['/shared', row.id]">
                <tr-icon name="document" />
                <span
                  >{{ row.title }}<span class="small">{{ row.from }}</span></span
                >
                <tr-icon name="chevron-right" />
              </a>
            </li>
          }
        </ul>
      </tr-state-panel>
      @if (cursor()) {
        <button trButton type="button" [busy]="attempt.busy()" (click)="load()">
          {{ 'task.withMe.older' | transloco }}
        </button>
      }
      <tr-problem-note [problem]="attempt.problem()" />
      <a trButton wide class="push" routerLink="/record">{{ 'task.backToRecord' | transloco }}</a>
    </tr-own-page>
  `,
  styleUrl: './shared-page.css',
})
export class SharedPage {
  readonly #shared = inject(SharedItems);
  readonly #languages = inject(Languages);
  protected readonly attempt = new Attempt();
  protected readonly items = signal<readonly SharedItemView[] | null>(null);
  protected readonly cursor = signal<string | null>(null);
  protected readonly state = computed(() => {
    const items = this.items();
    if (items === null) return this.attempt.problem() === null ? 'loading' : 'full';
    return items.length === 0 ? 'empty' : 'full';
  });
  protected readonly rows = computed(() => {
    const language = this.#languages.active();
    const days = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
    return (this.items() ?? []).map(({ id, fromName, sharedOn, title }) => ({
      id,
      title: title[language],
      from: `${fromName}, ${days.format(new Date(`${sharedOn}T00:00:00Z`))}`,
    }));
  });

  constructor() {
    void this.load();
  }

  protected async load(): Promise<void> {
    await this.attempt.run(async () => {
      const page = await this.#shared.page(this.cursor());
      this.items.update((before) => [...(before ?? []), ...page.items]);
      this.cursor.set(page.nextCursor);
    });
  }
}
