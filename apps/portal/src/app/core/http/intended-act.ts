import { oneAct } from './idempotency-key';
import type { Problem, ProblemCode } from './problem';

/** Answers after which the server may have done the act, or will do it when asked again. */
const KEEP_AFTER: readonly ProblemCode[] = [
  'unreachable',
  'unexpected',
  'busy',
  'idempotency_in_flight',
  'not_signed_in',
  'step_up_needed',
];

/**
 * The idempotency key of one act for as long as it means the same: a retry sends it again, other content or a
 * final answer makes a new one.
 */
export class IntendedAct {
  #meaning = '';
  #headers = oneAct();

  /** Headers for sending `content`, the part that makes this act different from another. */
  headers(content: unknown): Readonly<Record<string, string>> {
    const meaning = JSON.stringify(content);
    if (meaning !== this.#meaning) {
      this.#meaning = meaning;
      this.#headers = oneAct();
    }
    return this.#headers;
  }

  /** Call with the outcome: null when it is done. */
  settle(problem: Problem | null): void {
    if (problem === null || !KEEP_AFTER.includes(problem.code)) this.#meaning = '';
  }
}
