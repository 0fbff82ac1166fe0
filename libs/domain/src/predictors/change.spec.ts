import { describe, expect, it } from '@jest/globals';
import { fraction, fractionOfDecimal, subtract } from '../shared/fraction.js';
import { addDays, asLocalDate } from '../shared/local-date.js';
import { changeSinceMeanBaseline, compositesShared, fullReadingsOf } from './mean-baseline.js';
import {
  bandHalf,
  differenceVariance,
  isBeyondNoise,
  noiseScales,
  predictorCutOff,
  recomputedScale,
  recomputeTerms,
  shownThresholds,
  type ScaleEvidence,
} from './noise-scales.js';
import { predictors } from './predictors.js';
import {
  bandHalfWidth,
  changeBetween,
  changeThreshold,
  compositeSem,
  type Reading,
} from './reliable-change.js';
import { predictorSettingValues } from './settings.js';
import { medianOf, trendOf } from './trend.js';
import { bandAround } from './uncertainty-band.js';

const { weights } = predictors.CT;
const start = asLocalDate('2025-01-19');
const reading = (day: number, value: number, gone: Partial<Reading['scores']> = {}): Reading => {
  const score = fractionOfDecimal(value);
  return { on: addDays(start, day), scores: { R: score, B: score, T: score, D: score, ...gone } };
};

describe('noise scales', () => {
  it('holds provisional values; the SEM is configured, not computed', () => {
    expect(noiseScales).toEqual({
      composite: { version: 1, standing: 'provisional', sd: 18, reliability: 0.85, sem: 7 },
      source: { version: 1, standing: 'provisional', sd: 20, reliability: 0.8, sem: 9 },
    });
    expect(shownThresholds).toEqual({ composite: 19.4, source: 25, compositeFromTwo: 16.8 });
    expect([compositeSem, changeThreshold, bandHalfWidth]).toEqual([7, 19.4, 13.7]);
    expect(predictorCutOff).toBeNull();
  });

  it.each([
    ['composite', noiseScales.composite, differenceVariance.ofTwo, 19.403, 19.404],
    ['single source', noiseScales.source, differenceVariance.ofTwo, 24.946, 24.947],
    ['composite from a mean of two', noiseScales.composite, differenceVariance.fromMeanOfTwo, 16.803, 16.804],
  ])('%s', (_, scale, variance, within, beyond) => {
    const of = (value: number): boolean => isBeyondNoise(fractionOfDecimal(value), scale, variance);
    expect([of(within), of(beyond), of(-within), of(-beyond), of(0)]).toEqual([false, true, false, true, false]);
  }); // prettier-ignore

  it('compares two readings of one source from 25 points', () => {
    const between = (to: number): string => changeBetween(fraction(40), fraction(to), noiseScales.source);
    expect([between(64), between(65), between(16), between(15)]).toEqual([
      'within_noise', 'improved_beyond_noise', 'within_noise', 'worse_beyond_noise',
    ]); // prettier-ignore
    expect(changeBetween(fraction(40), fraction(60))).toBe('improved_beyond_noise');
  });
});

describe('a clinic\'s own scale', () => {
  const evidence: ScaleEvidence = {
    baselineCouples: 100,
    sd: 16,
    consistency: { value: 0.91, ratings: 100 },
    retest: { value: 0.75, couples: 50 },
  };
  const of = (changes: Partial<ScaleEvidence>): unknown =>
    recomputedScale(noiseScales.composite, { ...evidence, ...changes });
  const scale = (reliability: number, sem: number): unknown => ({
    ok: true,
    value: { version: 2, standing: 'clinic', sd: 16, reliability, sem },
  });

  it('prefers the retest, and takes consistency where couples were too few for it', () => {
    expect(recomputeTerms).toEqual({ baselineCouples: 100, consistencyRatings: 100, retestCouples: 50, retestDays: 14 });
    expect(of({})).toEqual(scale(0.75, 8));
    expect(of({ consistency: null })).toEqual(scale(0.75, 8));
    expect(of({ retest: { value: 0.75, couples: 49 } })).toEqual(scale(0.91, 4.8));
    expect(of({ retest: null })).toEqual(scale(0.91, 4.8));
  }); // prettier-ignore

  it('refuses too few couples, no reliability, and numbers that cannot be', () => {
    const refusal = (code: string): unknown => ({ ok: false, refusal: code });
    expect(of({ baselineCouples: 99 })).toEqual(refusal('too_few_couples'));
    const thin = { value: 0.91, ratings: 99 };
    expect(of({ retest: null, consistency: thin })).toEqual(refusal('no_reliability'));
    expect(of({ retest: null, consistency: null })).toEqual(refusal('no_reliability'));
    for (const value of [0, 1, 1.2, Number.NaN])
      expect(of({ retest: { value, couples: 50 } })).toEqual(refusal('out_of_range'));
    expect(of({ sd: 0 })).toEqual(refusal('out_of_range'));
  });
}); // prettier-ignore

