import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ProgressNoteView } from '@trellis/contracts';
import { Announcer, Button, Card, StatePanel } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { Session } from '../core/session/session';
import { BeginNote } from './begin-note';
import { CoupleNotes } from './couple-notes';
import { NoteDraft } from './note-draft';
import { NoteList } from './note-list';
import { NoteReader } from './note-reader';
import { NoteWriter } from './note-writer';
import { ProgressNotesApi } from './progress-notes-api';

/** The notes in the record of a couple: the list beside the note that is read or written. */
@Component({
  selector: 'tr-progress-notes-page',
  imports: [
    BeginNote,
    Button,
    Card,
    NoteList,
    NoteReader,
    NoteWriter,
    ProblemNote,
    StatePanel,
    TranslocoPipe,
  ],
  providers: [CoupleNotes, NoteDraft],
  templateUrl: './progress-notes-page.html',
  styleUrl: './progress-notes-page.css',
})
export class ProgressNotesPage {
  readonly coupleId = input.required<string>();
  /** From the address: the session that one wants to write about. */
  readonly session = input<string>();
  readonly #api = inject(ProgressNotesApi);
  readonly #self = inject(Session);
  readonly #announcer = inject(Announcer);
  readonly #words = inject(Words);
  protected readonly notes = inject(CoupleNotes);
  protected readonly draft = inject(NoteDraft);
  protected readonly opening = new Attempt();
  protected readonly shown = signal<ProgressNoteView | null>(null);
  protected readonly beginning = signal(false);
  protected readonly chosen = computed(() => this.shown()?.id ?? null);
  protected readonly writing = computed(() => {
    const note = this.shown();
    return note !== null && note.isAuthor && (note.state === 'draft' || note.state === 'returned');
  });
  protected readonly mayWrite = computed(() => this.notes.page()?.mayWrite ?? false);

  constructor() {
    effect(() => {
      const [coupleId, session] = [this.coupleId(), this.session() ?? ''];
      untracked(() => void this.#enter(coupleId, session));
    });
  }

  protected async choose(id: string): Promise<void> {
    await this.opening.run(async () => {
      const note = await this.#api.one(this.coupleId(), id);
      this.beginning.set(false);
      this.shown.set(note);
      if (this.writing()) this.draft.show(this.coupleId(), note);
      else this.draft.close();
    });
  }

  protected begin(): void {
    this.shown.set(null);
    this.draft.close();
    this.beginning.set(true);
  }

  /** After a signature or an amendment the note is shown as it stands now. */
  protected async again(id: string): Promise<void> {
    await this.notes.open(this.coupleId());
    await this.choose(id);
  }

  protected async removed(): Promise<void> {
    this.shown.set(null);
    this.draft.close();
    this.#announcer.say(this.#words.say('progressNotes.writer.removed'));
    await this.notes.open(this.coupleId());
  }

  async #enter(coupleId: string, session: string): Promise<void> {
    this.shown.set(null);
    this.beginning.set(false);
    this.draft.close();
    await this.notes.open(coupleId);
    if (session === '' || coupleId !== this.coupleId()) return;
    const me = this.#self.staff()?.id;
    const mine = this.notes
      .rows()
      .find(({ appointmentId, byId }) => appointmentId === session && byId === me);
    if (mine !== undefined) await this.choose(mine.id);
    else this.beginning.set(this.mayWrite());
  }
}
