import { Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PsychotherapyNoteFileView } from '@trellis/contracts';
import { Button, Card, StatePanel } from '@trellis/ui';
import { type Problem, toProblem } from '../core/http/problem';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { NotesApi } from './notes-api';

/** The couples on which one keeps notes; the way to those one cares for no longer. */
@Component({
  selector: 'tr-note-files-page',
  imports: [Button, Card, ProblemNote, RouterLink, StatePanel, TranslocoPipe],
  template: `
    <h1>{{ 'psychotherapyNotes.files.heading' | transloco }}</h1>
    <p class="lead">{{ 'psychotherapyNotes.who' | transloco }}</p>
    <tr-state-panel
      [state]="state()"
      icon="pen"
      [heading]="'psychotherapyNotes.files.' + state() | transloco"
      [sentence]="(state() === 'empty' ? 'psychotherapyNotes.files.how' : '') | transloco"
    >
      <tr-problem-note [problem]="problem()" />
      @if (state() === 'error') {
        <button trButton type="button" (click)="load()">{{ 'psychotherapyNotes.again' | transloco }}</button>
      }
      <tr-card panelContent flush>
        <ul>
          @for (file of files(); track file.coupleId) {
            <li>
              <a [routerLink]="linkOf(file)"
                ><b>{{ file.coupleName ?? ('psychotherapyNotes.files.former' | transloco) }}</b>
                <span class="small">{{ detail(file) }}</span></a
              >
            </li>
          }
        </ul>
      </tr-card>
    </tr-state-panel>
  `,
  styles: `
    .lead {
      margin: 4px 0 16px;
      color: var(--ink-2);
    }
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li + li {
      border-top: 1px solid var(--line);
    }
    a {
      display: grid;
      gap: 2px;
      padding: 10px 16px;
      text-decoration: none;
    }
    b {
      text-decoration: underline;
    }
  `,
})
export class NoteFilesPage {
  readonly #api = inject(NotesApi);
  readonly #words = inject(Words);
  protected readonly files = signal<readonly PsychotherapyNoteFileView[]>([]);
  protected readonly state = signal<'loading' | 'full' | 'empty' | 'error'>('loading');
  protected readonly problem = signal<Problem | null>(null);

  constructor() {
    void this.load();
  }

  protected async load(): Promise<void> {
    try {
      const { files } = await this.#api.files();
      this.files.set(files);
      this.problem.set(null);
      this.state.set(files.length === 0 ? 'empty' : 'full');
    } catch (failure) {
      this.problem.set(toProblem(failure));
      this.state.set('error');
    }
  }

  /** In the couple's workspace, or alone when that is closed to the author. */
  protected linkOf({ coupleId, coupleName }: PsychotherapyNoteFileView): readonly string[] {
    return coupleName === null ? ['/private-notes', coupleId] : ['/couples', coupleId, 'private-notes'];
  }

  protected detail({ notes, lastChangedAt }: PsychotherapyNoteFileView): string {
    const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    const day = this.#words.date(lastChangedAt, zone);
    return this.#words.say('psychotherapyNotes.files.detail', { count: notes, day });
  }
}
