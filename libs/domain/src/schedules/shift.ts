import { addDays, daysBetween, weekday, type LocalDate } from '../shared/local-date.js';
import { isOccurrence } from './occurrences.js';
import type { Schedule, ScheduleRule } from './schedule.js';

/**
 * A schedule whose occurrence of the day `from` is held on the day `to` from now on, and every other one as many days
 * away (APPT-08). A rule of days knows no other day, so it only begins elsewhere. Changes of single occurrences stay
 * where the new rule still falls on their day.
 */
export function shiftDays(schedule: Schedule, from: LocalDate, to: LocalDate): Schedule {
  const by = daysBetween(from, to);
  if (by === 0) return schedule;
  const shifted: Schedule = {
    ...schedule,
    startsOn: addDays(schedule.startsOn, by),
    rule: shiftRule(schedule.rule, by, to),
  };
  return { ...shifted, exceptions: shifted.exceptions.filter(({ on }) => isOccurrence(shifted, on)) };
}

function shiftRule(rule: ScheduleRule, by: number, to: LocalDate): ScheduleRule {
  if (rule.every === 'month') return { ...rule, dayOfMonth: Number(to.slice(8)) };
  if (rule.every === 'day') return rule;
  const moved = rule.weekdays.map((day) => ((((day - 1 + by) % 7) + 7) % 7) + 1);
  return { ...rule, weekdays: moved.sort((a, b) => a - b) };
}

/** The first rule for a schedule of that kind which falls on the day itself. */
export function ruleOn(day: LocalDate, every: ScheduleRule['every'], interval: number): ScheduleRule {
  if (every === 'day') return { every, interval };
  return every === 'week'
    ? { every, interval, weekdays: [weekday(day)] }
    : { every, interval, dayOfMonth: Number(day.slice(8)) };
}
