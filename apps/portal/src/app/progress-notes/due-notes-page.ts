import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DueNotesView } from '@trellis/contracts';
import { Button, Card, Chip, CompartmentMark, StatePanel, compartmentOfSide } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { Session } from '../core/session/session';
import { NoteCoSigns } from './note-cosigns';
import { ProgressNotesApi } from './progress-notes-api';

/** What one still owes, oldest session first, and what colleagues asked one to sign after them. */
@Component({
  selector: 'tr-due-notes-page',
  imports: [
    Button,
    Card,
    Chip,
    CompartmentMark,
    NoteCoSigns,
    ProblemNote,
    RouterLink,
    StatePanel,
    TranslocoPipe,
  ],
  template: `
    <h1>{{ 'progressNotes.due.heading' | transloco }}</h1>
    @if (keeps) {
      <tr-state-panel
        icon="check-circle"
        [state]="state()"
        [heading]="'progressNotes.due.' + state() | transloco"
        [rows]="4"
      >
        <tr-problem-note [problem]="attempt.problem()" />
        @if (state() === 'error') {
          <button trButton type="button" (click)="load()">{{ 'progressNotes.again' | transloco }}</button>
        }
        <tr-card panelContent [heading]="'progressNotes.due.mine' | transloco">
          <p class="small">{{ 'progressNotes.due.what' | transloco: { days: days() } }}</p>
          <ul>
            @for (row of rows(); track row.appointmentId) {
              <li>
                <tr-compartment-mark [of]="row.mark" />
                <a
                  [routerLink]="['/couples', row.coupleId, 'progress-notes']"
                  [queryParams]="{ session: row.appointmentId }"
                  >{{ row.coupleName }}</a
                >
                <span>{{ row.when }}</span>
                <tr-chip [tone]="row.late ? 'note' : 'line'">{{
                  (row.late ? 'progressNotes.due.late' : 'progressNotes.due.inTime') | transloco
                }}</tr-chip>
                <span class="small">{{ row.standing }}</span>
              </li>
            }
          </ul>
        </tr-card>
      </tr-state-panel>
    }
    <tr-note-cosigns />
  `,
  styles: `
    :host {
      display: grid;
      gap: 14px;
      max-width: 760px;
    }
    ul {
      display: grid;
      gap: 4px;
      margin: 8px 0 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 10px;
      align-items: center;
      min-height: 40px;
    }
  `,
})
export class DueNotesPage {
  readonly #api = inject(ProgressNotesApi);
  readonly #words = inject(Words);
  protected readonly keeps = inject(Session).may('progress_notes.keep');
  protected readonly attempt = new Attempt();
  readonly #view = signal<DueNotesView | null>(null);
  protected readonly days = computed(() => this.#view()?.lateAfterDays ?? 0);
  protected readonly state = computed(() => {
    const view = this.#view();
    if (view === null) return this.attempt.problem() === null ? 'loading' : 'error';
    return view.due.length === 0 ? 'empty' : 'full';
  });
  protected readonly rows = computed(() =>
    (this.#view()?.due ?? []).map((row) => ({
      ...row,
      mark: compartmentOfSide[row.side],
      when: this.#words.moment(row.endedAt, row.timeZone),
      standing: this.#words.say(`progressNotes.due.standing.${row.state ?? 'none'}`),
    })),
  );

  constructor() {
    if (this.keeps) void this.load();
  }

  protected async load(): Promise<void> {
    await this.attempt.run(async () => {
      this.#view.set(await this.#api.due());
    });
  }
}
