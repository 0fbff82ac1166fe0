import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PsychotherapyNoteRowView, PsychotherapyNoteView } from '@trellis/contracts';
import { Announcer, Button, Card, Icon, Note, StatePanel } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { ProblemNote } from '../core/http/problem-note';
import { Words } from '../core/i18n/words';
import { UnsentText } from '../core/session/unsent-text';
import { CoupleNotes } from './couple-notes';
import { EarlierTexts } from './earlier-texts';
import { NoteDraft } from './note-draft';
import { NoteEditor } from './note-editor';
import { NoteList } from './note-list';
import { NotesApi } from './notes-api';
import { placeOf } from './unsaved-note';

/** One's own private notes on a couple: the list beside the page one writes on. */
@Component({
  selector: 'tr-notes-page',
  imports: [
    Button,
    Card,
    EarlierTexts,
    Icon,
    Note,
    NoteEditor,
    NoteList,
    ProblemNote,
    StatePanel,
    TranslocoPipe,
  ],
  providers: [CoupleNotes, NoteDraft],
  templateUrl: './notes-page.html',
  styleUrl: './notes-page.css',
})
export class NotesPage {
  readonly coupleId = input.required<string>();
  readonly #api = inject(NotesApi);
  readonly #unsent = inject(UnsentText);
  readonly #announcer = inject(Announcer);
  readonly #words = inject(Words);
  protected readonly notes = inject(CoupleNotes);
  protected readonly draft = inject(NoteDraft);
  protected readonly opening = new Attempt();
  /** The note on the desk as the clinic has it; null for a new one. */
  protected readonly shown = signal<PsychotherapyNoteView | null>(null);
  protected readonly chosen = computed(() => this.shown()?.id ?? null);
  protected readonly readOnly = computed(() => this.shown()?.removedAt != null || !this.notes.mayWrite());

  constructor() {
    effect(() => {
      const coupleId = this.coupleId();
      untracked(() => void this.#enter(coupleId));
    });
  }

  protected begin(): void {
    this.shown.set(null);
    this.opening.problem.set(null);
    this.draft.begin(this.coupleId());
  }

  protected async choose({ id }: Pick<PsychotherapyNoteRowView, 'id'>): Promise<void> {
    await this.opening.run(async () => {
      const note = await this.#api.one(this.coupleId(), id);
      this.shown.set(note);
      this.draft.show(this.coupleId(), note);
    });
  }

  /** The list has its new dates, and the desk the number of earlier texts. */
  protected async saved(): Promise<void> {
    this.#announcer.say(this.#words.say('psychotherapyNotes.saved.clinic'));
    await this.notes.open(this.coupleId());
    const row = this.notes.rows().find(({ id }) => id === this.draft.id());
    if (row !== undefined)
      this.shown.set({ ...row, text: this.draft.text(), mayWrite: this.notes.mayWrite() });
  }

  /** Puts the note away, or brings it back; nothing is asked first, because it can be undone. */
  protected async setRemoved(removed: boolean): Promise<void> {
    const note = this.shown();
    if (note === null) return;
    const version = removed ? this.draft.version() : note.version;
    await this.opening.run(async () => {
      await this.#api.setRemoved(this.coupleId(), note.id, version, removed);
      this.#unsent.keep(placeOf(this.coupleId(), note.id), '');
      this.shown.set(null);
      this.draft.close();
      this.#announcer.say(
        this.#words.say(removed ? 'psychotherapyNotes.removed.done' : 'psychotherapyNotes.removed.back'),
      );
    });
    await this.notes.open(this.coupleId());
  }

  async #enter(coupleId: string): Promise<void> {
    this.shown.set(null);
    this.draft.close();
    if (this.#unsent.recall(placeOf(coupleId, null)) !== '') this.draft.begin(coupleId);
    await this.notes.open(coupleId);
  }
}
