import { describe, expect, it } from '@jest/globals';
import { addDays, asLocalDate } from '../shared/local-date.js';
import { localDateOf, localTimeOf } from '../shared/zoned-time.js';
import { changeAll, changeFollowing, changeThis, restoreThis } from './edits.js';
import { isOccurrence, occurrencesBetween } from './occurrences.js';
import { countBefore, daysOfRule } from './rule-days.js';
import type { Schedule } from './schedule.js';

const day = asLocalDate;
const daily: Schedule = {
  startsOn: day('2025-03-07'), wallTime: '20:00', zone: 'America/Chicago', rule: { every: 'day', interval: 1 }, end: { kind: 'never' }, exceptions: [],
}; // prettier-ignore
const weekly: Schedule = {
  ...daily, startsOn: day('2025-01-06'), rule: { every: 'week', interval: 1, weekdays: [1, 4] }, end: { kind: 'count', count: 5 },
}; // prettier-ignore
const far = [new Date('2020-01-01T00:00:00Z'), new Date('2030-01-01T00:00:00Z')] as const;
const moments = (schedule: Schedule, from: Date = far[0], to: Date = far[1]): readonly string[] =>
  occurrencesBetween(schedule, from, to).map(({ at }) => at.toISOString());
const days = (schedule: Schedule): readonly string[] =>
  occurrencesBetween(schedule, ...far).map(({ at }) => localDateOf(at, schedule.zone));

describe('occurrences of a schedule (HW-38)', () => {
  it('keep their wall time over the clock change of 2025-03-09', () => {
    expect(moments(daily, new Date('2025-03-08T00:00:00Z'), new Date('2025-03-12T00:00:00Z'))).toEqual([
      '2025-03-08T02:00:00.000Z', '2025-03-09T02:00:00.000Z', '2025-03-10T01:00:00.000Z', '2025-03-11T01:00:00.000Z',
    ]); // prettier-ignore
  });

  it('begin at the first instant after a gap, and at the first of two times', () => {
    const gap: Schedule = {
      ...daily,
      startsOn: day('2027-03-13'),
      zone: 'America/New_York',
      wallTime: '02:30',
    };
    expect(moments(gap, new Date('2027-03-13T00:00:00Z'), new Date('2027-03-16T00:00:00Z'))).toEqual([
      '2027-03-13T07:30:00.000Z', '2027-03-14T07:00:00.000Z', '2027-03-15T06:30:00.000Z',
    ]); // prettier-ignore
    const twice: Schedule = {
      ...gap,
      startsOn: day('2027-11-07'),
      wallTime: '01:30',
      end: { kind: 'count', count: 1 },
    };
    expect(moments(twice)).toEqual(['2027-11-07T05:30:00.000Z']);
  });

  it('hold the first moment of a span and not its last', () => {
    const at = new Date('2025-03-08T02:00:00Z');
    const next = new Date('2025-03-09T02:00:00Z');
    expect(moments(daily, at, next)).toEqual([at.toISOString()]);
    expect(moments(daily, new Date(at.getTime() + 1), next)).toEqual([]);
    expect(moments(daily, at, at)).toEqual([]);
  });

  it('follow their rule and their end', () => {
    expect(days(weekly)).toEqual(['2025-01-06', '2025-01-09', '2025-01-13', '2025-01-16', '2025-01-20']);
    const until = (lastOn: string): Schedule => ({ ...weekly, end: { kind: 'until', lastOn: day(lastOn) } });
    expect(days(until('2025-01-13'))).toEqual(['2025-01-06', '2025-01-09', '2025-01-13']);
    expect(days(until('2025-01-12'))).toEqual(['2025-01-06', '2025-01-09']);
    expect(days({ ...weekly, rule: { every: 'week', interval: 2, weekdays: [7] }, end: { kind: 'count', count: 3 } })).toEqual([
      '2025-01-12', '2025-01-26', '2025-02-09',
    ]); // prettier-ignore
    expect(days({ ...daily, rule: { every: 'day', interval: 3 }, end: { kind: 'count', count: 3 } })).toEqual([
      '2025-03-07', '2025-03-10', '2025-03-13',
    ]); // prettier-ignore
  });

  it.each([
    [31, 1, '2025-01-31 2025-02-28 2025-03-31 2025-04-30'],
    [30, 1, '2025-01-30 2025-02-28 2025-03-30 2025-04-30'],
    [29, 1, '2025-01-29 2025-02-28 2025-03-29 2025-04-29'],
    [28, 1, '2025-01-28 2025-02-28 2025-03-28 2025-04-28'],
    [31, 3, '2025-01-31 2025-04-30 2025-07-31 2025-10-31'],
  ])('on day %s of every %s months take the last day of a shorter one', (dayOfMonth, interval, expected) => {
    const rule = { every: 'month', interval, dayOfMonth } as const;
    expect(days({ ...weekly, rule, end: { kind: 'count', count: 4 } }).join(' ')).toBe(expected);
  });

  it('refuse a rule that makes no sense', () => {
    const with_ = (rule: Schedule['rule'], end: Schedule['end'] = { kind: 'never' }): (() => unknown) =>
      () => daysOfRule({ startsOn: day('2025-01-06'), rule, end }, day('2025-01-06'), day('2025-01-07')); // prettier-ignore
    expect(with_({ every: 'day', interval: 0 })).toThrow('At least one');
    expect(with_({ every: 'day', interval: 1.5 })).toThrow('At least one');
    expect(with_({ every: 'day', interval: 1 }, { kind: 'count', count: 0 })).toThrow('At least one');
    expect(with_({ every: 'week', interval: 1, weekdays: [8] })).toThrow('A weekday is 1 to 7');
    expect(with_({ every: 'month', interval: 1, dayOfMonth: 32 })).toThrow('A day of the month is 1 to 31');
    expect(with_({ every: 'month', interval: 1, dayOfMonth: 0 })).toThrow('A day of the month is 1 to 31');
    expect(() => moments({ ...daily, zone: 'Mars/Base' })).toThrow(RangeError);
  });

  it('are the same as counting days by hand, in 40 zones and six years', () => {
    for (const [zone, wallTime] of [
      ...zones.map((z) => [z, '02:30']),
      ...atMidnight.map((z) => [z, '00:00']),
    ]) {
      const schedule: Schedule = { ...daily, startsOn: day('2024-12-30'), zone: zone!, wallTime: wallTime! };
      const found = occurrencesBetween(
        schedule,
        new Date('2025-01-01T12:00:00Z'),
        new Date('2031-01-01T12:00:00Z'),
      );
      const first = found[0]!.on;
      expect(found.length).toBeGreaterThanOrEqual(2191);
      const wrong = found.filter(
        ({ on, at }, index) => on !== addDays(first, index) || !isRight(schedule, on, at),
      );
      expect([zone, wrong]).toEqual([zone, []]);
    }
  }, 60_000);
});

