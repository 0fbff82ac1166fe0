import { Component, effect, inject, input, signal, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PsychotherapyNoteRevisionView, PsychotherapyNoteTextView } from '@trellis/contracts';
import { Button } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { NotesApi } from './notes-api';

/** What stood in a note before it was changed; each is opened, and put on record, only when asked for. */
@Component({
  selector: 'tr-earlier-texts',
  imports: [Button, ProblemNote, TranslocoPipe],
  template: `
    <details (toggle)="load()" #box>
      <summary>{{ 'psychotherapyNotes.earlier.heading' | transloco: { count: revision() - 1 } }}</summary>
      <ul>
        @for (one of revisions(); track one.revision) {
          <li>
            <button trButton look="quiet" small type="button" (click)="open(one.revision)">
              {{ when(one) }}
            </button>
            @if (shown()?.revision === one.revision) {
              <p>{{ shown()?.text }}</p>
            }
          </li>
        }
      </ul>
      <tr-problem-note [problem]="attempt.problem()" />
    </details>
  `,
  styles: `
    summary {
      color: var(--leaf);
      font-weight: 600;
      cursor: pointer;
    }
    ul {
      padding: 0;
      list-style: none;
    }
    li p {
      margin: 4px 0 12px;
      padding: 12px 14px;
      font-family: var(--serif);
      white-space: pre-wrap;
      overflow-wrap: anywhere;
      background: var(--surface-2);
      border-radius: var(--radius-s);
    }
  `,
})
export class EarlierTexts {
  readonly coupleId = input.required<string>();
  readonly noteId = input.required<string>();
  /** The present revision; the texts below it are the earlier ones. */
  readonly revision = input.required<number>();
  readonly #api = inject(NotesApi);
  readonly #words = inject(Words);
  protected readonly attempt = new Attempt();
  protected readonly revisions = signal<readonly PsychotherapyNoteRevisionView[]>([]);
  protected readonly shown = signal<PsychotherapyNoteTextView | null>(null);

  constructor() {
    effect(() => {
      this.noteId();
      this.revision();
      untracked(() => {
        this.revisions.set([]);
        this.shown.set(null);
      });
    });
  }

  protected async load(): Promise<void> {
    if (this.revisions().length > 0) return;
    await this.attempt.run(async () => {
      const { revisions } = await this.#api.revisions(this.coupleId(), this.noteId());
      this.revisions.set(revisions.filter(({ revision }) => revision < this.revision()));
    });
  }

  protected async open(revision: number): Promise<void> {
    if (this.shown()?.revision === revision) {
      this.shown.set(null);
      return;
    }
    await this.attempt.run(async () => {
      this.shown.set(await this.#api.revision(this.coupleId(), this.noteId(), revision));
    });
  }

  protected when({ writtenAt }: PsychotherapyNoteRevisionView): string {
    return this.#words.instant(writtenAt, new Intl.DateTimeFormat().resolvedOptions().timeZone);
  }
}
