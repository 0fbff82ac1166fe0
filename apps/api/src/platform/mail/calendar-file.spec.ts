import { describe, expect, it } from '@jest/globals';
import { calendarFile, type CalendarEntry } from './calendar-file.js';

const hour: CalendarEntry = {
  ...{ id: 'b5b9', startsAt: new Date('2025-03-30T00:30:00Z'), endsAt: new Date('2025-03-30T01:20:00Z') },
  ...{ version: 3, changedAt: new Date('2025-01-06T18:00:00Z'), cancelled: false },
};
const linesOf = (entries: readonly CalendarEntry[], language: 'en' | 'es' = 'en'): string[] =>
  calendarFile(entries, language).split('\r\n');

describe('calendar files', () => {
  it('P-1 hold the hour, its version and one title, and nothing else', () => {
    expect(linesOf([hour])).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Trellis//Calendar//EN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:b5b9@trellis',
      'SEQUENCE:2',
      'DTSTAMP:20250106T180000Z',
      'DTSTART:20250330T003000Z',
      'DTEND:20250330T012000Z',
      'SUMMARY:Appointment',
      'STATUS:CONFIRMED',
      'CLASS:PRIVATE',
      'END:VEVENT',
      'END:VCALENDAR',
    ]);
  });

  it('say that an hour was given back, under the same name', () => {
    const lines = linesOf([{ ...hour, version: 4, cancelled: true }], 'es');
    expect(lines).toEqual(
      expect.arrayContaining(['UID:b5b9@trellis', 'SEQUENCE:3', 'STATUS:CANCELLED', 'SUMMARY:Cita']),
    );
  });

  it('are the same bytes for the same hours, and a calendar without hours too', () => {
    expect(calendarFile([hour], 'en')).toBe(calendarFile([hour], 'en'));
    expect(linesOf([])).toEqual([
      ...[
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Trellis//Calendar//EN',
        'METHOD:PUBLISH',
        'END:VCALENDAR',
      ],
    ]);
  });
});
