import { computed, signal } from '@angular/core';
import { type Problem, toProblem } from '../core/http/problem';

export interface Page<Line> {
  readonly lines: readonly Line[];
  readonly nextCursor: string | null;
}

/** A list of the clinic, newest first, that grows downwards; what stands there stays when older lines do not come. */
export class NewestFirst<Line> {
  readonly #read: (cursor: string | null) => Promise<Page<Line>>;
  /** Null until the first lines have come. */
  readonly lines = signal<readonly Line[] | null>(null);
  readonly cursor = signal<string | null>(null);
  readonly busy = signal(false);
  readonly problem = signal<Problem | null>(null);
  readonly state = computed(() => {
    const lines = this.lines();
    if (lines === null) return this.problem() === null ? 'loading' : 'full';
    return lines.length === 0 ? 'empty' : 'full';
  });

  /** @param read one page: the newest lines for null, otherwise those after the cursor */
  constructor(read: (cursor: string | null) => Promise<Page<Line>>) {
    this.#read = read;
    void this.more();
  }

  async more(): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      const { lines, nextCursor } = await this.#read(this.cursor());
      this.lines.update((before) => [...(before ?? []), ...lines]);
      this.cursor.set(nextCursor);
    } catch (failure) {
      this.problem.set(toProblem(failure));
    } finally {
      this.busy.set(false);
    }
  }
}
