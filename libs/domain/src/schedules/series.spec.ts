import { describe, expect, it } from '@jest/globals';
import { asLocalDate } from '../shared/local-date.js';
import { occurrencesBetween } from './occurrences.js';
import { readRuleText, ruleText } from './rule-text.js';
import type { Schedule, ScheduleEnd, ScheduleRule } from './schedule.js';
import { ruleOn, shiftDays } from './shift.js';

const day = asLocalDate;
const tuesdays: Schedule = {
  startsOn: day('2025-02-18'),
  wallTime: '09:00',
  zone: 'America/Chicago',
  rule: { every: 'week', interval: 2, weekdays: [2] },
  end: { kind: 'never' },
  exceptions: [
    { kind: 'left_out', on: day('2025-03-04') },
    { kind: 'moved', on: day('2025-03-18'), toDay: day('2025-03-19'), toTime: '10:00' },
  ],
};
const daysOf = (schedule: Schedule): string[] =>
  occurrencesBetween(schedule, new Date('2025-02-01'), new Date('2025-04-20')).map(({ at }) =>
    at.toISOString().slice(0, 16),
  );

describe('the text of a rule (APPT-07)', () => {
  const rules: ScheduleRule[] = [
    { every: 'day', interval: 3 },
    { every: 'week', interval: 2, weekdays: [1, 4] },
    { every: 'month', interval: 1, dayOfMonth: 31 },
  ];
  const ends: ScheduleEnd[] = [
    { kind: 'never' },
    { kind: 'count', count: 12 },
    { kind: 'until', lastOn: day('2025-11-11') },
  ];
  it.each(rules.flatMap((rule) => ends.map((end) => [ruleText({ rule, end }), rule, end] as const)))(
    '%s reads as it was written',
    (text, rule, end) => {
      expect(readRuleText(text)).toEqual({ rule, end });
    },
  );

  it('is that of the standard, and nothing else is read', () => {
    expect(ruleText(tuesdays)).toBe('FREQ=WEEKLY;INTERVAL=2;BYDAY=TU');
    expect(() => readRuleText('FREQ=YEARLY;INTERVAL=1')).toThrow(RangeError);
    expect(() => readRuleText('FREQ=WEEKLY;INTERVAL=1;BYDAY=XX')).toThrow(RangeError);
  });
});

describe('a series on other days (APPT-08)', () => {
  it('keeps its hour by the wall over the change of clocks', () => {
    expect(daysOf(tuesdays)).toEqual([
      ...['2025-02-18T15:00', '2025-03-19T15:00', '2025-04-01T14:00', '2025-04-15T14:00'],
    ]);
  });

  it('takes every other one along, and leaves changes of days that it no longer has', () => {
    const thursdays = shiftDays(tuesdays, day('2025-03-04'), day('2025-03-06'));
    expect(thursdays.rule).toEqual({ every: 'week', interval: 2, weekdays: [4] });
    expect(daysOf(thursdays)).toEqual([
      ...['2025-02-20T15:00', '2025-03-06T15:00', '2025-03-20T14:00', '2025-04-03T14:00', '2025-04-17T14:00'],
    ]);
    expect(shiftDays(tuesdays, day('2025-03-04'), day('2025-03-04'))).toBe(tuesdays);
    const sundays = shiftDays(tuesdays, day('2025-03-04'), day('2025-03-02'));
    expect(sundays.rule).toEqual({ every: 'week', interval: 2, weekdays: [7] });
  });

  it('moves a month to its new day, and leaves days as they are', () => {
    const monthly = { ...tuesdays, rule: ruleOn(day('2025-02-18'), 'month', 1) };
    expect(shiftDays(monthly, day('2025-03-18'), day('2025-03-20')).rule).toMatchObject({ dayOfMonth: 20 });
    const daily = { ...tuesdays, rule: ruleOn(day('2025-02-18'), 'day', 2) };
    expect(shiftDays(daily, day('2025-03-18'), day('2025-03-19')).rule).toEqual({
      every: 'day',
      interval: 2,
    });
    expect(ruleOn(day('2025-02-18'), 'week', 2)).toEqual(tuesdays.rule);
  });
});