describe('band', () => {
  it('is 13.72 on each side, cut at the ends of the scale', () => {
    expect(bandHalf(noiseScales.composite)).toEqual(fraction(343, 25));
    expect(bandAround(fraction(50))).toEqual({ from: fractionOfDecimal(36.28), to: fractionOfDecimal(63.72) });
    expect(bandAround(fraction(10))).toEqual({ from: fraction(0), to: fractionOfDecimal(23.72) });
    expect(bandAround(fraction(90))).toEqual({ from: fractionOfDecimal(76.28), to: fraction(100) });
    expect(bandAround(fraction(50), noiseScales.source).to).toEqual(fractionOfDecimal(67.64));
  }); // prettier-ignore
});

describe('baseline of two readings', () => {
  const statement = (...readings: Reading[]): unknown => changeSinceMeanBaseline(readings, weights);
  const tooLittle = { statement: 'not_enough_data', since: null, difference: null };

  it('compares the latest with the mean of the first two', () => {
    const [one, two] = [reading(0, 38), reading(14, 42)];
    const change = (value: number): unknown => ({ since: start, difference: subtract(fractionOfDecimal(value), fraction(40)) });
    expect(statement(reading(42, 56.9), two, one)).toEqual({ statement: 'improved_beyond_noise', ...(change(56.9) as object) });
    expect(statement(one, two, reading(42, 56.8))).toEqual({ statement: 'within_noise', ...(change(56.8) as object) });
    expect(statement(one, two, reading(42, 23.1))).toEqual({ statement: 'worse_beyond_noise', ...(change(23.1) as object) });
  }); // prettier-ignore

  it('needs 28 days after the second, and three full readings', () => {
    const [one, two] = [reading(0, 40), reading(14, 40)];
    expect(statement(one, two, reading(41, 90))).toEqual(tooLittle);
    expect(statement(one, two, reading(42, 90))).toMatchObject({ statement: 'improved_beyond_noise' });
    expect(statement(one, reading(42, 90))).toEqual(tooLittle);
    expect(statement(one)).toEqual(tooLittle);
    expect(statement()).toEqual(tooLittle);
    expect(statement(one, reading(14, 40, { B: null }), reading(42, 90))).toEqual(tooLittle);
  });

  it('compares on what all three share', () => {
    const two = reading(14, 40, { D: null });
    const latest = reading(42, 40, { D: fraction(100) });
    expect(statement(reading(0, 40), two, latest)).toEqual({
      statement: 'within_noise', since: start, difference: fraction(0),
    }); // prettier-ignore
    expect(
      compositesShared([reading(0, 40), reading(1, 50, { R: null, B: null, D: null })], weights),
    ).toBeNull();
    expect(compositesShared([reading(0, 40), two], weights)).toEqual([fraction(40), fraction(40)]);
  });

  it('orders full readings and leaves partial ones out', () => {
    const readings = [reading(28, 3), reading(14, 2, { T: null }), reading(0, 1)];
    expect(fullReadingsOf(readings, weights).map(({ on }) => on)).toEqual(['2025-01-19', '2025-02-16']);
  });
});

describe('trend', () => {
  const line = (days: number[], values: number[]): Reading[] =>
    days.map((day, at) => reading(day, values[at] ?? 0));

  it('is the median slope, in points per four weeks, whatever one reading does', () => {
    expect(trendOf(line([0, 14, 28, 42], [40, 43, 46, 49]), weights)).toEqual(fraction(6));
    expect(trendOf(line([42, 28, 14, 0], [49, 46, 43, 40]), weights)).toEqual(fraction(6));
    expect(trendOf(line([0, 14, 28, 42, 56], [40, 43, 90, 49, 52]), weights)).toEqual(fraction(6));
    expect(trendOf(line([0, 14, 28, 42], [49, 46, 43, 40]), weights)).toEqual(fraction(-6));
  });

  it('needs four full readings over six weeks', () => {
    expect(trendOf(line([0, 21, 42], [1, 2, 3]), weights)).toBeNull();
    expect(trendOf(line([0, 14, 28, 41], [1, 2, 3, 4]), weights)).toBeNull();
    expect(trendOf([...line([0, 14, 42], [1, 2, 3]), reading(28, 9, { B: null })], weights)).toBeNull();
    expect(trendOf([], weights)).toBeNull();
    const five = predictorSettingValues({ trendReadings: 5 });
    expect(trendOf(line([0, 14, 28, 42], [40, 43, 46, 49]), weights, five)).toBeNull();
  });

  it('takes each pair over the sources that both have, and no pair of one day', () => {
    const readings = line([0, 14, 28, 42], [40, 40, 40, 40]).map((each, at) =>
      at === 0 ? { ...each, scores: { ...each.scores, D: null } } : each,
    );
    expect(trendOf(readings, weights)).toEqual(fraction(0));
    const twice = line([0, 0, 14, 28, 42], [40, 40, 43, 46, 49]);
    expect(trendOf(twice, weights)).toEqual(fraction(6));
  });

  it('has the middle of an odd and of an even list', () => {
    const list = [3, 1, 2].map((n) => fraction(n));
    expect([medianOf([]), medianOf(list), medianOf([...list, fraction(4)])]).toEqual([null, fraction(2), fraction(5, 2)]);
    expect(list).toEqual([fraction(3), fraction(1), fraction(2)]);
  }); // prettier-ignore
});
