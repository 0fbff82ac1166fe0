import type { ExportView } from '@trellis/contracts';
import type { ProblemCode } from '../core/http/problem';
import { toProblem } from '../core/http/problem';

const EVERY_MS = 1000;
/** Failures after which it is worth asking again: the job goes on at the clinic meanwhile. */
const PASSING: readonly ProblemCode[] = ['unreachable', 'busy', 'unexpected', 'too_many_attempts'];

export interface Watching {
  readonly ask: () => Promise<ExportView>;
  readonly show: (view: ExportView) => void;
  /** Resolves after so many milliseconds, early when the watching is stopped. */
  readonly wait: (ms: number) => Promise<void>;
  readonly stopped: () => boolean;
}

/** True while the file is still being made. */
export function isUnderWay({ state }: Pick<ExportView, 'state'>): boolean {
  return state === 'queued' || state === 'running';
}

/**
 * Asks once a second how an export stands until it is done, failed or expired, or nobody watches any more. A
 * passing failure is asked over; any other is thrown as a Problem.
 */
export async function watchExport({ ask, show, wait, stopped }: Watching): Promise<void> {
  for (;;) {
    await wait(EVERY_MS);
    if (stopped()) return;
    const view = await answerOrNull(ask);
    if (stopped()) return;
    if (view === null) continue;
    show(view);
    if (!isUnderWay(view)) return;
  }
}

async function answerOrNull(ask: () => Promise<ExportView>): Promise<ExportView | null> {
  try {
    return await ask();
  } catch (failure) {
    const problem = toProblem(failure);
    if (PASSING.includes(problem.code)) return null;
    throw problem;
  }
}
