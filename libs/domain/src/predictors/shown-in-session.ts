import { tracks, type Compartment, type Track } from '../access/roles.js';
import type { ChangeStatement } from './reliable-change.js';

const minute = 60_000;

/** How long before its planned start and after its planned end a session counts as under way (PRED-60). */
export const sessionFrame = { minutesBefore: 15, minutesAfter: 60 } as const;

/** A session that stands in the calendar and that the asking therapist sits in. */
export type PlannedSession = Readonly<{ side: Compartment; startsAt: Date; endsAt: Date }>;

/** Whether the session is under way at `now`, both ends included. */
export function isUnderWay({ startsAt, endsAt }: PlannedSession, now: Date): boolean {
  const from = startsAt.getTime() - sessionFrame.minutesBefore * minute;
  const to = endsAt.getTime() + sessionFrame.minutesAfter * minute;
  return from <= now.getTime() && now.getTime() <= to;
}

/**
 * Whose phone a therapist may show a change on now (PRED-60): the people of the sessions under way, both in one of the
 * couple, one in a session of their own. Recovering person first; nobody outside a session.
 */
export function peopleInSession(sessions: readonly PlannedSession[], now: Date): readonly Track[] {
  const sides = sessions.filter((session) => isUnderWay(session, now)).map(({ side }) => side);
  return tracks.filter((track) => sides.includes('JOINT') || sides.includes(track));
}

/**
 * Whether there is something to show in words (PRED-61): a change of composites in which everybody's view is. What
 * reaches the phone is the statement alone, with no day of a reading: such a day says when the other person answered.
 */
export function canBeShownInWords(
  statement: ChangeStatement,
): statement is Exclude<ChangeStatement, 'not_enough_data'> {
  return statement !== 'not_enough_data';
}
