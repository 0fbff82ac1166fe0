import type { Track } from '../access/roles.js';
import { daysBetween, type LocalDate } from '../shared/local-date.js';
import type { GateActor, GateCriterion, GateEvidence, GateJudge, GateJudgement } from './gate-criterion.js';

/** A fact that nobody knows meets nothing (GATE-03). */
export const notKnown: GateJudgement = { met: false, evidence: {} };

/** True only for a fact that is known and true. */
export function holds(fact: boolean | undefined, evidence: GateEvidence = {}): GateJudgement {
  return { met: fact === true, evidence };
}

/** A count that is known and large enough. */
export function atLeast(count: number | undefined, needed: number): GateJudgement {
  return count === undefined ? notKnown : { met: count >= needed, evidence: { count, needed } };
}

/** The day lies 0 to `days` calendar days back; a day ahead of today is not met. */
export function withinDays(day: LocalDate | null | undefined, days: number, today: LocalDate): GateJudgement {
  if (!day) return notKnown;
  const ago = daysBetween(day, today);
  return { met: ago >= 0 && ago <= days, evidence: { on: day, days: ago, within: days } };
}

/** At least so many calendar days lie between the day and today. */
export function sinceDays(
  day: LocalDate | null | undefined,
  needed: number,
  today: LocalDate,
): GateJudgement {
  if (!day) return notKnown;
  const days = daysBetween(day, today);
  return { met: days >= needed, evidence: { since: day, days, needed } };
}

export const ownTherapistOf: Readonly<Record<Track, GateActor>> = { RP: 'T_RP', BP: 'T_BP' };

/** A criterion for each person, told apart by the ending of its id. */
export function forEachPerson<Facts>(
  criterion: Omit<GateCriterion<Facts>, 'side' | 'who' | 'judge'> &
    Readonly<{ byPerson?: boolean; judge: (track: Track) => GateJudge<Facts> }>,
): readonly GateCriterion<Facts>[] {
  const { id, item, level, whatWouldMeetIt, byPerson, judge } = criterion;
  return (['RP', 'BP'] as const).map((track) => ({
    id: `${id}.${track}`,
    item,
    level,
    side: track,
    who: byPerson ? [track, ownTherapistOf[track]] : [ownTherapistOf[track]],
    whatWouldMeetIt,
    judge: judge(track),
  }));
}
