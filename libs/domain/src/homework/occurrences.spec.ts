import { describe, expect, it } from '@jest/globals';
import { fraction } from '../shared/fraction.js';
import { asLocalDate } from '../shared/local-date.js';
import { adherenceAt, isExcepted, type CalendarException, type OccurrenceRecord } from './adherence.js';
import type { Cadence } from './cadence.js';
import { addMonths } from './month-steps.js';
import { occurrencesOf, type Occurrence, type OccurrencePlan } from './occurrences.js';
import { homeworkSettings, homeworkSettingValues } from './settings.js';

const day = asLocalDate;
const zone = 'America/Chicago';
const plan = (startsOn: string, lastOn: string, more: Partial<OccurrencePlan> = {}): OccurrencePlan => ({
  startsOn: day(startsOn),
  lastOn: day(lastOn),
  zone,
  time: '20:00',
  ...more,
});
const windows = (cadence: Cadence, given: OccurrencePlan): readonly string[] =>
  occurrencesOf(cadence, given).map(({ firstOn, lastOn }) => `${firstOn} ${lastOn}`);
const moments = ({ opensAt, dueAt, lateUntil }: Occurrence): readonly string[] =>
  [opensAt, dueAt, lateUntil].map((moment) => moment.toISOString());

describe('occurrences (HW-18)', () => {
  it('of every day keep their local time over the clock change of 2025-03-09', () => {
    const found = occurrencesOf({ kind: 'daily', windowHours: 4 }, plan('2025-03-08', '2025-03-10'));
    expect(found.map(moments)).toEqual([
      ['2025-03-08T22:00:00.000Z', '2025-03-09T06:00:00.000Z', '2025-03-11T06:00:00.000Z'],
      ['2025-03-09T21:00:00.000Z', '2025-03-10T05:00:00.000Z', '2025-03-12T05:00:00.000Z'],
      ['2025-03-10T21:00:00.000Z', '2025-03-11T05:00:00.000Z', '2025-03-13T05:00:00.000Z'],
    ]);
    expect(windows({ kind: 'daily', windowHours: 4 }, plan('2025-03-08', '2025-03-08'))).toEqual(['2025-03-08 2025-03-08']);
    expect(windows({ kind: 'daily', windowHours: 4 }, plan('2025-03-08', '2025-03-07'))).toEqual([]);
  }); // prettier-ignore

  it('of several times a week share the calendar week, due when Sunday ends', () => {
    const found = occurrencesOf({ kind: 'weekly', times: 3 }, plan('2025-03-03', '2025-03-16'));
    expect(found.map(({ firstOn }) => firstOn)).toEqual([
      '2025-03-03', '2025-03-03', '2025-03-03', '2025-03-10', '2025-03-10', '2025-03-10',
    ]); // prettier-ignore
    expect(moments(found[0]!)).toEqual([
      '2025-03-03T06:00:00.000Z', '2025-03-10T05:00:00.000Z', '2025-03-12T05:00:00.000Z',
    ]); // prettier-ignore
  });

  // a first week of so many days, and how many of 1, 2 and 3 times it is asked for
  it.each([
    ['2025-01-06', 7, [1, 2, 3]],
    ['2025-01-07', 6, [1, 2, 3]],
    ['2025-01-08', 5, [1, 1, 2]],
    ['2025-01-09', 4, [1, 1, 2]],
    ['2025-01-10', 3, [0, 1, 1]],
    ['2025-01-11', 2, [0, 1, 1]],
    ['2025-01-12', 1, [0, 0, 0]],
  ])('begun on %s, with %s days left, asks %j in its first week (HW-19)', (start, _left, expected) => {
    const counts = [1, 2, 3].map(
      (times) => windows({ kind: 'weekly', times }, plan(start, '2025-01-12')).length,
    );
    expect(counts).toEqual(expected);
  });

  it('of chosen weekdays have a day each', () => {
    const given = plan('2025-01-07', '2025-01-14', { weekdays: [2, 7] });
    expect(windows({ kind: 'weekly', times: 2 }, given)).toEqual([
      '2025-01-07 2025-01-07', '2025-01-12 2025-01-12', '2025-01-14 2025-01-14',
    ]); // prettier-ignore
  });

  it('of some weeks end on a Sunday', () => {
    expect(windows({ kind: 'every_weeks', weeks: 2 }, plan('2025-01-08', '2025-01-21'))).toEqual([
      '2025-01-08 2025-01-19', '2025-01-20 2025-02-02',
    ]); // prettier-ignore
  });

  it('of months keep their day, or take the last', () => {
    expect(windows({ kind: 'monthly', months: 1 }, plan('2025-01-31', '2025-03-31'))).toEqual([
      '2025-01-31 2025-02-27', '2025-02-28 2025-03-30', '2025-03-31 2025-04-29',
    ]); // prettier-ignore
    expect(windows({ kind: 'monthly', months: 3 }, plan('2025-01-15', '2025-04-14'))).toEqual([
      '2025-01-15 2025-04-14',
    ]);
    expect(addMonths(day('2024-01-31'), 1)).toBe('2024-02-29');
    expect(addMonths(day('2024-11-30'), 3)).toBe('2025-02-28');
    expect(addMonths(day('2024-12-05'), 1)).toBe('2025-01-05');
  });

  it('of one time have their days, which a clinic may change', () => {
    expect(windows({ kind: 'once' }, plan('2025-01-06', '2025-01-06'))).toEqual(['2025-01-06 2025-01-12']);
    const settings = homeworkSettingValues({ onceDueDays: 1 });
    expect(windows({ kind: 'once' }, plan('2025-01-06', '2025-01-06', { settings }))).toEqual([
      '2025-01-06 2025-01-06',
    ]);
  });

  it('of sittings and of a number of times come so many in a week', () => {
    const sittings = { kind: 'sittings', least: 3, most: 5, mostPerWeek: 2 } as const;
    expect(windows(sittings, plan('2025-01-06', '2025-02-02'))).toEqual([
      '2025-01-06 2025-01-12', '2025-01-06 2025-01-12', '2025-01-13 2025-01-19',
    ]); // prettier-ignore
    expect(windows({ kind: 'sittings', least: 2, most: 4 }, plan('2025-01-06', '2025-02-02'))).toHaveLength(
      2,
    );
    expect(windows({ kind: 'times', times: 2 }, plan('2025-01-10', '2025-02-02'))).toEqual([
      '2025-01-13 2025-01-19', '2025-01-20 2025-01-26',
    ]); // prettier-ignore
  });

  it('when needed expect nothing without a least number', () => {
    expect(windows({ kind: 'on_event' }, plan('2025-01-06', '2025-01-19'))).toEqual([]);
    expect(windows({ kind: 'on_event', leastPerWeek: 2 }, plan('2025-01-06', '2025-01-19'))).toHaveLength(4);
  });

  it('after another exercise open when it was done, within the plan', () => {
    const followedAt = ['2025-01-06T05:59:00Z', '2025-01-06T06:00:00Z', '2025-01-08T05:59:00Z', '2025-01-08T06:00:00Z'].map((at) => new Date(at)); // prettier-ignore
    const found = occurrencesOf(
      { kind: 'after', code: 'C15' },
      plan('2025-01-06', '2025-01-07', { followedAt }),
    );
    expect(found.map(moments)).toEqual([
      ['2025-01-06T06:00:00.000Z', '2025-01-07T06:00:00.000Z', '2025-01-09T06:00:00.000Z'],
      ['2025-01-08T05:59:00.000Z', '2025-01-09T05:59:00.000Z', '2025-01-11T05:59:00.000Z'],
    ]);
    expect(found.map(({ firstOn, lastOn }) => `${firstOn} ${lastOn}`)).toEqual([
      '2025-01-06 2025-01-07', '2025-01-07 2025-01-08',
    ]); // prettier-ignore
    expect(windows({ kind: 'after', code: 'C15' }, plan('2025-01-06', '2025-01-07'))).toEqual([]);
  });
});

