import { isLocalDate, type LocalDate } from '../shared/local-date.js';
import { localDateOf } from '../shared/zoned-time.js';

/** A calendar month 'YYYY-MM'. Days of a report are days of the couple's own zone (REPORT-01). */
export type ReportMonth = Readonly<{ month: string }>;

/** Reads 'YYYY-MM'. Throws RangeError for another form or a month that does not exist. */
export function reportMonth(text: string): ReportMonth {
  if (!isLocalDate(`${text}-01`)) throw new RangeError(`Not a calendar month: ${text}`);
  return { month: text };
}

/** True when the day lies in the month; no day lies in none. */
export function isInMonth({ month }: ReportMonth, day: LocalDate | null): boolean {
  return day !== null && day.startsWith(`${month}-`);
}

/** True when the instant's local day lies in the month. */
export function isInMonthAt(month: ReportMonth, at: Date, zone: string): boolean {
  return isInMonth(month, localDateOf(at, zone));
}
