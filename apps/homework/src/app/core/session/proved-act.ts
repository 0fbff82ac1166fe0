import { signal } from '@angular/core';
import { Attempt } from '../http/attempt';
import { toProblem } from '../http/problem';

/** An act that may need a fresh proof of who is here: asks for it when the clinic does, and then does the act. */
export class ProvedAct {
  readonly attempt = new Attempt();
  /** The page shows the proof form while this is true. */
  readonly proving = signal(false);
  #afterProof: (() => Promise<void>) | null = null;

  async run(act: () => Promise<void>): Promise<void> {
    await this.attempt.run(async () => {
      try {
        await act();
      } catch (failure) {
        if (toProblem(failure).code !== 'step_up_needed') throw failure;
        this.#afterProof = act;
        this.proving.set(true);
      }
    });
  }

  /** Does what was asked for once the proof is given; nothing when it was not. */
  async goOnAfter(proof: () => Promise<boolean>): Promise<void> {
    const act = this.#afterProof;
    await this.attempt.run(async () => {
      if (!(await proof())) return;
      this.proving.set(false);
      this.#afterProof = null;
      await act?.();
    });
  }
}
