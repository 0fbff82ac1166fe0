import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import type { ProgressNoteView } from '@trellis/contracts';
import type { SavePlace } from '@trellis/ui';
import { Attempt } from '../core/http/attempt';
import { UnsentText } from '../core/session/unsent-text';
import { ProgressNotesApi } from './progress-notes-api';

/** Milliseconds without a keystroke after which a draft is saved. */
const pause = 1_500;
/** The longest part the clinic keeps, in characters. */
export const longestPart = 8_000;

interface Kept {
  readonly version: number;
  readonly texts: readonly string[];
}

/**
 * The draft on the desk. It saves itself after a pause in typing; unsaved words stay in memory across navigation, lock
 * and sign-in. Where somebody saved meanwhile, both texts stand there until the writer saves on purpose.
 */
@Injectable()
export class NoteDraft {
  readonly #api = inject(ProgressNotesApi);
  readonly #unsent = inject(UnsentText);
  readonly #kept = signal<Kept | null>(null);
  #coupleId = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly attempt = new Attempt();
  readonly note = signal<ProgressNoteView | null>(null);
  readonly texts = signal<readonly string[]>([]);
  readonly savedAt = signal<string | null>(null);
  /** The draft as another window left it, while the writer has not decided. */
  readonly other = signal<ProgressNoteView | null>(null);

  readonly version = computed(() => this.#kept()?.version ?? 0);
  readonly tooLong = computed(() => this.texts().some((text) => text.length > longestPart));
  readonly empty = computed(() => this.texts().every((text) => text.trim() === ''));
  readonly dirty = computed(() => this.#kept() !== null && !same(this.#kept()?.texts ?? [], this.texts()));
  readonly place = computed((): SavePlace => {
    if (this.other() !== null) return 'two';
    if (this.attempt.busy()) return 'sending';
    if (this.attempt.problem()?.code === 'unreachable') return 'offline';
    return this.dirty() ? 'page' : 'clinic';
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.#timer);
    });
  }

  /** A draft of the clinic, with what was typed over it and not saved. */
  show(coupleId: string, note: ProgressNoteView): void {
    this.close();
    this.#coupleId = coupleId;
    this.note.set(note);
    this.savedAt.set(note.changedAt);
    const kept = this.#unsent.recall(placeOf(note.id));
    const unsaved = kept === '' ? null : (JSON.parse(kept) as Kept);
    this.#kept.set({ version: note.version, texts: note.texts });
    this.texts.set(unsaved?.texts ?? note.texts);
    if (unsaved !== null && unsaved.version !== note.version && this.dirty()) this.other.set(note);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.note.set(null);
    this.#kept.set(null);
    this.texts.set([]);
    this.savedAt.set(null);
    this.other.set(null);
    this.attempt.problem.set(null);
  }

  type(at: number, text: string): void {
    this.texts.update((texts) => texts.map((one, index) => (index === at ? text : one)));
    this.#keep();
    this.#saveSoon();
  }

  /** Saves what is typed. True when the clinic has it. With two texts it is the writer's word that theirs shall stand. */
  async save(): Promise<boolean> {
    clearTimeout(this.#timer);
    const [note, kept] = [this.note(), this.#kept()];
    if (note === null || kept === null || this.tooLong()) return false;
    if (!this.dirty()) return true;
    const texts = this.texts();
    this.other.set(null);
    const done = await this.attempt.run(async () => {
      const answer = await this.#api.save(this.#coupleId, note.id, kept.version, texts);
      if (this.note()?.id !== note.id) return;
      this.#kept.set({ version: answer.version, texts });
      this.savedAt.set(answer.savedAt);
      this.#keep();
    });
    if (done && this.dirty()) this.#saveSoon();
    if (this.attempt.problem()?.code === 'version_stale') await this.#meetOther(note.id);
    return done;
  }

  #saveSoon(): void {
    clearTimeout(this.#timer);
    if (this.other() === null) this.#timer = setTimeout(() => void this.save(), pause);
  }

  /** One's own words stay in their fields; the next saving is over what stands now. */
  async #meetOther(id: string): Promise<void> {
    await this.attempt.run(async () => {
      const now = await this.#api.one(this.#coupleId, id);
      if (this.note()?.id !== id) return;
      this.#kept.set({ version: now.version, texts: now.texts });
      if (this.dirty()) this.other.set(now);
    });
  }

  #keep(): void {
    const note = this.note();
    if (note === null) return;
    const unsaved: Kept = { version: this.version(), texts: this.texts() };
    this.#unsent.keep(placeOf(note.id), this.dirty() ? JSON.stringify(unsaved) : '');
  }
}

function placeOf(noteId: string): string {
  return `progress-note:${noteId}`;
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, at) => text === other[at]);
}
