import { addDays, type LocalDate } from '../shared/local-date.js';
import { instantOf, localDateOf } from '../shared/zoned-time.js';
import { daysOfRule } from './rule-days.js';
import type { Schedule, ScheduledOccurrence, ScheduleException } from './schedule.js';

/**
 * The occurrences at or after `from` and before `to`, by time (HW-38). A wall time that a clock change skips gives
 * the first instant after the gap, one that comes twice gives the first (as `instantOf`). Throws RangeError for an
 * unknown zone, a wrong wall time, or a rule that makes no sense.
 */
export function occurrencesBetween(schedule: Schedule, from: Date, to: Date): readonly ScheduledOccurrence[] {
  const days = daysOfRule(
    schedule,
    addDays(localDateOf(from, schedule.zone), -1),
    addDays(localDateOf(to, schedule.zone), 1),
  );
  const byRule = days
    .filter((day) => !isChanged(schedule, day))
    .map((on) => ({ on, at: momentOf(schedule, on) }));
  const moved = schedule.exceptions.flatMap((exception) => movedTo(exception, schedule));
  return [...byRule, ...moved]
    .filter(({ at }) => from <= at && at < to)
    .sort((a, b) => a.at.getTime() - b.at.getTime() || a.on.localeCompare(b.on));
}

/** True when the rule falls on that day, whether or not the occurrence was changed. */
export function isOccurrence(schedule: Schedule, on: LocalDate): boolean {
  return daysOfRule(schedule, on, on).length > 0;
}

function momentOf(schedule: Schedule, on: LocalDate): Date {
  return instantOf(on, schedule.wallTime, schedule.zone);
}

function isChanged(schedule: Schedule, on: LocalDate): boolean {
  return schedule.exceptions.some((exception) => exception.on === on);
}

function movedTo(exception: ScheduleException, schedule: Schedule): readonly ScheduledOccurrence[] {
  if (exception.kind !== 'moved' || !isOccurrence(schedule, exception.on)) return [];
  return [{ on: exception.on, at: instantOf(exception.toDay, exception.toTime, schedule.zone) }];
}
