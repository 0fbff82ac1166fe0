import { addDays, daysBetween, type LocalDate } from '../shared/local-date.js';
import { adherenceOf, latenessOf, type Adherence } from './lateness.js';
import type { Occurrence } from './occurrences.js';

export const exceptionKinds = ['travel', 'illness', 'agreed_pause'] as const;
export type ExceptionKind = (typeof exceptionKinds)[number];

/** Days in a person's calendar on which nothing was expected, both ends included. */
export type CalendarException = Readonly<{ kind: ExceptionKind; from: LocalDate; to: LocalDate }>;

/** What became of an occurrence. */
export type OccurrenceRecord = Readonly<{
  occurrence: Occurrence;
  submittedAt: Date | null;
  skipped: boolean;
}>;

/**
 * True when the exceptions cover more than half of the days of the window (HW-20). An occurrence of one day is out
 * when its day is; of a week, from four days on.
 */
export function isExcepted(occurrence: Occurrence, exceptions: readonly CalendarException[]): boolean {
  const count = daysBetween(occurrence.firstOn, occurrence.lastOn) + 1;
  const all = Array.from({ length: count }, (_, index) => addDays(occurrence.firstOn, index));
  const covered = all.filter((day) => exceptions.some(({ from, to }) => from <= day && day <= to)).length;
  return covered * 2 > count;
}

/**
 * Done of expected at `now` (HW-04, HW-20). Excepted occurrences were never expected and leave the whole count;
 * skipped ones leave what is expected; one that is not yet due is left for later. An unanswered one stays, also
 * while it could still come late. No ratio with fewer than half left.
 */
export function adherenceAt(
  records: readonly OccurrenceRecord[],
  exceptions: readonly CalendarException[],
  now: Date,
): Adherence {
  const counted = records
    .filter(({ occurrence }) => !isExcepted(occurrence, exceptions))
    .filter(
      ({ occurrence, submittedAt, skipped }) => skipped || submittedAt !== null || occurrence.dueAt <= now,
    );
  return adherenceOf(
    counted.map(({ occurrence, submittedAt, skipped }) =>
      skipped ? 'skipped' : latenessOf(submittedAt, occurrence.dueAt, now),
    ),
  );
}
