import { minuteMs } from '../../shared/durations.js';
import type { SessionStep } from './session-steps.js';
import { sessionStepPlan } from './session-steps.js';
import type { SessionPause } from './session-timer.js';

export type ReadingFacts = Readonly<{
  /** True while the session runs and is not paused. */
  running: boolean;
  step: SessionStep | null;
  /** When a therapist opened the reading; null while it is closed. */
  allowedAt: Date | null;
  pauses: readonly SessionPause[];
}>;

/**
 * Until when the partner may read along on an own screen, or null (FTD-77): only in the part of the reading, after a
 * therapist opened it, for as long as the part may take. A pause closes it, and it is opened anew by hand.
 */
export function readingUntil({ running, step, allowedAt, pauses }: ReadingFacts, now: Date): Date | null {
  if (!running || step !== 'READING' || !allowedAt || allowedAt > now) return null;
  if (pauses.some((pause) => pause.from >= allowedAt)) return null;
  const until = new Date(allowedAt.getTime() + sessionStepPlan('READING').minutes.to * minuteMs);
  return now < until ? until : null;
}
