import { describe, expect, it } from '@jest/globals';
import { fraction } from '../shared/fraction.js';
import { asLocalDate } from '../shared/local-date.js';
import { behaviourScore, ratioOf, slipTimeliness, slipTimelinessOf } from './behaviour.js';
import { comparable, composite, viewsDiffer } from './composite.js';
import { predictorCodes, raters } from './definition.js';
import { predictors } from './predictors.js';
import { isOpen, ratingWindow, windowAt } from './rating-window.js';
import { changeBetween, changeSinceBaseline, type Reading } from './reliable-change.js';
import { sourceScore, validateRatings } from './source-score.js';

const { CT } = predictors;
const score = (n: number) => fraction(n);

describe('definitions', () => {
  it.each(predictorCodes)('%s has five items a rater, one reversed, weights of 100', (code) => {
    const { items, weights, indicators } = predictors[code];
    for (const rater of raters) {
      expect(items[rater].map(({ key }) => key)).toEqual(
        [1, 2, 3, 4, 5].map((n) => `${code}.${rater}${n}`.toLowerCase()),
      );
      const at = items[rater].findIndex(({ reversed }) => reversed);
      expect([at, items[rater].filter(({ reversed }) => reversed).length]).toEqual([
        code === 'PI' ? 3 : 2,
        1,
      ]);
    }
    expect(weights.R + weights.B + weights.T + weights.D).toBe(100);
    expect(indicators.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
  });
});

describe('source score', () => {
  it('turns reversed items round', () => {
    const answers = { 'ct.r1': 4, 'ct.r2': 4, 'ct.r3': 0, 'ct.r4': 4, 'ct.r5': 4 } as const;
    expect(sourceScore(answers, CT, 'R')).toEqual({ sum: 20, answered: 5, score: score(100) });
  });

  it('needs four of five', () => {
    const four = { 'ct.b1': 1, 'ct.b2': 2, 'ct.b3': 'cannot_say', 'ct.b4': 2, 'ct.b5': 2 } as const;
    expect(sourceScore(four, CT, 'B')).toEqual({ sum: 7, answered: 4, score: fraction(700, 16) });
    expect(sourceScore({ ...four, 'ct.b1': 'cannot_say' }, CT, 'B').score).toBeNull();
  });

  it('lists every answer that does not fit', () => {
    const result = validateRatings(CT.items.R, {
      'ct.r1': 5,
      'ct.r2': '3',
      'ct.r3': 1,
      'ct.r4': 'cannot_say',
      other: 1,
    });
    expect(result).toEqual({ ok: false, refusal: [
      { key: 'other', code: 'unknown_field' }, { key: 'ct.r1', code: 'out_of_range' },
      { key: 'ct.r2', code: 'wrong_type' }, { key: 'ct.r5', code: 'required' },
    ] }); // prettier-ignore
  });
});

describe('behaviour', () => {
  it('needs half of the weight', () => {
    expect(behaviourScore({ c1: fraction(1), c4: fraction(1) }, CT)).toEqual({
      score: score(100),
      weightUsed: 50,
    });
    expect(behaviourScore({ c3: fraction(1), c4: fraction(1) }, CT)).toEqual({ score: null, weightUsed: 45 });
    expect(behaviourScore({}, CT).score).toBeNull();
  });

  it('caps a ratio at one and has none where nothing was expected', () => {
    expect([ratioOf(5.5, 10), ratioOf(12, 10), ratioOf(0, 0)]).toEqual([fraction(11, 20), fraction(1), null]);
  });

  it.each([[1440, 1], [1441, 8639 / 8640], [10_079, 1 / 8640], [10_080, 0], [99_999, 0]])('telling after %d minutes', (minutes, ratio) => {
    const { n, d } = slipTimeliness({ how: 'told', latencyMinutes: minutes, agreedHours: 24 });
    expect(Number(n) / Number(d)).toBe(ratio);
  }); // prettier-ignore

  it('never counts the absence of a slip as full, nor a finding-out as told', () => {
    expect(slipTimelinessOf([])).toBeNull();
    expect(
      slipTimelinessOf([{ how: 'found_out' }, { how: 'told', latencyMinutes: 1, agreedHours: 24 }]),
    ).toEqual(fraction(1, 2));
  });
});

describe('composite', () => {
  it('is none with one source, no person, or too little weight', () => {
    const none = { R: null, B: null, T: null, D: null };
    for (const scores of [
      none,
      { ...none, D: score(80) },
      { ...none, B: score(80) },
      { ...none, R: score(8), T: score(8) },
    ]) {
      expect(composite(scores, CT.weights)).toMatchObject({ score: null, kind: 'none' });
    }
  });

  it('is partial without the partner: .65 of the weight', () => {
    const result = composite({ R: score(60), B: null, T: score(50), D: score(70) }, CT.weights);
    expect(result).toEqual({
      score: fraction(4000, 65), kind: 'partial', sourcesUsed: ['R', 'T', 'D'], weightUsed: 65, behaviourNotApplicable: false,
    }); // prettier-ignore
  });

  it('compares on what both readings share', () => {
    const before = { R: score(40), B: score(40), T: score(40), D: null };
    const after = { R: score(40), B: score(40), T: score(40), D: score(100) };
    expect(comparable(before, after, CT.weights)).toEqual({
      before: score(40),
      after: score(40),
      sources: ['R', 'B', 'T'],
    });
  });

  it('shows the chip from 25 points in either direction', () => {
    expect([24, 25, -25, -24].map((gap) => viewsDiffer(score(gap)))).toEqual([false, true, true, false]);
    expect(viewsDiffer(null)).toBe(false);
  });
});

describe('change', () => {
  it('begins beyond 19.403 points', () => {
    expect(changeBetween(score(40), fraction(594, 10))).toBe('within_noise');
    expect(changeBetween(score(40), fraction(5941, 100))).toBe('improved_beyond_noise');
    expect(changeBetween(fraction(5941, 100), score(40))).toBe('worse_beyond_noise');
  });

  it('needs two full readings 28 days apart', () => {
    const at = (on: string, value: number, partner = true): Reading => ({
      on: asLocalDate(on),
      scores: { R: score(value), B: partner ? score(value) : null, T: score(value), D: score(value) },
    });
    const statement = (...readings: Reading[]): string => changeSinceBaseline(readings, CT.weights).statement;
    expect(statement(at('2025-01-19', 10), at('2025-02-15', 90))).toBe('not_enough_data');
    expect(statement(at('2025-01-19', 10), at('2025-02-16', 90))).toBe('improved_beyond_noise');
    expect(statement(at('2025-01-19', 10), at('2025-02-16', 90, false))).toBe('not_enough_data');
    expect(statement()).toBe('not_enough_data');
  });
});

describe('rating window', () => {
  const [anchor, zone] = [asLocalDate('2025-01-06'), 'America/Chicago'];
  it('is open from Thursday to the end of Sunday', () => {
    const window = ratingWindow(anchor, zone, 5);
    expect([window.week, window.reading, window.countsFrom]).toEqual([10, '2025-03-16', '2025-03-03']);
    const open = [
      '2025-03-13T04:59:59Z',
      '2025-03-13T05:00:00Z',
      '2025-03-17T04:59:59Z',
      '2025-03-17T05:00:00Z',
    ];
    expect(open.map((at) => isOpen(window, new Date(at)))).toEqual([false, true, true, false]);
    expect(windowAt(anchor, zone, new Date('2025-03-16T12:00:00Z'))).toEqual(window);
    expect(windowAt(anchor, zone, new Date('2025-01-06T05:59:59Z'))).toBeNull();
  });

  it('starts on a Monday and counts from one', () => {
    expect(() => ratingWindow(asLocalDate('2025-01-07'), zone, 1)).toThrow(RangeError);
    expect(() => ratingWindow(anchor, zone, 0)).toThrow(RangeError);
  });
});
