import { describe, expect, it } from '@jest/globals';
import { fraction } from '../shared/fraction.js';
import {
  emotionalSafetyIndex,
  indexAlarms,
  indexItems,
  type IndexAnswers,
} from './emotional-safety-index.js';

const answers = (...raw: (number | null)[]): IndexAnswers =>
  Object.fromEntries(indexItems.map(({ key }, n) => [key, raw[n] ?? null]));

describe('emotional safety index', () => {
  it('has six items, the fourth reversed', () => {
    expect(indexItems.map(({ key, reversed }) => [key, reversed])).toEqual([
      ['say_hard_things', false], ['stays_kind', false], ['free_to_say_no', false],
      ['rushed', true], ['believed', false], ['body_relaxed', false],
    ]); // prettier-ignore
    expect(indexItems[2]?.words.en).toBe('I felt free to say no.');
  });

  it.each<[(number | null)[], [number, number] | null]>([
    [
      [4, 4, 4, 0, 4, 4],
      [100, 1],
    ],
    [
      [0, 0, 0, 4, 0, 0],
      [0, 1],
    ],
    [
      [2, 2, 2, 2, 2, 2],
      [50, 1],
    ],
    [
      [1, 2, 3, 1, 2, 1],
      [50, 1],
    ],
    [
      [2, 2, 2, 3, 2, 2],
      [1100, 24],
    ],
    [
      [null, 4, 4, 0, 4, 3],
      [95, 1],
    ],
    [
      [4, 4, 4, null, 4, 4],
      [100, 1],
    ],
    [[4, 4, 4, null, 4, null], null],
    [[], null],
  ])('%j', (raw, expected) => {
    expect(emotionalSafetyIndex(answers(...raw))).toEqual(expected && fraction(...expected));
  });

  it.each([5, -1, 1.5])('refuses an answer of %d', (value) => {
    expect(() => emotionalSafetyIndex({ believed: value })).toThrow('believed is 0 to 4');
  });

  it.each<[IndexAnswers, string[]]>([
    [{ free_to_say_no: 1, rushed: 3 }, ['free_to_say_no', 'rushed']],
    [{ free_to_say_no: 2, rushed: 2 }, []],
    [{ free_to_say_no: 0 }, ['free_to_say_no']],
    [{ rushed: 4, free_to_say_no: null }, ['rushed']],
    [{}, []],
  ])('alarms of %j', (raw, expected) => {
    expect(indexAlarms(raw)).toEqual(expected);
  });
});
