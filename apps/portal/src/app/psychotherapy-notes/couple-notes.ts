import { Injectable, computed, inject, signal } from '@angular/core';
import type { PsychotherapyNoteRowView } from '@trellis/contracts';
import { type Problem, toProblem } from '../core/http/problem';
import { NotesApi } from './notes-api';

/** One's own notes on one couple, kept or removed, page by page: dates and lengths. */
@Injectable()
export class CoupleNotes {
  readonly #api = inject(NotesApi);
  readonly #nextCursor = signal<string | null>(null);
  #coupleId = '';

  readonly rows = signal<readonly PsychotherapyNoteRowView[]>([]);
  readonly state = signal<'loading' | 'full' | 'error'>('loading');
  readonly problem = signal<Problem | null>(null);
  readonly mayWrite = signal(false);
  readonly removed = signal(false);
  readonly hasMore = computed(() => this.#nextCursor() !== null);

  /** Loads the first page; what another couple had is gone at once. */
  async open(coupleId: string): Promise<void> {
    if (coupleId !== this.#coupleId) {
      this.rows.set([]);
      this.removed.set(false);
      this.state.set('loading');
    }
    this.#coupleId = coupleId;
    await this.#page(null);
  }

  async more(): Promise<void> {
    await this.#page(this.#nextCursor());
  }

  async showRemoved(removed: boolean): Promise<void> {
    this.removed.set(removed);
    await this.#page(null);
  }

  async #page(cursor: string | null): Promise<void> {
    const [coupleId, removed] = [this.#coupleId, this.removed()];
    const isCurrent = (): boolean => coupleId === this.#coupleId && removed === this.removed();
    try {
      const page = await this.#api.page(coupleId, removed, cursor);
      if (!isCurrent()) return;
      this.rows.update((rows) => (cursor === null ? page.notes : [...rows, ...page.notes]));
      this.#nextCursor.set(page.nextCursor);
      this.mayWrite.set(page.mayWrite);
      this.problem.set(null);
      this.state.set('full');
    } catch (failure) {
      if (!isCurrent()) return;
      this.problem.set(toProblem(failure));
      if (this.state() === 'loading') this.state.set('error');
    }
  }
}
