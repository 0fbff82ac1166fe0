import { describe, expect, it } from '@jest/globals';
import { fraction } from '../shared/fraction.js';
import { addDays, asLocalDate, type LocalDate } from '../shared/local-date.js';
import { comparable, composite, perspectiveGap, type SourceScores } from './composite.js';
import { predictors } from './predictors.js';
import { ratingWindow, validTherapistRating } from './rating-window.js';
import { changeSinceBaseline, leastDaysApart, reliableChangeIndex, type Reading } from './reliable-change.js';
import { scoreOfSum, sourceScore, validateRatings } from './source-score.js';

const { CT } = predictors;
const none: SourceScores = { R: null, B: null, T: null, D: null };
const full = (n: number): SourceScores => ({
  R: fraction(n),
  B: fraction(n),
  T: fraction(n),
  D: fraction(n),
});

describe('composite, at its bounds', () => {
  it('needs half of the weight: 50 is enough, 49 is not', () => {
    const two = { ...none, R: fraction(40), B: fraction(60) };
    const of = (R: number): unknown => composite(two, { R, B: 35, T: 20, D: 45 - R });
    expect(of(15)).toMatchObject({ score: fraction(54), kind: 'partial', weightUsed: 50, sourcesUsed: ['R', 'B'] });
    expect(of(14)).toMatchObject({ score: null, kind: 'none', weightUsed: 49 });
  }); // prettier-ignore

  it('takes one person beside behaviour, and not behaviour alone', () => {
    expect(composite({ ...none, T: fraction(10), D: fraction(60) }, CT.weights)).toEqual({
      score: fraction(40), kind: 'partial', sourcesUsed: ['T', 'D'], weightUsed: 50, behaviourNotApplicable: false,
    });
    expect(composite({ ...none, D: fraction(60) }, { R: 10, B: 10, T: 10, D: 70 }).kind).toBe('none');
    expect(composite({ ...none, B: fraction(60) }, { R: 10, B: 70, T: 10, D: 10 }).kind).toBe('none');
  }); // prettier-ignore

  it('is full without behaviour, and tells it', () => {
    expect(composite({ ...full(40), D: null }, CT.weights)).toMatchObject({
      kind: 'full', weightUsed: 70, behaviourNotApplicable: true,
    }); // prettier-ignore
  });

  it('keeps a score of 0 as a score', () => {
    expect(composite(full(0), CT.weights)).toMatchObject({ score: fraction(0), kind: 'full' });
  });

  it.each(['R', 'B', 'T', 'D'] as const)('compares without %s when either reading lacks it', (gone) => {
    const left = (['R', 'B', 'T', 'D'] as const).filter((source) => source !== gone);
    const without = { ...full(40), [gone]: null };
    for (const pair of [comparable(without, full(60), CT.weights), comparable(full(40), { ...full(60), [gone]: null }, CT.weights)])
      expect(pair).toEqual({ before: fraction(40), after: fraction(60), sources: left });
  }); // prettier-ignore

  it('compares nothing where too little is shared', () => {
    expect(comparable({ ...none, R: fraction(1), B: fraction(1) }, { ...none, T: fraction(1), D: fraction(1) }, CT.weights)).toBeNull();
  }); // prettier-ignore

  it('has a gap only of two views', () => {
    const scores = { ...none, R: fraction(50), B: fraction(75) };
    expect(perspectiveGap(scores)).toEqual(fraction(-25));
    expect([perspectiveGap({ ...scores, R: null }), perspectiveGap({ ...scores, B: null })]).toEqual([
      null,
      null,
    ]);
  });
});

describe('the therapist rating', () => {
  const sunday = asLocalDate('2025-03-16');
  const given = (...ages: number[]) => ages.map((age) => ({ on: addDays(sunday, -age), age }));

  it('is valid on its day and for 28 days, the newest first', () => {
    expect(validTherapistRating(given(28), sunday)?.age).toBe(28);
    expect(validTherapistRating(given(29), sunday)).toBeNull();
    expect(validTherapistRating(given(0), sunday)?.age).toBe(0);
    expect(validTherapistRating(given(-1), sunday)).toBeNull();
    expect(validTherapistRating(given(20, 3, 10, -2), sunday)?.age).toBe(3);
    expect(validTherapistRating([], sunday)).toBeNull();
  });
});

describe('the index of change and the baseline', () => {
  const on = (day: number): LocalDate => addDays(asLocalDate('2025-01-19'), day);
  const reading = (day: number, value: number, gone: Partial<SourceScores> = {}): Reading => ({
    on: on(day),
    scores: { ...full(value), ...gone },
  });

  it('is the difference over 7 times the root of 2', () => {
    expect(reliableChangeIndex(fraction(40), fraction(54))).toBeCloseTo(Math.SQRT2, 12);
    expect(reliableChangeIndex(fraction(54), fraction(40))).toBeCloseTo(-Math.SQRT2, 12);
    expect(leastDaysApart).toBe(28);
  });

  it('takes the first full reading for the baseline, in whatever order they come', () => {
    const readings = [reading(56, 70), reading(14, 40), reading(0, 10, { B: null }), reading(28, 90)];
    expect(changeSinceBaseline(readings, CT.weights)).toEqual({
      statement: 'improved_beyond_noise', since: on(14), difference: fraction(30),
    });
    expect(changeSinceBaseline([reading(0, 40), reading(28, 20)], CT.weights)).toEqual({
      statement: 'worse_beyond_noise', since: on(0), difference: fraction(-20),
    });
    expect(changeSinceBaseline([reading(0, 40)], CT.weights)).toEqual({
      statement: 'not_enough_data', since: null, difference: null,
    });
  }); // prettier-ignore
});

describe('source scores, at their bounds', () => {
  it('needs four answers', () => {
    expect([scoreOfSum(8, 3), scoreOfSum(8, 4), scoreOfSum(8, 5)]).toEqual([
      null,
      fraction(50),
      fraction(40),
    ]);
  });

  it('takes only answers of its own, and accepts a whole sheet', () => {
    const items = CT.items.R;
    const sheet = Object.fromEntries(items.map(({ key }) => [key, 2 as const]));
    expect(sourceScore(Object.create(sheet) as typeof sheet, CT, 'R')).toEqual({ sum: 0, answered: 0, score: null });
    expect(validateRatings(items, sheet)).toEqual({ ok: true, value: sheet });
    const inherited = validateRatings(items, Object.create(sheet) as typeof sheet);
    expect(inherited).toEqual({ ok: false, refusal: items.map(({ key }) => ({ key, code: 'required' })) });
    expect(validateRatings(items, { ...sheet, 'ct.r1': null })).toMatchObject({ refusal: [{ key: 'ct.r1', code: 'required' }] });
  }); // prettier-ignore

  it('refuses a reading that is no whole number', () => {
    expect(() => ratingWindow(asLocalDate('2025-01-06'), 'America/Chicago', 1.5)).toThrow(RangeError);
  });
});
