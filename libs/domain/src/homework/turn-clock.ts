import { ok, refuse, type Result } from '../shared/result.js';

/** How turns stand. Stopped looks the same whoever stopped, and nobody says why (HW-60). */
export const turnStates = ['running', 'paused', 'stopped', 'done'] as const;
export type TurnState = (typeof turnStates)[number];

/** The clock of the present turn: which it is, time it has run in ms before `runningSince`, which is null at rest. */
export type TurnClock = Readonly<{
  state: TurnState;
  turn: number;
  ranMs: number;
  runningSince: Date | null;
}>;

export const turnActs = ['start', 'next', 'pause', 'resume', 'stop'] as const;
export type TurnAct = (typeof turnActs)[number];

/**
 * What an act of one of the two makes of the clock (HW-79). Turns begin anew after a stop or an end; a pause keeps the
 * time that is left. The clock never ends a turn by itself. Refused: what does not fit the state, such as going on
 * while paused. `clock` is null before the first start; `turns` is how many there are.
 */
export function afterTurnAct(
  clock: TurnClock | null,
  act: TurnAct,
  turns: number,
  now: Date,
): Result<TurnClock, 'not_now'> {
  const state = clock?.state ?? 'done';
  if (act === 'start')
    return state === 'running' || state === 'paused' || turns === 0 ? refuse('not_now') : ok(turnAt(0, now));
  if (clock === null || state === 'stopped' || state === 'done') return refuse('not_now');
  const rest = { ...clock, ranMs: ranMs(clock, now), runningSince: null };
  if (act === 'stop') return ok({ ...rest, state: 'stopped' });
  if (act === 'pause') return state === 'running' ? ok({ ...rest, state: 'paused' }) : refuse('not_now');
  if (act === 'resume')
    return state === 'paused' ? ok({ ...clock, state: 'running', runningSince: now }) : refuse('not_now');
  if (state !== 'running') return refuse('not_now');
  return ok(clock.turn + 1 < turns ? turnAt(clock.turn + 1, now) : { ...rest, state: 'done' });
}

/** Whole seconds that are left of a turn of `seconds`, rounded up, never below 0. */
export function secondsLeft(clock: TurnClock, seconds: number, now: Date): number {
  return Math.max(0, Math.ceil((seconds * 1000 - ranMs(clock, now)) / 1000));
}

function turnAt(turn: number, now: Date): TurnClock {
  return { state: 'running', turn, ranMs: 0, runningSince: now };
}

/** A turn that was left running overnight is over like any other; more is not counted. */
const mostMs = 86_400_000;

/** Time that the turn has run without its pauses, in ms; a clock that was put back counts as no time. */
function ranMs({ ranMs: before, runningSince }: TurnClock, now: Date): number {
  const since = runningSince === null ? 0 : Math.max(0, now.getTime() - runningSince.getTime());
  return Math.min(mostMs, before + since);
}
