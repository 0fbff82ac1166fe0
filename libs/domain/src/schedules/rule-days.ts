import { RRuleTemporal } from 'rrule-temporal';
import { addDays, asLocalDate, type LocalDate } from '../shared/local-date.js';
import type { Schedule, ScheduleRule } from './schedule.js';

const weekdayNames = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
/** The library gives up after so many steps; a rule of days needs one for each day of 100 years at most. */
const mostSteps = 40_000;

type Days = Pick<Schedule, 'startsOn' | 'rule' | 'end'>;

/**
 * Days on which the rule falls, from `from` to `to`, both included, in order. The recurrence library is asked for
 * days in UTC only; clock times are made from them in `occurrences.ts`, because the library leaves out a time that
 * a clock change skips, and here it moves to the first instant after the gap. Throws RangeError for a rule that
 * makes no sense.
 */
export function daysOfRule(schedule: Days, from: LocalDate, to: LocalDate): readonly LocalDate[] {
  const first = from < schedule.startsOn ? schedule.startsOn : from;
  if (to < first) return [];
  const found = recurrenceOf(schedule).between(midnight(first), midnight(to), true);
  return found.map((day) => asLocalDate(day.toString().slice(0, 10)));
}

/** How many days of the rule lie before that day. */
export function countBefore(schedule: Days, day: LocalDate): number {
  return daysOfRule(schedule, schedule.startsOn, addDays(day, -1)).length;
}

function recurrenceOf({ startsOn, rule, end }: Days): RRuleTemporal {
  const parts = [...ruleParts(rule), 'WKST=MO'];
  if (end.kind === 'count') parts.push(`COUNT=${positive(end.count)}`);
  if (end.kind === 'until') parts.push(`UNTIL=${compact(end.lastOn)}`);
  const rruleString = `DTSTART:${compact(startsOn)}\nRRULE:${parts.join(';')}`;
  return new RRuleTemporal({ rruleString, maxIterations: mostSteps });
}

function ruleParts(rule: ScheduleRule): string[] {
  const interval = `INTERVAL=${positive(rule.interval)}`;
  switch (rule.every) {
    case 'day':
      return ['FREQ=DAILY', interval];
    case 'week':
      return ['FREQ=WEEKLY', interval, `BYDAY=${rule.weekdays.map(weekdayName).join(',')}`];
    case 'month':
      return ['FREQ=MONTHLY', interval, ...monthDay(rule.dayOfMonth)];
  }
}

/** The 30th is asked for as the last of the days 28 to 30 that the month has. */
function monthDay(day: number): string[] {
  if (!Number.isInteger(day) || day < 1 || day > 31) throw new RangeError('A day of the month is 1 to 31');
  if (day <= 28) return [`BYMONTHDAY=${day}`];
  const days = Array.from({ length: day - 27 }, (_, index) => 28 + index);
  return [`BYMONTHDAY=${days.join(',')}`, 'BYSETPOS=-1'];
}

function weekdayName(day: number): string {
  const name = weekdayNames[day - 1];
  if (name === undefined) throw new RangeError('A weekday is 1 to 7');
  return name;
}

function positive(count: number): number {
  if (!Number.isInteger(count) || count < 1) throw new RangeError('At least one');
  return count;
}

function compact(day: LocalDate): string {
  return `${day.replaceAll('-', '')}T000000Z`;
}

function midnight(day: LocalDate): Date {
  return new Date(`${day}T00:00:00Z`);
}
