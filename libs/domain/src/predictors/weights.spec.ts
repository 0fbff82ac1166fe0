import { describe, expect, it } from '@jest/globals';
import { fraction } from '../shared/fraction.js';
import { asLocalDate } from '../shared/local-date.js';
import { composite, therapistGap } from './composite.js';
import { behaviourOfCounts } from './behaviour-counts.js';
import { predictors } from './predictors.js';
import { ratingWindow } from './rating-window.js';
import {
  contextOf,
  ofScoreRow,
  storedBehaviour,
  storedComposite,
  storedRating,
  toScoreRow,
} from './stored-score.js';
import {
  editWeights,
  standardWeightSet,
  weightProblems,
  withWeights,
  type PredictorWeights,
} from './weights.js';

const { CT } = standardWeightSet.weights;
const change = (sources: PredictorWeights['sources'], indicators = CT.indicators): unknown =>
  editWeights(standardWeightSet, { CT: { sources, indicators } });
const refused = (...problems: unknown[]): unknown => ({ ok: false, refusal: problems });
const problem = (group: string, code: string): unknown => ({ predictor: 'CT', group, code });

describe('weights', () => {
  it('starts as version 1 with the standard of each predictor', () => {
    expect(standardWeightSet.version).toBe(1);
    expect(Object.values(standardWeightSet.weights).map(({ sources }) => sources)).toEqual([
      { R: 15, B: 35, T: 20, D: 30 },
      { R: 20, B: 35, T: 20, D: 25 },
      { R: 10, B: 45, T: 30, D: 15 },
      { R: 25, B: 20, T: 30, D: 25 },
      { R: 20, B: 20, T: 20, D: 40 },
    ]);
    expect(CT.indicators).toEqual({ c1: 35, c2: 20, c3: 30, c4: 15 });
    expect(weightProblems(standardWeightSet.weights)).toEqual([]);
  });

  it('makes the next version and leaves the one before as it was', () => {
    const sources = { R: 5, B: 70, T: 5, D: 20 };
    const next = editWeights(standardWeightSet, { CT: { ...CT, sources } });
    if (!next.ok) throw new Error('These weights fit');
    expect([next.value.version, next.value.weights.CT, next.value.weights.PI]).toEqual([
      2,
      { ...CT, sources },
      standardWeightSet.weights.PI,
    ]);
    expect(standardWeightSet.weights.CT.sources).toEqual({ R: 15, B: 35, T: 20, D: 30 });
    const definition = withWeights(predictors.CT, next.value);
    expect([definition.weights, definition.indicators]).toEqual([sources, predictors.CT.indicators]);
  });

  it.each([
    [{ R: 4, B: 36, T: 30, D: 30 }, 'out_of_range'],
    [{ R: 5, B: 71, T: 14, D: 10 }, 'out_of_range'],
    [{ R: 15.5, B: 34.5, T: 20, D: 30 }, 'out_of_range'],
    [{ R: 15, B: 35, T: 20, D: 29 }, 'sum_not_100'],
    [{ R: 15, B: 35, T: 20, D: 31 }, 'sum_not_100'],
  ])('refuses %j: %s', (sources, code) => {
    expect(change(sources)).toEqual(refused(problem('sources', code)));
  });

  it('refuses indicators that are missing or unknown, and names every problem', () => {
    const wrong = problem('indicators', 'wrong_keys');
    expect(change(CT.sources, { c1: 50, c2: 25, c3: 25 })).toEqual(refused(wrong));
    expect(change(CT.sources, { c1: 35, c2: 20, c3: 30, c5: 15 })).toEqual(refused(wrong));
    expect(change({ ...CT.sources, R: 0 }, { c1: 35, c2: 20, c3: 30, c4: 10, c5: 5 })).toEqual(
      refused(problem('sources', 'out_of_range'), problem('sources', 'sum_not_100'), wrong),
    );
  });

  it('gives an indicator that a set does not name no weight', () => {
    const set = {
      ...standardWeightSet,
      weights: { ...standardWeightSet.weights, CT: { ...CT, indicators: { c1: 100 } } },
    };
    expect(withWeights(predictors.CT, set).indicators.map(({ weight }) => weight)).toEqual([100, 0, 0, 0]);
  });
});

describe('stored scores', () => {
  const context = contextOf(ratingWindow(asLocalDate('2025-01-06'), 'America/Chicago', 5), 2, 1);
  const window = { from: '2025-03-03', to: '2025-03-16' };
  const base = { weightsVersion: 2, itemVersion: 1, window };

  it('keeps a rating with its items', () => {
    const stored = storedRating('B', { sum: 7, answered: 4, score: fraction(175, 4) }, 5, context);
    expect(stored).toEqual({ ...base, score: fraction(175, 4), sourcesUsed: ['B'], nExpected: 5, nDone: fraction(4) });
    const thin = storedRating('B', { sum: 7, answered: 3, score: null }, 5, context);
    expect(thin).toEqual({ ...base, score: null, sourcesUsed: [], nExpected: 5, nDone: fraction(3) });
  }); // prettier-ignore

  it('keeps behaviour with its occurrences, and reads it back exactly', () => {
    const e1 = { done: fraction(11, 2), expected: 10 };
    const stored = storedBehaviour(behaviourOfCounts({ e1, e2: null }, predictors.ED), context);
    const row = toScoreRow(stored);
    expect(row).toEqual({ ...base, score: '55/1', sourcesUsed: ['D'], nExpected: 10, nDone: '11/2' });
    expect(ofScoreRow(row)).toEqual(stored);
    const none = storedBehaviour(behaviourOfCounts({}, predictors.ED), context);
    expect([none.score, none.sourcesUsed, toScoreRow(none).score]).toEqual([null, [], null]);
    expect(ofScoreRow(toScoreRow(none))).toEqual(none);
    expect(() => ofScoreRow({ ...row, score: '55.0' })).toThrow(RangeError);
  });

  it('keeps a composite with its sources: of three when no behaviour applies', () => {
    const of = (D: ReturnType<typeof fraction> | null): unknown =>
      storedComposite(composite({ R: null, B: fraction(40), T: fraction(40), D }, predictors.CT.weights), context);
    expect(of(fraction(40))).toEqual({ ...base, score: fraction(40), sourcesUsed: ['B', 'T', 'D'], nExpected: 4, nDone: fraction(3) });
    expect(of(null)).toEqual({ ...base, score: fraction(40), sourcesUsed: ['B', 'T'], nExpected: 3, nDone: fraction(2) });
  }); // prettier-ignore

  it('takes the therapist gap as T minus R', () => {
    const scores = { R: fraction(70), B: null, T: fraction(45), D: null };
    expect(therapistGap(scores)).toEqual(fraction(-25));
    expect([therapistGap({ ...scores, T: null }), therapistGap({ ...scores, R: null })]).toEqual([
      null,
      null,
    ]);
  });
});
