import { minuteMs } from '../../shared/durations.js';
import { ok, refuse, type Result } from '../../shared/result.js';
import type { AroundSettingValues } from './around-settings.js';
import { sessionPeople, type SessionPerson } from './session-steps.js';
import { pauseLengthMs, type SessionPause } from './session-timer.js';

/** What a clinician may notice in either person that is reason enough to end. */
export const sessionSigns = ['dissociation', 'flight'] as const;
export type SessionSign = (typeof sessionSigns)[number];

/** Anyone in the session may pause it, for any reason and without giving one (FTD-33). */
export function mayPauseSession(person: SessionPerson): boolean {
  return sessionPeople.includes(person);
}

/** Adds a pause. Refused while one lasts, or before the last one ended. */
export function beginPause(
  pauses: readonly SessionPause[],
  at: Date,
): Result<readonly SessionPause[], 'already_paused' | 'out_of_order'> {
  const last = pauses.at(-1);
  if (last && last.until === null) return refuse('already_paused');
  if (last?.until && at < last.until) return refuse('out_of_order');
  return ok([...pauses, { from: at, until: null }]);
}

export type EndEarlyOffer = Readonly<{
  offered: boolean;
  because: readonly ('second_long_pause' | SessionSign)[];
}>;

/**
 * Whether the therapist is offered to end early with a new date (FTD-33, clinical brief 1.8): any pause after the
 * first that lasts longer than 20 minutes, or a noticed sign. It is an offer; the therapist decides.
 */
export function endEarlyOffer(
  pauses: readonly SessionPause[],
  noticed: readonly SessionSign[],
  now: Date,
  settings: Pick<AroundSettingValues, 'longPauseMinutes'>,
): EndEarlyOffer {
  const limit = settings.longPauseMinutes * minuteMs;
  const inOrder = [...pauses].sort((a, b) => a.from.getTime() - b.from.getTime());
  const long = inOrder.slice(1).some((pause) => pauseLengthMs(pause, now) > limit);
  const signs = sessionSigns.filter((sign) => noticed.includes(sign));
  const because = long ? (['second_long_pause', ...signs] as const) : signs;
  return { offered: because.length > 0, because };
}
