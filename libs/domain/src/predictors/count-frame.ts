import { daysInWeek } from '../shared/durations.js';
import { compare, divide, fraction, type Fraction } from '../shared/fraction.js';
import { daysBetween, type LocalDate } from '../shared/local-date.js';
import type { RatingWindow } from './rating-window.js';

/**
 * The time over which behaviour is counted: the local days from `from` to `to`, both included, in `zone`, as known
 * at `asOf` (PRED-13). For a reading these are the 14 days that end on its Sunday.
 */
export type CountFrame = Readonly<{ from: LocalDate; to: LocalDate; zone: string; asOf: Date }>;

/** The frame of a reading, as it stood when its window closed. */
export function frameOf(window: RatingWindow, zone: string): CountFrame {
  return { from: window.countsFrom, to: window.reading, zone, asOf: window.closesBefore };
}

/** Whether a local day lies in the frame. */
export function isWithin(frame: CountFrame, day: LocalDate): boolean {
  return frame.from <= day && day <= frame.to;
}

/** Whole weeks of the frame: 2 for a reading. */
export function weeksIn(frame: CountFrame): number {
  return Math.floor((daysBetween(frame.from, frame.to) + 1) / daysInWeek);
}

/** The week of the frame that holds a day, from 0. */
export function weekInFrame(frame: CountFrame, day: LocalDate): number {
  return Math.floor(daysBetween(frame.from, day) / daysInWeek);
}

/** Done of expected behind one indicator. `expected` is at least 1; done may end in .5 for late work. */
export type Count = Readonly<{ done: Fraction; expected: number }>;

/** A count, or null where nothing was expected: the indicator does not apply. */
export function countOf(done: Fraction | number, expected: number): Count | null {
  if (expected <= 0) return null;
  return { done: typeof done === 'number' ? fraction(done) : done, expected };
}

/** done / expected from 0 to 1; more than was expected is not better than all of it. */
export function ratioOfCount(count: Count | null): Fraction | null {
  if (count === null) return null;
  const ratio = divide(count.done, fraction(count.expected));
  return compare(ratio, fraction(1)) > 0 ? fraction(1) : ratio;
}
