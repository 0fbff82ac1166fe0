import { daysInWeek, hourMs } from '../shared/durations.js';
import { addDays, daysBetween, sundayOf, weekday, type LocalDate } from '../shared/local-date.js';
import { instantOf, localDateOf } from '../shared/zoned-time.js';
import type { Cadence } from './cadence.js';
import { lateHours, occurrenceWindow, type OccurrenceWindow } from './lateness.js';
import { addMonths } from './month-steps.js';
import { homeworkSettingValues, type HomeworkSettingValues } from './settings.js';

/** What an exercise was agreed for. Days are of the couple's zone, both ends included. */
export type OccurrencePlan = Readonly<{
  startsOn: LocalDate;
  lastOn: LocalDate;
  zone: string;
  /** The chosen wall time 'HH:mm' of a daily exercise. */
  time: string;
  /** Chosen weekdays, 1 Monday to 7 Sunday, of an exercise of several times a week. */
  weekdays?: readonly number[];
  /** No more occurrences than these begin in one calendar week, such as two portions of R07 (HW-70). */
  mostPerWeek?: number;
  /** When the other exercise was done, for one that comes after it. */
  followedAt?: readonly Date[];
  settings?: HomeworkSettingValues;
}>;

/** `firstOn` and `lastOn` are the local days of the window; several of a week may share one. */
export type Occurrence = OccurrenceWindow & Readonly<{ firstOn: LocalDate; lastOn: LocalDate }>;

/**
 * The occurrences that are expected, in order, with the moments at which each opens, is due, and stops counting
 * (HW-18). Windows of whole days open at the first moment of their first day and are due when their last day ends;
 * a window is listed when it begins within the plan. Something done when it is needed, without a least number, has
 * no expected occurrence. Throws RangeError for an unknown zone or a wrong wall time.
 */
export function occurrencesOf(cadence: Cadence, plan: OccurrencePlan): readonly Occurrence[] {
  const all = everyOccurrence(cadence, plan);
  const { mostPerWeek } = plan;
  if (mostPerWeek === undefined) return all;
  return all.filter((one, index) => {
    const before = all.slice(0, index).filter(({ firstOn }) => sundayOf(firstOn) === sundayOf(one.firstOn));
    return before.length < mostPerWeek;
  });
}

/**
 * The open place of something that is done whenever it is needed: from the first day agreed to the last, due when
 * that day ends. Nothing is expected of it (HW-18).
 */
export function standingOccurrence(plan: OccurrencePlan): Occurrence {
  return days(plan.startsOn, plan.lastOn, plan.zone);
}

function everyOccurrence(cadence: Cadence, plan: OccurrencePlan): readonly Occurrence[] {
  switch (cadence.kind) {
    case 'daily':
      return daysOf(plan).map((day) => ({
        ...occurrenceWindow(day, plan.time, plan.zone, cadence.windowHours),
        firstOn: day,
        lastOn: day,
      }));
    case 'weekly':
      return weekly(cadence.times, plan);
    case 'on_event':
      return cadence.leastPerWeek === undefined ? [] : weekly(cadence.leastPerWeek, plan);
    case 'every_weeks':
      return everyWeeks(cadence.weeks, plan);
    case 'monthly':
      return monthly(cadence.months, plan);
    case 'once':
      return [days(plan.startsOn, addDays(plan.startsOn, settingsOf(plan).onceDueDays - 1), plan.zone)];
    case 'sittings':
      return inWeeks(cadence.least, cadence.mostPerWeek ?? 1, plan);
    case 'times':
      return inWeeks(cadence.times, 1, plan);
    case 'after':
      return (plan.followedAt ?? []).flatMap((at) => after(at, plan));
  }
}

function settingsOf(plan: OccurrencePlan): HomeworkSettingValues {
  return plan.settings ?? homeworkSettingValues();
}

function daysOf(plan: OccurrencePlan): readonly LocalDate[] {
  const count = Math.max(0, daysBetween(plan.startsOn, plan.lastOn) + 1);
  return Array.from({ length: count }, (_, index) => addDays(plan.startsOn, index));
}

function days(firstOn: LocalDate, lastOn: LocalDate, zone: string): Occurrence {
  const dueAt = instantOf(addDays(lastOn, 1), '00:00', zone);
  return {
    firstOn,
    lastOn,
    opensAt: instantOf(firstOn, '00:00', zone),
    dueAt,
    lateUntil: new Date(dueAt.getTime() + lateHours * hourMs),
  };
}

/** Mondays that begin the weeks of the plan; the first "Monday" is its first day. */
function weekStarts(plan: OccurrencePlan): readonly LocalDate[] {
  return daysOf(plan).filter((day) => day === plan.startsOn || weekday(day) === 1);
}

/**
 * Chosen weekdays give one window each. Without them the occurrences of a week share it; a week that began before
 * the plan asks its share, rounded half up: once a week begun on a Friday begins with the Monday after (HW-19).
 */
function weekly(times: number, plan: OccurrencePlan): readonly Occurrence[] {
  const { weekdays } = plan;
  if (weekdays !== undefined) {
    return daysOf(plan)
      .filter((day) => weekdays.includes(weekday(day)))
      .map((day) => days(day, day, plan.zone));
  }
  return weekStarts(plan).flatMap((first) => {
    return Array.from({ length: shareOf(times, first) }, () => days(first, sundayOf(first), plan.zone));
  });
}

/** Of so many in a week, those that the days from `first` to Sunday are asked for, rounded half up. */
function shareOf(times: number, first: LocalDate): number {
  return Math.floor((times * (daysInWeek + 1 - weekday(first))) / daysInWeek + 0.5);
}

function everyWeeks(weeks: number, plan: OccurrencePlan): readonly Occurrence[] {
  return weekStarts(plan)
    .filter((_, index) => index % weeks === 0)
    .map((first) => days(first, addDays(sundayOf(first), (weeks - 1) * daysInWeek), plan.zone));
}

function monthly(months: number, plan: OccurrencePlan): readonly Occurrence[] {
  const found: Occurrence[] = [];
  for (let step = 0; ; step += months) {
    const first = addMonths(plan.startsOn, step);
    if (first > plan.lastOn) return found;
    found.push(days(first, addDays(addMonths(plan.startsOn, step + months), -1), plan.zone));
  }
}

/** So many in all, so many of them in one week; a short first week asks its share. */
function inWeeks(count: number, perWeek: number, plan: OccurrencePlan): readonly Occurrence[] {
  return weekStarts(plan)
    .flatMap((first) =>
      Array.from({ length: shareOf(perWeek, first) }, () => days(first, sundayOf(first), plan.zone)),
    )
    .slice(0, count);
}

function after(at: Date, plan: OccurrencePlan): readonly Occurrence[] {
  const day = localDateOf(at, plan.zone);
  if (day < plan.startsOn || day > plan.lastOn) return [];
  const dueAt = new Date(at.getTime() + settingsOf(plan).afterDueHours * hourMs);
  const lateUntil = new Date(dueAt.getTime() + lateHours * hourMs);
  return [{ firstOn: day, lastOn: localDateOf(dueAt, plan.zone), opensAt: at, dueAt, lateUntil }];
}
