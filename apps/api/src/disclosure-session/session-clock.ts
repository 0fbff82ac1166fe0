import {
  sessionSteps,
  timerFacts,
  type SessionPause,
  type SessionStep,
  type TimerFacts,
} from '@trellis/domain';

/** A step of the process within the session: its begin, a pause, and going on. */
export interface SessionEvent {
  readonly event: string;
  readonly at: Date;
}

/** The part that runs; null before the first and after the last. */
export interface RunningStep {
  readonly step: SessionStep;
  readonly startedAt: Date;
}

/** The pauses since the session last began, in order; the last one may still run. */
export function pausesOf(events: readonly SessionEvent[]): SessionPause[] {
  const begun = events.findLastIndex(({ event }) => event === 'go');
  const pauses: SessionPause[] = [];
  for (const { event, at } of events.slice(begun + 1)) {
    const last = pauses.at(-1);
    if (event === 'pause') pauses.push({ from: at, until: null });
    else if (last?.until === null) pauses[pauses.length - 1] = { ...last, until: at };
  }
  return pauses;
}

/** When the session last began; null before. */
export function begunAt(events: readonly SessionEvent[]): Date | null {
  return events.findLast(({ event }) => event === 'go')?.at ?? null;
}

/** The clock of the running part; null when none runs. */
export function clockOf(
  running: RunningStep | null,
  pauses: readonly SessionPause[],
  now: Date,
): TimerFacts | null {
  return running === null ? null : timerFacts(running.step, running.startedAt, pauses, now);
}

/** @throws RangeError for a name that is no part: the database holds none. */
export function sessionStepOf(name: string): SessionStep {
  const step = sessionSteps.find((one) => one === name);
  if (step === undefined) throw new RangeError(`Not a part of the session: ${name}`);
  return step;
}
