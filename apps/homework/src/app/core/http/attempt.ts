import { signal } from '@angular/core';
import { type Problem, toProblem } from './problem';

/** One act at a time: whether it runs, and the problem that the last one ended with. */
export class Attempt {
  readonly busy = signal(false);
  readonly problem = signal<Problem | null>(null);

  /** Does the act unless another still runs; a failure becomes the problem. */
  async run(act: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await act();
    } catch (failure) {
      this.problem.set(toProblem(failure));
    } finally {
      this.busy.set(false);
    }
  }
}
