import { addDays, daysBetween, type LocalDate } from '../shared/local-date.js';
import { hourMs } from '../shared/durations.js';
import { instantOf } from '../shared/zoned-time.js';
import { isExcepted } from './adherence.js';
import type { Cadence } from './cadence.js';
import { lateHours } from './lateness.js';
import type { Occurrence } from './occurrences.js';

/** Days on which nothing is expected, both ends included; without an end until somebody ends it. */
export type Rest = Readonly<{ from: LocalDate; to: LocalDate | null }>;

/** True when the day lies in one of the rests. */
export function isResting(day: LocalDate, rests: readonly Rest[]): boolean {
  return rests.some(({ from, to }) => from <= day && (to === null || day <= to));
}

/** True for a rhythm of a set number of times, which no rest may make fewer. */
export function isCounted(cadence: Cadence): boolean {
  return cadence.kind === 'once' || cadence.kind === 'times' || cadence.kind === 'sittings';
}

/**
 * The places of an exercise with rests taken out (HW-78). What comes a set number of times stands still while it rests:
 * every day moves on by the rest days before it, and what would lie behind a rest without an end is not listed. Of a
 * rhythm that goes on, a place is left out when rests cover more than half of its days (HW-20); one that stays opens
 * after a rest that covers its first day, and is due on the first day after one that covers its last.
 */
export function placesAround(
  places: readonly Occurrence[],
  cadence: Cadence,
  rests: readonly Rest[],
  plan: Readonly<{ startsOn: LocalDate; zone: string }>,
): readonly Occurrence[] {
  if (rests.length === 0) return places;
  if (isCounted(cadence)) {
    return places.flatMap((place) => {
      const firstOn = standingStill(plan.startsOn, place.firstOn, rests);
      const lastOn = standingStill(plan.startsOn, place.lastOn, rests);
      return firstOn === null || lastOn === null ? [] : [movedTo(place, firstOn, lastOn, plan.zone)];
    });
  }
  return places.flatMap((place) => {
    const covered = rests.map(({ from, to }) => ({
      kind: 'agreed_pause' as const,
      from,
      to: to ?? place.lastOn,
    }));
    if (isExcepted(place, covered)) return [];
    const lastOn = afterRests(place.lastOn, rests);
    const firstOn = afterRests(place.firstOn, rests);
    return firstOn === null || lastOn === null ? [] : [movedTo(place, firstOn, lastOn, plan.zone)];
  });
}

/** The day moved on by every rest day from the first day of the plan up to it; null behind a rest without an end. */
function standingStill(startsOn: LocalDate, day: LocalDate, rests: readonly Rest[]): LocalDate | null {
  let at = afterRests(startsOn, rests);
  for (let left = daysBetween(startsOn, day); left > 0 && at !== null; left -= 1) {
    at = afterRests(addDays(at, 1), rests);
  }
  return at;
}

/** The first day from `day` on that no rest covers; null when a rest without an end does. */
function afterRests(day: LocalDate, rests: readonly Rest[]): LocalDate | null {
  const over = rests.find(({ from, to }) => from <= day && (to === null || day <= to));
  if (over === undefined) return day;
  return over.to === null ? null : afterRests(addDays(over.to, 1), rests);
}

function movedTo(place: Occurrence, firstOn: LocalDate, lastOn: LocalDate, zone: string): Occurrence {
  if (firstOn === place.firstOn && lastOn === place.lastOn) return place;
  const dueAt = instantOf(addDays(lastOn, 1), '00:00', zone);
  return {
    firstOn,
    lastOn,
    opensAt: instantOf(firstOn, '00:00', zone),
    dueAt,
    lateUntil: new Date(dueAt.getTime() + lateHours * hourMs),
  };
}
