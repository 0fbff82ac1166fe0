import { describe, expect, it } from '@jest/globals';
import { addDays, asLocalDate } from '@trellis/domain';
import { sparklineFrom, sparklinesOf, type RatingTuple } from './sparklines.js';

const sunday = asLocalDate('2025-01-19');

function transparency(ratings: readonly RatingTuple[], measured = true): unknown {
  return sparklinesOf(ratings, measured).find(({ predictor }) => predictor === 'CT')?.points;
}

// Weights of transparency without behaviour: R 15, B 35, T 20.
describe('the sparkline of a predictor', () => {
  const self: RatingTuple = [sunday, 'R', 'CT', 10, 5];
  const partner: RatingTuple = [sunday, 'B', 'CT', 5, 5];
  const therapist: RatingTuple = [sunday, 'T', 'CT', 8, 5];

  it('shows all five predictors, also those nobody rated', () => {
    expect(sparklinesOf([], true).map(({ predictor, points }) => [predictor, points.length])).toEqual([
      ['CT', 0],
      ['PI', 0],
      ['ED', 0],
      ['CG', 0],
      ['TS', 0],
    ]);
  });

  it('weighs the three views: (15*50 + 35*25 + 20*40) / 70 = 34.6', () => {
    expect(transparency([self, partner, therapist])).toEqual([
      { readOn: sunday, value: 34.6, partial: false },
    ]);
  });

  it('is partial without one view: (35*25 + 20*40) / 55 = 30.5', () => {
    expect(transparency([partner, therapist])).toEqual([{ readOn: sunday, value: 30.5, partial: true }]);
  });

  it('has no value under half of the weight, and never 0 instead', () => {
    expect(transparency([self, therapist])).toEqual([{ readOn: sunday, value: null, partial: false }]);
  });

  it('has no value for a view with fewer than four answers', () => {
    expect(transparency([self, [sunday, 'B', 'CT', 12, 3], therapist])).toEqual([
      { readOn: sunday, value: null, partial: false },
    ]);
  });

  it('carries a rating of the therapist for 28 days and not for 29', () => {
    const [day28, later] = [addDays(sunday, 28), addDays(sunday, 42)];
    const own = [sunday, day28, later].flatMap((day): RatingTuple[] => [
      [day, 'R', 'CT', 10, 5],
      [day, 'B', 'CT', 5, 5],
    ]);
    expect(transparency([...own, therapist])).toEqual([
      { readOn: sunday, value: 34.6, partial: false },
      { readOn: day28, value: 34.6, partial: false },
      { readOn: later, value: 32.5, partial: true },
    ]);
  });

  it('keeps the latest twelve readings, oldest first', () => {
    const days = Array.from({ length: 15 }, (_, i) => addDays(sunday, 14 * i));
    const ratings = days.toReversed().map((day): RatingTuple => [day, 'B', 'CT', 5, 5]);
    expect((transparency(ratings) as { readOn: string }[]).map(({ readOn }) => readOn)).toEqual(
      days.slice(3),
    );
  });

  it('has no point, not even an empty one, without both consents', () => {
    expect(transparency([self, partner, therapist], false)).toEqual([]);
  });

  it('asks for ratings of 12 fortnights and 28 days', () => {
    expect(sparklineFrom(asLocalDate('2025-12-31'))).toBe('2025-06-18');
  });
});
