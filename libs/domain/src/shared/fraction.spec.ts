import { describe, expect, it } from '@jest/globals';
import {
  absolute,
  add,
  compare,
  divide,
  fraction,
  fractionOfDecimal,
  fractionOfText,
  fractionText,
  multiply,
  roundHalfAway,
  subtract,
  sumOf,
} from './fraction.js';
import { asCoupleId, isUuid } from './ids.js';

describe('fractions', () => {
  it('stays exact where floating point does not', () => {
    const tenth = fraction(1, 10);
    expect(sumOf(Array.from({ length: 10 }, () => tenth))).toEqual(fraction(1));
    expect(subtract(add(tenth, fraction(2, 10)), fraction(3, 10))).toEqual(fraction(0));
    expect(divide(multiply(fraction(2, 3), fraction(3, 4)), fraction(-1, 2))).toEqual(fraction(-1));
    expect(compare(fraction(1, 3), fraction(333_333, 1_000_000))).toBe(1);
    expect(absolute(fraction(-5, 4))).toEqual(fraction(5, 4));
  });

  it.each([
    [fraction(177, 4), 44.3],
    [fraction(-177, 4), -44.3],
    [fraction(1, 20), 0.1],
    [fraction(-1, 20), -0.1],
    [fraction(49, 1000), 0],
    [fraction(2005, 20), 100.3],
  ])('rounds %j half away from zero to %d', (value, shown) => {
    expect(roundHalfAway(value)).toBe(shown);
  });

  it('is stored as text and read back', () => {
    expect(fractionText(fraction(10, -4))).toBe('-5/2');
    expect(fractionOfText('-5/2')).toEqual(fraction(-5, 2));
    expect(fractionOfText('40')).toEqual(fraction(40));
    expect(fractionOfDecimal(57.1)).toEqual(fraction(571, 10));
    for (const text of ['', '1/0', '1.5', '1/2/3']) expect(() => fractionOfText(text)).toThrow(RangeError);
  });
});

describe('ids', () => {
  it('take the form of a UUID and nothing else', () => {
    const text = '01936F2A-7B1C-7C3D-9E4F-0123456789AB';
    expect(asCoupleId(text)).toBe(text.toLowerCase());
    expect(isUuid("1' or '1'='1")).toBe(false);
    expect(() => asCoupleId('12')).toThrow('couple id');
  });
});
