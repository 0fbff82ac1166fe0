import { describe, expect, it } from '@jest/globals';
import { fraction } from '../shared/fraction.js';
import { asLocalDate } from '../shared/local-date.js';
import { ratedScores, type StoredRating } from './rated-scores.js';

const rating = (source: StoredRating['source'], on: string, sum: number, rest = {}): StoredRating => ({
  on: asLocalDate(on),
  source,
  predictor: 'CT',
  sum,
  answered: 5,
  ...rest,
});
const at = (ratings: readonly StoredRating[], on = '2025-02-16') =>
  ratedScores(ratings, 'CT', asLocalDate(on));

describe('scores of those who rate', () => {
  it('are none while nobody rated', () => {
    expect(at([])).toEqual({ R: null, B: null, T: null, carried: false });
  });

  it('are those of the reading for people, and of the latest that counts for the therapist', () => {
    const ratings = [
      rating('R', '2025-02-16', 10),
      rating('R', '2025-02-02', 20),
      rating('B', '2025-02-02', 20),
      rating('T', '2025-02-02', 15),
      rating('T', '2025-01-19', 5),
    ];
    expect(at(ratings)).toEqual({ R: fraction(50), B: null, T: fraction(75), carried: true });
    expect(at([...ratings, rating('T', '2025-02-16', 20)])).toMatchObject({
      T: fraction(100),
      carried: false,
    });
    expect(at(ratings, '2025-03-16')).toEqual({ R: null, B: null, T: null, carried: false });
  });

  it('are of one predictor, and none where too few items were answered', () => {
    expect(at([rating('R', '2025-02-16', 10, { predictor: 'PI' })]).R).toBeNull();
    expect(at([rating('R', '2025-02-16', 10, { answered: 3 })]).R).toBeNull();
    expect(at([rating('B', '2025-02-16', 8, { answered: 4 })]).B).toEqual(fraction(50));
  });
});
