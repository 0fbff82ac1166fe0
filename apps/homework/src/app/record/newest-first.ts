import { type WritableSignal, computed, signal } from '@angular/core';
import { type Problem, toProblem } from '../core/http/problem';

export interface Page<Line> {
  readonly lines: readonly Line[];
  readonly nextCursor: string | null;
}

/** How many more are shown at a press. */
const AT_ONCE = 20;

/** A list of the clinic, newest first, that grows downwards; what stands there stays when older lines do not come. */
export class NewestFirst<Line> {
  readonly #read: (cursor: string | null) => Promise<Page<Line>>;
  readonly #all = signal<readonly Line[] | null>(null);
  readonly #shown: WritableSignal<number>;
  readonly #cursor = signal<string | null>(null);
  /** Null until the first lines have come. */
  readonly lines = computed(() => this.#all()?.slice(0, this.#shown()) ?? null);
  /** Whether there is more to show, here or at the clinic. */
  readonly older = computed(() => this.#cursor() !== null || (this.#all()?.length ?? 0) > this.#shown());
  readonly busy = signal(false);
  readonly problem = signal<Problem | null>(null);
  readonly state = computed(() => {
    const lines = this.lines();
    if (lines === null) return this.problem() === null ? 'loading' : 'full';
    return lines.length === 0 ? 'empty' : 'full';
  });

  /**
   * @param read one page: the newest lines for null, otherwise those after the cursor
   * @param first how many of them stand there at the beginning; all of the first page where it is left out
   */
  constructor(read: (cursor: string | null) => Promise<Page<Line>>, first = Infinity) {
    this.#read = read;
    this.#shown = signal(first);
    void this.more();
  }

  async more(): Promise<void> {
    if ((this.#all()?.length ?? 0) > this.#shown()) {
      this.#shown.update((before) => Math.min(this.#all()?.length ?? 0, before + AT_ONCE));
      return;
    }
    this.busy.set(true);
    this.problem.set(null);
    try {
      const { lines, nextCursor } = await this.#read(this.#cursor());
      if (this.#all() !== null) this.#shown.update((before) => before + lines.length);
      this.#all.update((before) => [...(before ?? []), ...lines]);
      this.#cursor.set(nextCursor);
    } catch (failure) {
      this.problem.set(toProblem(failure));
    } finally {
      this.busy.set(false);
    }
  }
}
