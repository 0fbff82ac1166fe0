import { Injectable, computed, inject, signal } from '@angular/core';
import type { ProgressNoteRowView, ProgressNotesView } from '@trellis/contracts';
import { type Problem, toProblem } from '../core/http/problem';
import { ProgressNotesApi } from './progress-notes-api';

/** The notes of one couple that the reader may find, page by page, and the sessions they may write about. */
@Injectable()
export class CoupleNotes {
  readonly #api = inject(ProgressNotesApi);
  #coupleId = '';

  readonly page = signal<ProgressNotesView | null>(null);
  readonly rows = signal<readonly ProgressNoteRowView[]>([]);
  readonly problem = signal<Problem | null>(null);
  readonly state = computed(() => {
    if (this.page() !== null) return 'full';
    return this.problem() === null ? 'loading' : 'error';
  });
  readonly hasMore = computed(() => (this.page()?.nextCursor ?? null) !== null);
  readonly zone = computed(() => this.page()?.timeZone ?? 'UTC');

  /** Loads the first page; what another couple had is gone at once. */
  async open(coupleId: string): Promise<void> {
    if (coupleId !== this.#coupleId) {
      this.page.set(null);
      this.rows.set([]);
    }
    this.#coupleId = coupleId;
    await this.#load(null);
  }

  async more(): Promise<void> {
    await this.#load(this.page()?.nextCursor ?? null);
  }

  /** The last signed note of a record before a session; null where there is none on these pages. */
  lastBefore({ side, sessionAt, id }: ProgressNoteRowView): ProgressNoteRowView | null {
    const earlier = this.rows().filter(
      (row) => row.side === side && row.state === 'signed' && row.id !== id && row.sessionAt <= sessionAt,
    );
    return earlier[0] ?? null;
  }

  async #load(cursor: string | null): Promise<void> {
    const coupleId = this.#coupleId;
    try {
      const page = await this.#api.page(coupleId, cursor);
      if (coupleId !== this.#coupleId) return;
      this.rows.update((rows) => (cursor === null ? page.notes : [...rows, ...page.notes]));
      this.page.set(page);
      this.problem.set(null);
    } catch (failure) {
      if (coupleId === this.#coupleId) this.problem.set(toProblem(failure));
    }
  }
}
