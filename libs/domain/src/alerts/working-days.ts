import { addDays, weekday, type LocalDate } from '../shared/local-date.js';

const saturday = 6;

/** Monday to Friday, without the clinic's closed days. */
export function isWorkingDay(day: LocalDate, closed: readonly LocalDate[]): boolean {
  return weekday(day) < saturday && !closed.includes(day);
}

/** The `count`-th working day after `day`; `day` itself does not count. Count from 1. */
export function workingDaysAfter(
  day: LocalDate,
  count: number,
  closed: readonly LocalDate[] = [],
): LocalDate {
  const next = addDays(day, 1);
  if (!isWorkingDay(next, closed)) return workingDaysAfter(next, count, closed);
  return count <= 1 ? next : workingDaysAfter(next, count - 1, closed);
}
