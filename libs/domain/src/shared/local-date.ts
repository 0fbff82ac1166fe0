import { dayMs } from './durations.js';
declare const localDate: unique symbol;
/** A calendar day 'YYYY-MM-DD' without a zone: what a wall calendar shows. */
export type LocalDate = string & { readonly [localDate]: true };

const form = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Reads 'YYYY-MM-DD'. Throws RangeError for another form or a day that does not exist. */
export function asLocalDate(text: string): LocalDate {
  const parts = form.exec(text);
  const midnight = parts ? Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])) : Number.NaN;
  if (Number.isNaN(midnight) || new Date(midnight).toISOString().slice(0, 10) !== text) {
    throw new RangeError(`Not a calendar day: ${text}`);
  }
  return text as LocalDate;
}

/** True when the text is a calendar day that exists. */
export function isLocalDate(text: string): text is LocalDate {
  try {
    return asLocalDate(text) === text;
  } catch {
    return false;
  }
}

function midnightUtc(day: LocalDate): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** The day `count` days later; a negative count goes back. */
export function addDays(day: LocalDate, count: number): LocalDate {
  return new Date(midnightUtc(day) + count * dayMs).toISOString().slice(0, 10) as LocalDate;
}

/** Whole calendar days from `from` to `to`; negative when `to` is earlier. A day of 23 or 25 hours counts one. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((midnightUtc(to) - midnightUtc(from)) / dayMs);
}

/** ISO weekday: 1 Monday to 7 Sunday. */
export function weekday(day: LocalDate): number {
  return ((new Date(midnightUtc(day)).getUTCDay() + 6) % 7) + 1;
}

/** The Sunday that ends the day's week. */
export function sundayOf(day: LocalDate): LocalDate {
  return addDays(day, 7 - weekday(day));
}
