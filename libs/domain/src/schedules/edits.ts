import { addDays, type LocalDate } from '../shared/local-date.js';
import { ok, refuse, type Result } from '../shared/result.js';
import { isOccurrence } from './occurrences.js';
import { countBefore } from './rule-days.js';
import type { Schedule, ScheduleEnd, ScheduleException } from './schedule.js';

export type ScheduleRefusal = 'no_such_occurrence';

/** What may be changed in a schedule. */
export type ScheduleChange = Readonly<Partial<Pick<Schedule, 'wallTime' | 'rule' | 'zone' | 'end'>>>;

/** Leaves one occurrence out, or moves it; an earlier change of the same one is replaced (HW-39). */
export function changeThis(schedule: Schedule, change: ScheduleException): Result<Schedule, ScheduleRefusal> {
  if (!isOccurrence(schedule, change.on)) return refuse('no_such_occurrence');
  return ok({ ...schedule, exceptions: [...without(schedule, change.on), change] });
}

/** Takes back the change of one occurrence. */
export function restoreThis(schedule: Schedule, on: LocalDate): Schedule {
  return { ...schedule, exceptions: without(schedule, on) };
}

function without(schedule: Schedule, on: LocalDate): readonly ScheduleException[] {
  return schedule.exceptions.filter((exception) => exception.on !== on);
}

/** The schedule in two parts; `before` is null when the first occurrence was changed. */
export type SplitSchedule = Readonly<{ before: Schedule | null; following: Schedule }>;

/**
 * Changes an occurrence and all that follow (HW-39). What came before stays, changes of single occurrences
 * included. A count goes on: the second part has as many occurrences as were left.
 */
export function changeFollowing(
  schedule: Schedule,
  on: LocalDate,
  change: ScheduleChange,
): Result<SplitSchedule, ScheduleRefusal> {
  if (!isOccurrence(schedule, on)) return refuse('no_such_occurrence');
  const passed = countBefore(schedule, on);
  const following: Schedule = {
    ...schedule,
    startsOn: on,
    end: endAfter(schedule.end, passed),
    exceptions: schedule.exceptions.filter((exception) => exception.on >= on),
    ...change,
  };
  if (passed === 0) return ok({ before: null, following });
  const before: Schedule = {
    ...schedule,
    end: { kind: 'until', lastOn: addDays(on, -1) },
    exceptions: schedule.exceptions.filter((exception) => exception.on < on),
  };
  return ok({ before, following });
}

function endAfter(end: ScheduleEnd, passed: number): ScheduleEnd {
  return end.kind === 'count' ? { kind: 'count', count: end.count - passed } : end;
}

/**
 * Changes all occurrences. Changes of single ones stay where the new rule still falls on their day, and go where it
 * does not (HW-39).
 */
export function changeAll(schedule: Schedule, change: ScheduleChange): Schedule {
  const changed: Schedule = { ...schedule, ...change };
  return { ...changed, exceptions: changed.exceptions.filter(({ on }) => isOccurrence(changed, on)) };
}
