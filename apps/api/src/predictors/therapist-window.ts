import { daysBetween, ratingWindow, therapistRatingDays, windowAt, type LocalDate } from '@trellis/domain';

/** Where a couple's fortnights fall. */
export interface Fortnights {
  readonly anchorOn: LocalDate;
  readonly timeZone: string;
}

/** The Sundays a therapist may rate at `now`: of this fortnight and of the one before, newest first. */
export function therapistWindows({ anchorOn, timeZone }: Fortnights, now: Date): LocalDate[] {
  const current = windowAt(anchorOn, timeZone, now);
  if (current === null) return [];
  const n = current.week / 2;
  return n === 1 ? [current.reading] : [current.reading, ratingWindow(anchorOn, timeZone, n - 1).reading];
}

/** The Sunday for which a therapist's rating is due: 28 days after the last one, from the Thursday of its window. */
export function therapistDue(couple: Fortnights, given: readonly LocalDate[], now: Date): LocalDate | null {
  const current = windowAt(couple.anchorOn, couple.timeZone, now);
  const [newest, before] = therapistWindows(couple, now);
  const due = current !== null && current.opensAt <= now ? newest : before;
  if (due === undefined) return null;
  return given.every((on) => daysBetween(on, due) >= therapistRatingDays) ? due : null;
}