describe('exceptions and adherence (HW-20)', () => {
  const away = (from: string, to: string): CalendarException => ({
    kind: 'travel',
    from: day(from),
    to: day(to),
  });
  const week = occurrencesOf({ kind: 'weekly', times: 1 }, plan('2025-01-06', '2025-01-12'))[0]!;

  it('take an occurrence out when they cover more than half of its days', () => {
    expect(isExcepted(week, [away('2025-01-07', '2025-01-09')])).toBe(false);
    expect(isExcepted(week, [away('2025-01-09', '2025-01-20')])).toBe(true);
    expect(isExcepted(week, [away('2025-01-06', '2025-01-07'), away('2025-01-07', '2025-01-08')])).toBe(
      false,
    );
    expect(isExcepted(week, [away('2025-01-06', '2025-01-07'), away('2025-01-11', '2025-01-12')])).toBe(true);
    const two = { ...week, lastOn: day('2025-01-07') };
    expect(isExcepted(two, [away('2025-01-07', '2025-01-07')])).toBe(false);
    expect(isExcepted(two, [])).toBe(false);
  });

  const daily = occurrencesOf({ kind: 'daily', windowHours: 4 }, plan('2025-01-06', '2025-01-11'));
  const record = (index: number, submittedAt: string | null, skipped = false): OccurrenceRecord => ({
    occurrence: daily[index]!,
    submittedAt: submittedAt === null ? null : new Date(submittedAt),
    skipped,
  });

  it('counts done, late, missed, skipped and excepted, and leaves what is not yet due', () => {
    const records = [
      record(0, '2025-01-07T01:00:00Z'),
      record(1, '2025-01-09T06:00:00Z'),
      record(2, null),
      record(3, null, true),
      record(4, null),
      record(5, null),
    ];
    const justDue = new Date('2025-01-12T06:00:00Z');
    expect(adherenceAt(records, [away('2025-01-10', '2025-01-10')], justDue)).toEqual({
      done: fraction(3, 2), expected: 4, ratio: fraction(3, 8),
    }); // prettier-ignore
    const before = new Date(justDue.getTime() - 1);
    expect(adherenceAt(records, [away('2025-01-10', '2025-01-10')], before).expected).toBe(3);
  });

  it('has no ratio when fewer than half are left; exceptions do not count as skipped', () => {
    const now = new Date('2025-02-01T00:00:00Z');
    const half = [record(0, '2025-01-07T01:00:00Z'), record(1, null, true)];
    expect(adherenceAt(half, [], now).ratio).toEqual(fraction(1));
    expect(adherenceAt([...half, record(2, null, true)], [], now).ratio).toBeNull();
    expect(adherenceAt([...half, record(2, null)], [away('2025-01-08', '2025-01-08')], now).ratio).toEqual(
      fraction(1),
    );
    expect(adherenceAt([], [], now)).toEqual({ done: fraction(0), expected: 0, ratio: null });
  });
});

describe('settings of homework (HW-17)', () => {
  it('have these defaults, ranges and units', () => {
    expect(
      Object.values(homeworkSettings).map((s) => [s.key, s.standard, s.from, s.to, s.unit].join(' ')),
    ).toEqual([
      'homework.most_active_per_person 5 1 15 exercises',
      'homework.most_minutes_per_day 35 5 120 minutes',
      'homework.once_due_days 7 1 90 days',
      'homework.after_due_hours 24 1 72 hours',
      'homework.step_rounds 3 3 10 rounds',
      'homework.step_calm 3 3 4 points',
    ]);
  });

  it('take a clinic’s own within the range only', () => {
    expect(homeworkSettingValues({ stepCalm: 4 }).stepCalm).toBe(4);
    expect(homeworkSettingValues({ afterDueHours: 1 }).afterDueHours).toBe(1);
    for (const wrong of [0, 73, 1.5, Number.NaN]) {
      expect(() => homeworkSettingValues({ afterDueHours: wrong })).toThrow(
        'homework.after_due_hours is 1 to 72',
      );
    }
  });
});
