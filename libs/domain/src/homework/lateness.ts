import { hourMs } from '../shared/durations.js';
import { add, fraction, zero, type Fraction } from '../shared/fraction.js';
import type { LocalDate } from '../shared/local-date.js';
import { instantOf } from '../shared/zoned-time.js';

/** Hours after the due time in which an answer still counts one half (HW-04). */
export const lateHours = 48;

export type OccurrenceWindow = Readonly<{ opensAt: Date; dueAt: Date; lateUntil: Date }>;

/**
 * The window of a daily exercise: the chosen local time plus and minus `windowHours` (4 for R01). The chosen time
 * follows the wall clock over a clock change; the hours around it are elapsed hours.
 */
export function occurrenceWindow(
  day: LocalDate,
  time: string,
  zone: string,
  windowHours: number,
): OccurrenceWindow {
  const chosen = instantOf(day, time, zone).getTime();
  const due = chosen + windowHours * hourMs;
  return {
    opensAt: new Date(chosen - windowHours * hourMs),
    dueAt: new Date(due),
    lateUntil: new Date(due + lateHours * hourMs),
  };
}

export type Lateness = 'pending' | 'on_time' | 'late' | 'missed';

/** Where an occurrence stands at `now`. The due instant itself is on time; the end of the late time is late. */
export function latenessOf(submittedAt: Date | null, dueAt: Date, now: Date): Lateness {
  const lateUntil = dueAt.getTime() + lateHours * hourMs;
  const at = (submittedAt ?? now).getTime();
  if (!submittedAt) return at > lateUntil ? 'missed' : 'pending';
  if (at <= dueAt.getTime()) return 'on_time';
  return at <= lateUntil ? 'late' : 'missed';
}

const credits: Readonly<Record<Lateness, Fraction>> = {
  on_time: fraction(1),
  late: fraction(1, 2),
  missed: zero,
  pending: zero,
};

export type Adherence = Readonly<{ done: Fraction; expected: number; ratio: Fraction | null }>;

/**
 * Done of expected. A skipped occurrence leaves the count; an unanswered one stays. With fewer than half of the
 * occurrences left there is no ratio (HW-04).
 */
export function adherenceOf(occurrences: readonly (Lateness | 'skipped')[]): Adherence {
  const left = occurrences.filter((o): o is Lateness => o !== 'skipped');
  const done = left.reduce((sum, o) => add(sum, credits[o]), zero);
  const enough = left.length > 0 && left.length * 2 >= occurrences.length;
  return {
    done,
    expected: left.length,
    ratio: enough ? fraction(done.n, done.d * BigInt(left.length)) : null,
  };
}
