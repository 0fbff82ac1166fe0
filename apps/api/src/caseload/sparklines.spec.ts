import { describe, expect, it } from '@jest/globals';
import { addDays, asLocalDate } from '@trellis/domain';
import { sparklineFrom, sparklinesOf, type ReadingTuple } from './sparklines.js';

const sunday = asLocalDate('2025-01-19');

function transparency(readings: readonly ReadingTuple[], measured = true): unknown {
  return sparklinesOf(readings, measured).find(({ predictor }) => predictor === 'CT')?.points;
}

describe('the sparkline of a predictor', () => {
  const full: ReadingTuple = ['CT', sunday, '3457/100', 'full'];

  it('shows all five predictors, also those without a reading', () => {
    expect(sparklinesOf([], true).map(({ predictor, points }) => [predictor, points.length])).toEqual([
      ['CT', 0],
      ['PI', 0],
      ['ED', 0],
      ['CG', 0],
      ['TS', 0],
    ]);
  });

  it('rounds what is kept exactly, half away from zero', () => {
    expect(transparency([full])).toEqual([{ readOn: sunday, value: 34.6, partial: false }]);
    expect(transparency([['CT', sunday, '177/4', 'full']])).toEqual([
      { readOn: sunday, value: 44.3, partial: false },
    ]);
  });

  it('says of a part that it is one, and has no value, never 0, where too little is known', () => {
    expect(
      transparency([
        ['CT', sunday, '61/2', 'partial'],
        ['CT', addDays(sunday, 14), null, 'none'],
      ]),
    ).toEqual([
      { readOn: sunday, value: 30.5, partial: true },
      { readOn: addDays(sunday, 14), value: null, partial: false },
    ]);
  });

  it('keeps the latest twelve readings, oldest first', () => {
    const many = Array.from({ length: 15 }, (_, n): ReadingTuple => [
      'CT',
      addDays(sunday, 14 * n),
      `${String(n)}/1`,
      'full',
    ]);
    const values = sparklinesOf(many, true)[0]!.points.map(({ value }) => value);
    expect(values).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
  });

  it('asks for days from which twelve fortnights can be over, wherever in its fortnight today is', () => {
    const twelfth = addDays(sunday, -11 * 14);
    for (const today of [addDays(sunday, 1), addDays(sunday, 14)])
      expect(sparklineFrom(today) <= twelfth).toBe(true);
  });

  it('has no point while somebody hides their measurements', () => {
    expect(transparency([full], false)).toEqual([]);
  });
});
