import { addDays, asLocalDate, type LocalDate } from '../shared/local-date.js';

/** The same day `count` months later, or the last day of that month where it has no such day. */
export function addMonths(day: LocalDate, count: number): LocalDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + count, 1)).toISOString().slice(0, 10);
  const nextFirst = new Date(Date.UTC(year, month + count, 1)).toISOString().slice(0, 10);
  const last = addDays(asLocalDate(nextFirst), -1);
  const wanted = addDays(asLocalDate(first), date - 1);
  return wanted > last ? last : wanted;
}
