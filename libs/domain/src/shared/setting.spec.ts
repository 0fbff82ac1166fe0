import { describe, expect, it } from '@jest/globals';
import { settingsUnder, valuesWithin } from './setting.js';

const setting = settingsUnder('sample');
const table = {
  days: setting('days', 7, 3, 10, 'days'),
  points: setting('points', 19.4, 14, 30, 'points'),
} as const;
const tenths = (unit: string): number => (unit === 'points' ? 1 : 0);

describe('settings', () => {
  it('carry the name of their area in the key', () => {
    expect(table.days).toStrictEqual({ key: 'sample.days', standard: 7, from: 3, to: 10, unit: 'days' });
  });

  it('take a clinic’s own values over the standard ones, both ends of the range included', () => {
    expect(valuesWithin(table, {}, tenths)).toStrictEqual({ days: 7, points: 19.4 });
    expect(valuesWithin(table, { days: 3 }, tenths).days).toBe(3);
    expect(valuesWithin(table, { days: 10, points: 14 }, tenths)).toStrictEqual({ days: 10, points: 14 });
  });

  it.each([2, 11, 7.5, Number.NaN, Number.POSITIVE_INFINITY])(
    'refuse %d days, naming key and range',
    (days) => {
      expect(() => valuesWithin(table, { days }, tenths)).toThrow(new RangeError('sample.days is 3 to 10'));
    },
  );

  it('take as many decimals as their unit has', () => {
    expect(valuesWithin(table, { points: 20.1 }, tenths).points).toBe(20.1);
    expect(() => valuesWithin(table, { points: 20.15 }, tenths)).toThrow('sample.points is 14 to 30');
    expect(() => valuesWithin(table, {})).toThrow('sample.points is 14 to 30');
  });
});
