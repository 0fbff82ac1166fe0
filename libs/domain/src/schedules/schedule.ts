import type { LocalDate } from '../shared/local-date.js';

/** How something comes again, in days of a wall calendar. Weekdays are 1 Monday to 7 Sunday. */
export type ScheduleRule = Readonly<
  | { every: 'day'; interval: number }
  | { every: 'week'; interval: number; weekdays: readonly number[] }
  /** The day of the month, 1 to 31; a shorter month takes its last day. */
  | { every: 'month'; interval: number; dayOfMonth: number }
>;

/** One occurrence that is left out, or held on another day or at another time. `on` is its day by the rule. */
export type ScheduleException = Readonly<
  { kind: 'left_out'; on: LocalDate } | { kind: 'moved'; on: LocalDate; toDay: LocalDate; toTime: string }
>;

/** When it ends: after so many occurrences, with a last day, or not at all. */
export type ScheduleEnd = Readonly<
  { kind: 'never' } | { kind: 'count'; count: number } | { kind: 'until'; lastOn: LocalDate }
>;

/**
 * A repeating appointment or exercise. The wall time 'HH:mm' stays what it is over a clock change. Occurrences that
 * are left out or moved still count in `count` (HW-38).
 */
export type Schedule = Readonly<{
  startsOn: LocalDate;
  wallTime: string;
  zone: string;
  rule: ScheduleRule;
  end: ScheduleEnd;
  exceptions: readonly ScheduleException[];
}>;

/** `on` names the occurrence by its day in the rule, also when it is held at another time. */
export type ScheduledOccurrence = Readonly<{ on: LocalDate; at: Date }>;
