import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { TodayView } from '@trellis/contracts';
import { Button, Icon, StatePanel } from '@trellis/ui';
import { OwnHomework } from '../core/homework/own-homework';
import { TaskLink } from '../core/homework/task-link';
import { ProblemNote } from '../core/http/problem-note';
import { type Problem, toProblem } from '../core/http/problem';
import { OwnPage } from '../core/page/own-page';
import { KeptHere } from './kept-here';

/** What I have begun and not handed in, and the way to what I have. */
@Component({
  selector: 'tr-writing-page',
  imports: [Button, Icon, KeptHere, OwnPage, ProblemNote, RouterLink, StatePanel, TaskLink, TranslocoPipe],
  template: `
    <tr-own-page readers="words">
      <h1>{{ 'writing.heading' | transloco }}</h1>
      <section class="stack-s">
        <h2>{{ 'writing.begun' | transloco }}</h2>
        @if (problem()) {
          <tr-problem-note [problem]="problem()" />
          <button trButton type="button" (click)="load()">{{ 'writing.again' | transloco }}</button>
        } @else {
          <tr-state-panel
            [state]="state()"
            [heading]="(today() ? 'writing.empty.heading' : 'writing.loading') | transloco"
            [sentence]="'writing.empty.sentence' | transloco"
            icon="pen"
            [rows]="3"
          >
            <ul class="entries" panelContent>
              @for (task of begun(); track task.id) {
                <li><tr-task-link [task]="task" /></li>
              }
            </ul>
          </tr-state-panel>
        }
      </section>
      <tr-kept-here />
      <a class="row" routerLink="/record">
        <tr-icon name="document" />
        <span
          >{{ 'writing.handedIn' | transloco
          }}<span class="small">{{ 'writing.inRecord' | transloco }}</span></span
        >
        <tr-icon name="chevron-right" />
      </a>
    </tr-own-page>
  `,
  styles: `
    :host {
      display: flex;
      flex: 1;
      flex-direction: column;
    }
  `,
})
export class WritingPage {
  readonly #homework = inject(OwnHomework);
  protected readonly today = signal<TodayView | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly begun = computed(
    () => this.today()?.tasks.filter(({ state }) => state === 'draft') ?? [],
  );
  protected readonly state = computed(() => {
    if (this.today() === null) return 'loading';
    return this.begun().length === 0 ? 'empty' : 'full';
  });

  constructor() {
    void this.load();
  }

  protected async load(): Promise<void> {
    this.problem.set(null);
    try {
      this.today.set(await this.#homework.today());
    } catch (failure) {
      this.problem.set(toProblem(failure));
    }
  }
}
