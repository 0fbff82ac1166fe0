import { minuteMs } from '../../shared/durations.js';
import { sessionStepPlan, type SessionStep } from './session-steps.js';

/** One pause. `until` is null while it lasts. */
export type SessionPause = Readonly<{ from: Date; until: Date | null }>;

export type TimerFacts = Readonly<{
  /** Time of the part without its pauses, in ms, never below 0. */
  elapsedMs: number;
  /** Whole minutes beyond the range, rounded up; 0 inside it. */
  overMinutes: number;
  standing: 'early' | 'within' | 'over';
}>;

/** How long a pause has lasted at `now`, in ms. */
export function pauseLengthMs(pause: SessionPause, now: Date): number {
  return Math.max(0, (pause.until ?? now).getTime() - pause.from.getTime());
}

/** Part of a pause that lies between two moments, in ms. */
function overlapMs(pause: SessionPause, from: Date, now: Date): number {
  const start = Math.max(pause.from.getTime(), from.getTime());
  const end = Math.min((pause.until ?? now).getTime(), now.getTime());
  return Math.max(0, end - start);
}

/**
 * Where a part stands on its clock (FTD-32): time since it began, less the pauses within it, against its range of
 * minutes. Both ends of the range are within. A clock informs; it never ends a part by itself.
 */
export function timerFacts(
  step: SessionStep,
  startedAt: Date,
  pauses: readonly SessionPause[],
  now: Date,
): TimerFacts {
  const paused = pauses.reduce((sum, pause) => sum + overlapMs(pause, startedAt, now), 0);
  const elapsedMs = Math.max(0, now.getTime() - startedAt.getTime() - paused);
  const { from, to } = sessionStepPlan(step).minutes;
  const overMs = elapsedMs - to * minuteMs;
  const standing = overMs > 0 ? 'over' : elapsedMs >= from * minuteMs ? 'within' : 'early';
  return { elapsedMs, overMinutes: Math.max(0, Math.ceil(overMs / minuteMs)), standing };
}
