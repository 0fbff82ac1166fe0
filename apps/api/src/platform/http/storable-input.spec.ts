import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isStorable } from './storable-input.js';

describe('what can be kept', () => {
  it.each([
    ['a NUL', { name: 'a\u0000b' }],
    ['half a surrogate pair', ['\ud800']],
    ['the other half', { a: { b: 'x\udc00' } }],
    ['a NUL in a key', { 'a\u0000': 1 }],
    ['a key that reaches for prototypes', { constructor: { prototype: {} } }],
    ['a key that is a text of its own', { ['k'.repeat(201)]: 1 }],
    ['more items than can be checked in good time', Array.from({ length: 1001 }, () => null)],
    ['as many parts in small lists', Array.from({ length: 400 }, () => [[1]])],
    ['nesting without end', JSON.parse('['.repeat(50_000) + ']'.repeat(50_000)) as unknown],
  ])('V-3 leaves out %s', (_, value) => {
    expect(isStorable(value)).toBe(false);
  });

  it('counts the parts of a file by a measure of its own', () => {
    const many = Array.from({ length: 1001 }, () => null);
    expect([isStorable(many, 1001), isStorable(many, 1000)]).toEqual([true, false]);
  });

  it('takes every whole text, also outside the basic plane', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(isStorable({ text: [text.replaceAll('\u0000', '')] })).toBe(true);
      }),
    );
  });
});
