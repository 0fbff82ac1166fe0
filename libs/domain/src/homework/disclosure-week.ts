import type { CalendarException } from './adherence.js';
import { addDays, weekday, type LocalDate } from '../shared/local-date.js';

/** The exercises that go on in the week of a disclosure session; everything else rests (HW-22). */
export const keptInDisclosureWeek = ['R01', 'B01', 'B03', 'B13', 'C17'] as const;

/** The week of the session: the calendar week, Monday to Sunday, of its local day. Both days included. */
export function disclosureWeekOf(sessionOn: LocalDate): Readonly<{ from: LocalDate; to: LocalDate }> {
  const monday = addDays(sessionOn, 1 - weekday(sessionOn));
  return { from: monday, to: addDays(monday, 6) };
}

/** True when the exercise rests on that day because a session falls into its week. */
export function restsOn(code: string, day: LocalDate, sessionOn: LocalDate | null): boolean {
  if (sessionOn === null || keptInDisclosureWeek.some((kept) => kept === code)) return false;
  const { from, to } = disclosureWeekOf(sessionOn);
  return from <= day && day <= to;
}

/** The rest as a calendar exception, so that it counts against nobody; null for an exercise that goes on. */
export function restOf(code: string, sessionOn: LocalDate): CalendarException | null {
  if (!restsOn(code, sessionOn, sessionOn)) return null;
  return { kind: 'agreed_pause', ...disclosureWeekOf(sessionOn) };
}
