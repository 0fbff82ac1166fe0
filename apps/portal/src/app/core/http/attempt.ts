import { signal } from '@angular/core';
import { type Problem, toProblem } from './problem';

/** One act at a time: whether it runs, and the problem that the last one ended with. */
export class Attempt {
  readonly busy = signal(false);
  readonly problem = signal<Problem | null>(null);

  /** Does the act unless another still runs. True when it came to a good end; a failure becomes the problem. */
  async run(act: () => Promise<void>): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await act();
      return true;
    } catch (failure) {
      this.problem.set(toProblem(failure));
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}