/** The clock shows the time, or it jumped over it exactly here. */
function isRight({ zone, wallTime }: Schedule, on: string, at: Date): boolean {
  const shown = `${localDateOf(at, zone)} ${localTimeOf(at, zone)}`;
  const wanted = `${on} ${wallTime}`;
  if (shown === wanted) return true;
  const before = new Date(at.getTime() - 1000);
  return `${localDateOf(before, zone)} ${localTimeOf(before, zone)}` < wanted && wanted < shown;
}

describe('edits (HW-39)', () => {
  const second = day('2025-01-09');

  it('of this one leave it out, move it, or put it back', () => {
    const out = changeThis(weekly, { kind: 'left_out', on: second });
    expect(out.ok && days(out.value)).toEqual(['2025-01-06', '2025-01-13', '2025-01-16', '2025-01-20']);
    const moved = changeThis(weekly, {
      kind: 'moved',
      on: second,
      toDay: day('2025-01-17'),
      toTime: '07:15',
    });
    expect(moved.ok && moments(moved.value)[3]).toBe('2025-01-17T13:15:00.000Z');
    expect(moved.ok && days(moved.value)).toEqual([
      '2025-01-06',
      '2025-01-13',
      '2025-01-16',
      '2025-01-17',
      '2025-01-20',
    ]);
    const again = moved.ok && changeThis(moved.value, { kind: 'left_out', on: second });
    expect(again && again.ok && again.value.exceptions).toEqual([{ kind: 'left_out', on: second }]);
    expect(moved.ok && restoreThis(moved.value, second)).toEqual(weekly);
    expect(changeThis(weekly, { kind: 'left_out', on: day('2025-01-10') })).toEqual({
      ok: false,
      refusal: 'no_such_occurrence',
    });
    expect(changeThis(weekly, { kind: 'left_out', on: day('2025-01-23') }).ok).toBe(false);
  });

  it('of the following ones split the schedule, and the count goes on', () => {
    const exceptions = [
      { kind: 'left_out', on: day('2025-01-06') },
      { kind: 'left_out', on: day('2025-01-20') },
    ] as const;
    const split = changeFollowing({ ...weekly, exceptions }, day('2025-01-13'), { wallTime: '09:00' });
    if (!split.ok) throw new Error('refused');
    const { before, following } = split.value;
    expect(before).toEqual({
      ...weekly,
      end: { kind: 'until', lastOn: '2025-01-12' },
      exceptions: [exceptions[0]],
    });
    expect(following).toEqual({
      ...weekly, startsOn: '2025-01-13', wallTime: '09:00', end: { kind: 'count', count: 3 }, exceptions: [exceptions[1]],
    }); // prettier-ignore
    expect(moments(following)).toEqual(['2025-01-13T15:00:00.000Z', '2025-01-16T15:00:00.000Z']);
    expect(before !== null && days(before)).toEqual(['2025-01-09']);
  });

  it('of the first and all following leave nothing before', () => {
    const split = changeFollowing(weekly, day('2025-01-06'), { wallTime: '09:00' });
    expect(split).toEqual({ ok: true, value: { before: null, following: { ...weekly, wallTime: '09:00' } } });
    const endless = changeFollowing(daily, day('2025-03-08'), {});
    expect(endless.ok && endless.value.following.end).toEqual({ kind: 'never' });
    expect(changeFollowing(weekly, day('2025-01-07'), {})).toEqual({
      ok: false,
      refusal: 'no_such_occurrence',
    });
  });

  it('of all keep single changes only where the rule still falls', () => {
    const exceptions = [
      { kind: 'left_out', on: second },
      { kind: 'left_out', on: day('2025-01-13') },
    ] as const;
    const mondays = changeAll(
      { ...weekly, exceptions },
      { rule: { every: 'week', interval: 1, weekdays: [1] } },
    );
    expect(mondays.exceptions).toEqual([exceptions[1]]);
    expect(days(mondays)).toEqual(['2025-01-06', '2025-01-20', '2025-01-27', '2025-02-03']);
  });

  it('count what came before', () => {
    expect(countBefore(weekly, day('2025-01-06'))).toBe(0);
    expect(countBefore(weekly, day('2025-01-13'))).toBe(2);
    expect(isOccurrence(weekly, day('2025-01-20'))).toBe(true);
    expect(isOccurrence(weekly, day('2025-01-23'))).toBe(false);
  });

  it('forget a moved one whose rule no longer falls there', () => {
    const lost: Schedule = {
      ...weekly,
      exceptions: [{ kind: 'moved', on: day('2025-01-10'), toDay: second, toTime: '08:00' }],
    };
    expect(days(lost)).toEqual(days(weekly));
  });
});

