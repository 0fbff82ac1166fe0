import { describe, expect, it } from '@jest/globals';
import { addDays, asLocalDate, daysBetween, isLocalDate, weekday } from './local-date.js';
import { instantOf, isZone, localDateOf, localTimeOf } from './zoned-time.js';

const chicago = 'America/Chicago';
const day = asLocalDate;

describe('calendar days', () => {
  it('counts over months, leap days and clock changes', () => {
    expect(addDays(day('2024-02-28'), 2)).toBe('2024-03-01');
    expect(addDays(day('2025-03-01'), -1)).toBe('2025-02-28');
    expect(daysBetween(day('2025-02-19'), day('2025-03-19'))).toBe(28);
    expect(daysBetween(day('2025-03-19'), day('2025-02-19'))).toBe(-28);
  });

  it('knows Monday as 1 and Sunday as 7', () => {
    expect(weekday(day('2025-01-06'))).toBe(1);
    expect(weekday(day('2025-01-19'))).toBe(7);
  });

  it('refuses days that do not exist', () => {
    for (const text of ['2025-02-29', '2025-13-01', '2025-1-1', '']) expect(isLocalDate(text)).toBe(false);
    expect(() => asLocalDate('2025-02-30')).toThrow(RangeError);
  });
});

describe('zoned time', () => {
  it.each([
    ['2025-03-28', '10:00', '2025-03-28T15:00:00.000Z'],
    ['2025-02-20', '09:10', '2025-02-20T15:10:00.000Z'],
    // 02:00 to 03:00 does not exist on this day: the first instant after the gap.
    ['2025-03-09', '02:30', '2025-03-09T08:00:00.000Z'],
    ['2025-03-09', '03:00', '2025-03-09T08:00:00.000Z'],
    ['2025-03-09', '01:59', '2025-03-09T07:59:00.000Z'],
    // 01:00 to 02:00 comes twice on this day: the first.
    ['2025-11-02', '01:30', '2025-11-02T06:30:00.000Z'],
    ['2025-11-02', '02:00', '2025-11-02T08:00:00.000Z'],
  ])('%s %s in Chicago is %s', (date, time, expected) => {
    expect(instantOf(day(date), time, chicago).toISOString()).toBe(expected);
  });

  it.each([
    ['2025-10-05', '02:15', 'Australia/Lord_Howe', '2025-10-04T15:30:00.000Z'],
    ['2025-03-30', '00:30', 'Asia/Beirut', '2025-03-29T22:00:00.000Z'],
    ['2011-12-30', '12:00', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
  ])('%s %s in %s, a rarer gap, is %s', (date, time, zone, expected) => {
    expect(instantOf(day(date), time, zone).toISOString()).toBe(expected);
  });

  it('gives the day and time that the wall shows', () => {
    const late = new Date('2025-01-20T05:59:59.999Z');
    expect(localDateOf(late, chicago)).toBe('2025-01-19');
    expect(localTimeOf(late, chicago)).toBe('23:59');
    expect(localDateOf(new Date('2025-01-20T06:00:00Z'), chicago)).toBe('2025-01-20');
  });

  it('comes back to each hour of a year', () => {
    for (let hour = 0; hour < 365 * 24; hour += 1) {
      const instant = new Date(Date.UTC(2025, 0, 1, hour, 30));
      const back = instantOf(localDateOf(instant, chicago), localTimeOf(instant, chicago), chicago);
      const twice = instant.toISOString() === '2025-11-02T07:30:00.000Z';
      expect(back.getTime()).toBe(instant.getTime() - (twice ? 3_600_000 : 0));
    }
  });

  it('knows zones by name and refuses other times', () => {
    expect([isZone(chicago), isZone('Mars/Olympus')]).toEqual([true, false]);
    expect(() => instantOf(day('2025-01-01'), '24:00', chicago)).toThrow(RangeError);
  });
});
