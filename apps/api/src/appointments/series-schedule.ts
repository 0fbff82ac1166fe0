import { asLocalDate } from '@trellis/domain';
import { occurrencesBetween, readRuleText, type Schedule, type ScheduleException } from '@trellis/schedules';
import type { SeriesRow } from './appointment-row.js';
import type { Hour } from './hours.repository.js';

/** Occurrences are written down this far ahead. */
const aheadDays = 182;
const day = 86_400_000;

/** The moment up to which a series is written at `now`. */
export function horizonAt(now: Date): Date {
  return new Date(now.getTime() + aheadDays * day);
}

/** A stored series in the form of the domain. */
export function scheduleOf(row: SeriesRow): Schedule {
  return {
    ...readRuleText(row.rule_text),
    startsOn: asLocalDate(row.starts_on),
    wallTime: row.wall_time,
    zone: row.zone,
    exceptions: row.exceptions as readonly ScheduleException[],
  };
}

/** The hours of a schedule from `from` until before `to`, without the days that have a row already. */
export function hoursOf(
  schedule: Schedule,
  minutes: number,
  from: Date,
  to: Date,
  written: readonly string[] = [],
): Hour[] {
  return occurrencesBetween(schedule, from, to)
    .filter(({ on }) => !written.includes(on))
    .map(({ on, at }) => ({ ...spanFrom(at, minutes), seriesOn: on, clash: false }));
}

/** From an instant, so many minutes. */
export function spanFrom(startsAt: Date, minutes: number): Pick<Hour, 'startsAt' | 'endsAt'> {
  return { startsAt, endsAt: new Date(startsAt.getTime() + minutes * 60_000) };
}
