import { describe, expect, it } from '@jest/globals';
import { editDistance, wordsMatch } from './word-match.js';

const names = ['Ellery', 'Rowan Ellery', 'Iris Núñez-Vale'];

describe('search by name', () => {
  it.each([
    ['ell', true],
    ['ELLERY', true],
    ['elery', true],
    ['ellrey', true],
    ['rwoan el', true],
    ['nunez', true],
    ['vale iris', true],
    ['', true],
    ['  ', true],
    ['elm', false],
    ['elx', false],
    ['rowan birch', false],
    ['lery', false],
    ['%', true],
  ])('%s -> %s', (search, expected) => {
    expect(wordsMatch(search, names)).toBe(expected);
  });

  it('allows two typos only in long words', () => {
    expect(wordsMatch('castelan', ['Castellan'])).toBe(true);
    expect(wordsMatch('cstelan', ['Castellan'])).toBe(false);
    expect(wordsMatch('csatelan', ['Castellan'])).toBe(true);
  });

  it.each([
    ['', '', 0],
    ['', 'abc', 3],
    ['abc', '', 3],
    ['abc', 'acb', 1],
    ['kitten', 'sitting', 3],
  ])('the distance from "%s" to "%s" is %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
    expect(editDistance(b, a)).toBe(distance);
  });
});
