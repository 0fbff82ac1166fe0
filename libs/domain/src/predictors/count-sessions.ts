import { daysBetween } from '../shared/local-date.js';
import type { SessionRecord } from './behaviour-records.js';
import { countOf, isWithin, type Count, type CountFrame } from './count-frame.js';
import type { PredictorSettingValues } from './settings.js';

type Kept = 0 | 1;

/**
 * What a scheduled session counts (PRED-25): attended 1; moved by the client to a day within seven 1; late cancel,
 * no-show, or moved later or to no day 0. Null when it leaves the count: the clinic cancelled it.
 */
export function sessionCredit({ on, end }: SessionRecord, settings: PredictorSettingValues): Kept | null {
  if (end.kind === 'clinic_cancel') return null;
  if (end.kind === 'attended') return 1;
  if (end.kind !== 'client_moved' || end.movedTo === null) return 0;
  return Math.abs(daysBetween(on, end.movedTo)) <= settings.rescheduleDays ? 1 : 0;
}

function creditsOf(
  sessions: readonly SessionRecord[],
  frame: CountFrame,
  settings: PredictorSettingValues,
): Count | null {
  const credits = sessions
    .filter(({ on }) => isWithin(frame, on))
    .map((session) => sessionCredit(session, settings))
    .filter((credit) => credit !== null);
  return countOf(
    credits.reduce<number>((sum, credit) => sum + credit, 0),
    credits.length,
  );
}

/** t1 and t2: a person's own sessions kept of scheduled; t3: couple sessions, a partner's pause counting 0 (PRED-26). */
export function attendanceCount(
  sessions: readonly SessionRecord[],
  who: SessionRecord['with'],
  frame: CountFrame,
  settings: PredictorSettingValues,
): Count | null {
  return creditsOf(
    sessions.filter((session) => session.with === who),
    frame,
    settings,
  );
}

/** p1: joint sessions held of scheduled, without the clinic's cancellations and the partner's pauses (PRED-16). */
export function jointSessionCount(
  sessions: readonly SessionRecord[],
  frame: CountFrame,
  settings: PredictorSettingValues,
): Count | null {
  return creditsOf(
    sessions.filter((session) => session.with === 'JOINT' && session.end.kind !== 'partner_pause'),
    frame,
    settings,
  );
}
