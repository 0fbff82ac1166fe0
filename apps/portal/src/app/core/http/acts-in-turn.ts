import { signal } from '@angular/core';
import { type Problem, toProblem } from './problem';

/**
 * Acts on one thing, one behind the other: what is pressed while another act is under way waits for its turn instead of
 * being lost. The same act twice is one. Behind an act that failed nothing is sent, because whoever pressed it did not
 * know.
 */
export class ActsInTurn {
  readonly busy = signal(false);
  readonly problem = signal<Problem | null>(null);
  readonly #waiting = new Set<string>();
  #last: Promise<boolean> = Promise.resolve(true);

  /** @param meaning what makes this act different from another. True when it is done; else `problem` says why not. */
  run(meaning: unknown, act: () => Promise<void>): Promise<boolean> {
    const name = JSON.stringify(meaning);
    if (this.#waiting.has(name)) return Promise.resolve(false);
    const alone = this.#waiting.size === 0;
    this.#waiting.add(name);
    this.busy.set(true);
    const went = alone ? this.#do(act) : this.#last.then((before) => before && this.#do(act));
    this.#last = went.finally(() => this.#leave(name));
    return this.#last;
  }

  async #do(act: () => Promise<void>): Promise<boolean> {
    this.problem.set(null);
    try {
      await act();
      return true;
    } catch (failure) {
      this.problem.set(toProblem(failure));
      return false;
    }
  }

  #leave(name: string): void {
    this.#waiting.delete(name);
    this.busy.set(this.#waiting.size > 0);
  }
}
