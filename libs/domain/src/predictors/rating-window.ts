import { addDays, daysBetween, weekday, type LocalDate } from '../shared/local-date.js';
import { instantOf, localDateOf } from '../shared/zoned-time.js';

const fortnight = 14;
/** Calendar days for which a therapist's rating counts, its own day included as day 0 (PRED-12). */
export const therapistRatingDays = 28;

/**
 * `opensAt` is Thursday 00:00; `closesBefore` is the first instant after Sunday 23:59, so an answer counts while
 * opensAt <= at < closesBefore. Behaviour is counted from `countsFrom` to `reading`, 14 days.
 */
export type RatingWindow = Readonly<{
  week: number;
  reading: LocalDate;
  opensAt: Date;
  closesBefore: Date;
  countsFrom: LocalDate;
}>;

/** The window of the n-th reading, n from 1, in the couple's zone. `anchor` must be a Monday (PRED-11). */
export function ratingWindow(anchor: LocalDate, zone: string, n: number): RatingWindow {
  if (weekday(anchor) !== 1) throw new RangeError('The anchor of readings is a Monday');
  if (!Number.isInteger(n) || n < 1) throw new RangeError('Readings are counted from 1');
  const reading = addDays(anchor, fortnight * n - 1);
  return {
    week: 2 * n,
    reading,
    opensAt: instantOf(addDays(reading, -3), '00:00', zone),
    closesBefore: instantOf(addDays(reading, 1), '00:00', zone),
    countsFrom: addDays(reading, 1 - fortnight),
  };
}

/** The window whose fortnight holds the instant, or null before the anchor. It may not be open yet. */
export function windowAt(anchor: LocalDate, zone: string, at: Date): RatingWindow | null {
  const days = daysBetween(anchor, localDateOf(at, zone));
  return days < 0 ? null : ratingWindow(anchor, zone, Math.floor(days / fortnight) + 1);
}

/** True while answers are taken. */
export function isOpen(window: RatingWindow, at: Date): boolean {
  return window.opensAt <= at && at < window.closesBefore;
}

/** The newest therapist rating that is valid on the day of a reading: given on it or at most 28 days before. */
export function validTherapistRating<T extends Readonly<{ on: LocalDate }>>(
  given: readonly T[],
  reading: LocalDate,
): T | null {
  const valid = given.filter(({ on }) => {
    const age = daysBetween(on, reading);
    return age >= 0 && age <= therapistRatingDays;
  });
  return valid.sort((a, b) => daysBetween(a.on, b.on)).at(0) ?? null;
}
