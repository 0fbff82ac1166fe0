import { Injectable, computed, inject, signal } from '@angular/core';
import type { PsychotherapyNoteView } from '@trellis/contracts';
import type { SavePlace } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { UnsentText } from '../core/session/unsent-text';
import { NotesApi } from './notes-api';
import { lengthOf, longestNote, placeOf, unsavedFrom, type UnsavedNote } from './unsaved-note';

/**
 * The note on the desk: what the clinic has and what was typed since. Unsaved words stay in memory across
 * navigation, lock and sign-in. Two versions are never merged or dropped unasked.
 */
@Injectable()
export class NoteDraft {
  readonly #api = inject(NotesApi);
  readonly #unsent = inject(UnsentText);
  readonly #saved = signal<UnsavedNote | null>(null);
  #coupleId = '';

  readonly attempt = new Attempt();
  readonly text = signal('');
  readonly sessionOn = signal('');
  readonly savedAt = signal<string | null>(null);
  /** The note as another device left it, while the writer has not decided. */
  readonly other = signal<PsychotherapyNoteView | null>(null);

  readonly open = computed(() => this.#saved() !== null);
  readonly id = computed(() => this.#saved()?.id ?? null);
  readonly isNew = computed(() => this.#saved()?.version === 0);
  readonly version = computed(() => this.#saved()?.version ?? 0);
  readonly length = computed(() => lengthOf(this.text()));
  readonly dirty = computed(() => {
    const saved = this.#saved();
    return saved !== null && (saved.text !== this.text() || saved.sessionOn !== this.sessionOn());
  });
  readonly savable = computed(
    () => this.dirty() && this.text().trim() !== '' && this.length() <= longestNote && this.other() === null,
  );
  readonly place = computed((): SavePlace => {
    if (this.other() !== null) return 'two';
    if (this.attempt.busy()) return 'sending';
    if (this.attempt.problem()?.code === 'unreachable') return 'offline';
    return this.dirty() || this.isNew() ? 'page' : 'clinic';
  });

  close(): void {
    this.#put('', { id: '', version: 0, text: '', sessionOn: '' });
    this.#saved.set(null);
  }

  /** A new note, or the one that was begun and not saved. */
  begin(coupleId: string): void {
    const kept = unsavedFrom(this.#unsent.recall(placeOf(coupleId, null)));
    const id = kept?.id ?? crypto.randomUUID();
    this.#put(coupleId, { id, version: 0, text: '', sessionOn: '' });
    if (kept !== null) this.#takeUp(kept);
  }

  /** A note of the clinic, with what was typed over it and not saved. */
  show(coupleId: string, note: PsychotherapyNoteView): void {
    const { id, version, text } = note;
    const kept = unsavedFrom(this.#unsent.recall(placeOf(coupleId, id)));
    this.#put(coupleId, { id, version, text, sessionOn: note.sessionOn ?? '' });
    this.savedAt.set(note.changedAt);
    if (kept === null) return;
    this.#takeUp(kept);
    if (kept.version !== version) this.other.set(note);
  }

  type(text: string): void {
    this.text.set(text);
    this.#keep();
  }

  setDay(sessionOn: string): void {
    this.sessionOn.set(sessionOn);
    this.#keep();
  }

  /** True when the clinic has it now. */
  async save(): Promise<boolean> {
    const saved = this.#saved();
    if (saved === null || !this.savable()) return false;
    const [text, sessionOn] = [this.text(), this.sessionOn()];
    const coupleId = this.#coupleId;
    const words = { text, sessionOn: sessionOn === '' ? null : sessionOn };
    const done = await this.attempt.run(async () => {
      const answer = await this.#api.save(coupleId, saved.id, saved.version, words);
      this.#unsent.keep(placeOf(coupleId, saved.version === 0 ? null : saved.id), '');
      if (this.id() !== saved.id) return;
      this.#saved.set({ id: saved.id, version: answer.version, text, sessionOn });
      this.savedAt.set(answer.savedAt);
      this.#keep();
    });
    if (this.attempt.problem()?.code === 'version_stale') await this.#meetOther(coupleId, saved.id);
    return done;
  }

  /** One's own text becomes the note; the other one stays among its earlier texts. */
  async keepMine(): Promise<boolean> {
    this.#settle(this.text());
    return this.save();
  }

  /** Both texts in one note, the other first; not saved until the writer says so. */
  keepBoth(): void {
    const other = this.other();
    if (other !== null) this.#settle(`${other.text}\n\n${this.text()}`);
  }

  #settle(text: string): void {
    const other = this.other();
    if (other === null) return;
    const { id, version } = other;
    this.#saved.set({ id, version, text: other.text, sessionOn: other.sessionOn ?? '' });
    this.other.set(null);
    this.attempt.problem.set(null);
    this.type(text);
  }

  async #meetOther(coupleId: string, id: string): Promise<void> {
    await this.attempt.run(async () => {
      const note = await this.#api.one(coupleId, id);
      if (this.id() === id) this.other.set(note);
    });
  }

  #put(coupleId: string, saved: UnsavedNote): void {
    this.#coupleId = coupleId;
    this.#saved.set(saved);
    this.text.set(saved.text);
    this.sessionOn.set(saved.sessionOn);
    this.savedAt.set(null);
    this.other.set(null);
    this.attempt.problem.set(null);
  }

  #takeUp({ text, sessionOn }: UnsavedNote): void {
    this.text.set(text);
    this.sessionOn.set(sessionOn);
  }

  #keep(): void {
    const saved = this.#saved();
    if (saved === null) return;
    const { id, version } = saved;
    const unsaved: UnsavedNote = { id, version, text: this.text(), sessionOn: this.sessionOn() };
    const place = placeOf(this.#coupleId, version === 0 ? null : id);
    this.#unsent.keep(place, this.dirty() ? JSON.stringify(unsaved) : '');
  }
}
