import { predictorCodes, predictors } from '@trellis/domain';
import type { ScaleAnswer } from '@trellis/ui';
import { readSheet, sheetOf } from './rating-sheet';

const all = (code: (typeof predictorCodes)[number], answer: ScaleAnswer) =>
  Object.fromEntries(predictors[code].items.T.map(({ key }) => [key, answer]));

describe('the therapist’s rating', () => {
  it('has five groups of five items and is not ready while empty', () => {
    const { groups, ready } = sheetOf({});
    expect(groups.map(({ code, of }) => [code, of])).toEqual(predictorCodes.map((code) => [code, 5]));
    expect(ready).toBe(false);
  });

  it('takes "cannot say" and zero as answers', () => {
    const answers = { ...all('CT', 'cannot_say'), ...all('PI', 0) };
    const { groups, ready } = sheetOf(answers);
    expect(groups.slice(0, 2).map(({ answered }) => answered)).toEqual([5, 5]);
    expect(ready).toBe(true);
  });

  it('waits while a predictor is left half way, and lets one be left out whole', () => {
    const [first] = predictors.PI.items.T;
    const half = sheetOf({ ...all('CT', 3), [first?.key ?? '']: 2 });
    expect(half.groups.filter(({ open }) => open).map(({ code }) => code)).toEqual(['PI']);
    expect(half.ready).toBe(false);
    expect(sheetOf(all('CT', 3)).ready).toBe(true);
  });

  it('comes back from the text it was kept as', () => {
    expect(readSheet(JSON.stringify(all('TS', 4)))).toEqual(all('TS', 4));
    expect(readSheet('')).toEqual({});
  });
});
