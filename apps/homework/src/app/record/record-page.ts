import { Component, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { TaskCardView } from '@trellis/contracts';
import { Button, StatePanel } from '@trellis/ui';
import { OwnHomework } from '../core/homework/own-homework';
import { TaskLink } from '../core/homework/task-link';
import { ProblemNote } from '../core/http/problem-note';
import { type Problem, toProblem } from '../core/http/problem';
import { OwnPage } from '../core/page/own-page';
import { Session } from '../core/session/session';
import { MeasurementConsent } from './measurement-consent';
import { Openings } from './openings';

/** What I handed in, newest first, and who has a way in to it. */
@Component({
  selector: 'tr-record-page',
  imports: [Button, MeasurementConsent, Openings, OwnPage, ProblemNote, StatePanel, TaskLink, TranslocoPipe],
  template: `
    <tr-own-page>
      <h1>{{ 'record.heading' | transloco }}</h1>
      <section class="stack-s">
        <h2>{{ 'record.wrote' | transloco }}</h2>
        <tr-state-panel
          [state]="state()"
          [heading]="(tasks() ? 'record.empty.heading' : 'record.loading') | transloco"
          [sentence]="'record.empty.sentence' | transloco"
          icon="document"
          [rows]="4"
        >
          <div panelContent>
            <ul class="entries">
              @for (task of tasks(); track task.id) {
                <li><tr-task-link [task]="task" /></li>
              }
            </ul>
            @if (cursor()) {
              <button class="text-link" type="button" (click)="load()">
                {{ 'record.older' | transloco }}
              </button>
            }
          </div>
        </tr-state-panel>
        @if (problem()) {
          <tr-problem-note [problem]="problem()" />
          <button trButton type="button" (click)="load()">{{ 'record.again' | transloco }}</button>
        }
      </section>
      <section class="stack-s">
        <h2>{{ 'record.who.heading' | transloco }}</h2>
        <p class="small">{{ 'record.who.therapist' | transloco: names() }}</p>
        <p class="small">{{ 'record.who.partner' | transloco: names() }}</p>
      </section>
      <section class="stack-s"><tr-openings /></section>
      <section class="stack-s"><tr-measurement-consent /></section>
      <button trButton wide class="push" type="button" (click)="signOut()">
        {{ 'record.signOut' | transloco }}
      </button>
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
export class RecordPage {
  readonly #homework = inject(OwnHomework);
  readonly #router = inject(Router);
  readonly #session = inject(Session);
  protected readonly tasks = signal<readonly TaskCardView[] | null>(null);
  protected readonly cursor = signal<string | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly state = computed(() => {
    const tasks = this.tasks();
    if (tasks === null) return this.problem() === null ? 'loading' : 'full';
    return tasks.length === 0 ? 'empty' : 'full';
  });
  protected readonly names = computed(() => ({
    therapist: this.#session.therapistName(),
    partner: this.#session.partnerName(),
  }));

  constructor() {
    void this.load();
  }

  protected async load(): Promise<void> {
    this.problem.set(null);
    try {
      const page = await this.#homework.record(this.cursor());
      this.tasks.update((before) => [...(before ?? []), ...page.tasks]);
      this.cursor.set(page.nextCursor);
    } catch (failure) {
      this.problem.set(toProblem(failure));
    }
  }

  protected async signOut(): Promise<void> {
    // Without an answer from the clinic this page is signed out all the same; the session there runs out by itself.
    await this.#session.signOut().catch(() => undefined);
    await this.#router.navigateByUrl('/sign-in', { replaceUrl: true });
  }
}
