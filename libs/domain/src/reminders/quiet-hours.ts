import { weekday } from '../shared/local-date.js';
import { localDateOf, localTimeOf } from '../shared/zoned-time.js';

/** When a person wants no mail: hours of every day, and whole days, in their own time zone. */
export interface QuietHours {
  /** HH:MM; the same as `until` for no quiet hours. A start after the end goes over midnight. */
  readonly from: string;
  readonly until: string;
  /** Days without mail, Monday 1 to Sunday 7. */
  readonly days: readonly number[];
  readonly zone: string;
}

/** Whether nothing is sent at the instant (REMIND-02). The end is the first minute that is not quiet. */
export function isQuiet({ from, until, days, zone }: QuietHours, at: Date): boolean {
  if (days.includes(weekday(localDateOf(at, zone)))) return true;
  const time = localTimeOf(at, zone);
  if (from <= until) return from <= time && time < until;
  return time >= from || time < until;
}
