import ical, { ICalCalendarMethod, ICalEventClass, ICalEventStatus } from 'ical-generator';

/** One hour of a calendar: when, and which version of it. Nothing says with whom or what for. */
export interface CalendarEntry {
  /** Stays the same however often the hour is moved. */
  readonly id: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** From 1; every change makes it greater. */
  readonly version: number;
  readonly changedAt: Date;
  readonly cancelled: boolean;
}

/** A calendar shows on lock screens and lies with whoever keeps it: one title for everything. */
const titles = { en: 'Appointment', es: 'Cita' } as const;

/**
 * An iCalendar file (RFC 5545) with instants in UTC, which need no time zone of the reader; occurrences of a series
 * stand there one by one. The same hours give the same bytes.
 */
export function calendarFile(entries: readonly CalendarEntry[], language: 'en' | 'es'): string {
  const calendar = ical({
    prodId: { company: 'Trellis', product: 'Calendar', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const { id, startsAt, endsAt, version, changedAt, cancelled } of entries)
    calendar.createEvent({
      ...{ id: `${id}@trellis`, start: startsAt, end: endsAt, stamp: changedAt },
      ...{ summary: titles[language], sequence: version - 1, class: ICalEventClass.PRIVATE },
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  return calendar.toString();
}