const zones = [
  'UTC', 'America/Chicago', 'America/New_York', 'America/Denver', 'America/Los_Angeles', 'America/Phoenix', 'America/Anchorage', 'America/Halifax', 'America/St_Johns', 'America/Sao_Paulo',
  'America/Santiago', 'America/Asuncion', 'America/Mexico_City', 'America/Bogota', 'America/Lima', 'America/Havana', 'America/Nuuk', 'Atlantic/Azores', 'Europe/London', 'Europe/Dublin',
  'Europe/Madrid', 'Europe/Berlin', 'Europe/Athens', 'Europe/Moscow', 'Africa/Cairo', 'Africa/Casablanca', 'Africa/Lagos', 'Asia/Beirut', 'Asia/Jerusalem', 'Asia/Tehran',
  'Asia/Kolkata', 'Asia/Kathmandu', 'Asia/Shanghai', 'Asia/Tokyo', 'Australia/Sydney', 'Australia/Lord_Howe', 'Pacific/Auckland', 'Pacific/Chatham', 'Pacific/Apia', 'Pacific/Kiritimati',
]; // prettier-ignore
// zones whose clocks change at midnight
const atMidnight = [
  'America/Havana',
  'America/Santiago',
  'America/Asuncion',
  'Asia/Beirut',
  'Atlantic/Azores',
  'Africa/Cairo',
];
