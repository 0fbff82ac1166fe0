import { describe, expect, it } from '@jest/globals';
import { asLocalDate } from '../shared/local-date.js';
import type { Cadence } from './cadence.js';
import { occurrencesOf } from './occurrences.js';
import { isResting, placesAround } from './rests.js';

const plan = {
  startsOn: asLocalDate('2025-01-06'),
  lastOn: asLocalDate('2025-01-26'),
  zone: 'America/Chicago',
  time: '17:00',
};
const rest = (from: string, to: string | null) => ({
  from: asLocalDate(from),
  to: to === null ? null : asLocalDate(to),
});
const windows = (cadence: Cadence, ...rests: ReturnType<typeof rest>[]) =>
  placesAround(occurrencesOf(cadence, plan), cadence, rests, plan).map(
    ({ firstOn, lastOn }) => `${firstOn.slice(5)}/${lastOn.slice(5)}`,
  );
const once: Cadence = { kind: 'once' };
const weekly: Cadence = { kind: 'weekly', times: 1 };
const sittings: Cadence = { kind: 'sittings', least: 2, most: 2 };

describe('exercises around a rest (HW-78)', () => {
  it.each([
    ['one time, begun before: as many days are left', once, ['01-08', '01-10'], ['01-06/01-15']],
    ['one time, not begun: begins after it', once, ['01-06', '01-08'], ['01-09/01-15']],
    ['sittings keep their number', sittings, ['01-08', '01-08'], ['01-06/01-13', '01-14/01-20']],
    ['a week that is mostly over is left out', weekly, ['01-06', '01-09'], ['01-13/01-19', '01-20/01-26']],
    [
      'a week keeps its place and is due after it',
      weekly,
      ['01-11', '01-13'],
      ['01-06/01-14', '01-14/01-19', '01-20/01-26'],
    ],
  ] as const)('%s', (_, cadence, [from, to], expected) => {
    expect(windows(cadence, rest(`2025-${from}`, `2025-${to}`))).toEqual(expected);
  });

  it('leaves out the days of a daily exercise, and changes nothing without a rest', () => {
    const daily: Cadence = { kind: 'daily', windowHours: 4 };
    expect(windows(daily, rest('2025-01-08', '2025-01-24'))).toHaveLength(4);
    expect(windows(daily)).toHaveLength(21);
  });

  it('lists nothing behind a rest without an end', () => {
    expect(windows(once, rest('2025-01-08', null))).toEqual([]);
    expect(windows(weekly, rest('2025-01-13', null))).toEqual(['01-06/01-12']);
  });

  it('is due when its last day ends on the couple’s clock, after two rests that touch', () => {
    const [moved] = placesAround(
      occurrencesOf(once, plan),
      once,
      [rest('2025-01-08', '2025-01-08'), rest('2025-01-09', '2025-01-09')],
      plan,
    );
    expect([moved?.lastOn, moved?.dueAt.toISOString()]).toEqual(['2025-01-14', '2025-01-15T06:00:00.000Z']);
    expect(moved!.lateUntil.getTime() - moved!.dueAt.getTime()).toBe(48 * 3_600_000);
  });

  it('rests on both ends of the days, and on every day of a rest without an end', () => {
    const rests = [rest('2025-01-08', '2025-01-09'), rest('2025-02-01', null)];
    expect(
      ['2025-01-07', '2025-01-08', '2025-01-09', '2025-01-10', '2025-03-01'].map((day) =>
        isResting(asLocalDate(day), rests),
      ),
    ).toEqual([false, true, true, false, true]);
  });
});
