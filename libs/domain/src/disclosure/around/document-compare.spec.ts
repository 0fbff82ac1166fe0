import { describe, expect, it } from '@jest/globals';
import { readingEnd } from './document-custody.js';
import { documentSectionIds } from './document-sections.js';
import { sectionExercise } from './document-writing.js';
import { wordDiff } from './word-diff.js';

const spelled = (before: string, after: string): string =>
  wordDiff(before, after)
    .map(({ kind, text }) => ({ same: text, added: `{+${text}+}`, gone: `[-${text}-]` })[kind])
    .join('');

describe('the comparison of two texts', () => {
  it.each([
    ['', '', ''],
    ['one two', 'one two', 'one two'],
    ['', 'one', '{+one+}'],
    ['one', '', '[-one-]'],
    ['I went twice.', 'I went four times.', 'I went [-twice.-]{+four times.+}'],
    ['on a Monday in May', 'on a Friday in May', 'on a [-Monday-]{+Friday+} in May'],
    ['a\nb', 'a\n\nb', 'a[-\n-]{+\n\n+}b'],
  ])('of %j and %j marks words that came and went', (before, after, shown) => {
    expect(spelled(before, after)).toBe(shown);
  });

  it('gives both texts back whole, whatever they are', () => {
    let seed = 7;
    const next = (most: number): number => (seed = (seed * 48_271) % 2_147_483_647) % most;
    const words = ['el', 'la', ' ', '  ', '\n', 'día', '🌿', 'e\u0301', '.'];
    for (let n = 0; n < 300; n += 1) {
      const make = (): string =>
        Array.from({ length: next(30) }, () => words[next(words.length)] ?? '').join('');
      const [before, after] = [make(), make()];
      const parts = wordDiff(before, after);
      const only = (kind: string): string =>
        parts
          .filter((part) => part.kind !== kind)
          .map(({ text }) => text)
          .join('');
      expect([only('added'), only('gone')]).toEqual([before, after]);
      expect(parts.every((part, at) => part.kind !== parts[at + 1]?.kind)).toBe(true);
    }
  });

  it('shows two long strangers whole', () => {
    const text = (word: string): string =>
      Array.from({ length: 2_000 }, (_, n) => `${word}${String(n)}`).join(' ');
    expect(wordDiff(text('a'), text('b')).map(({ kind }) => kind)).toEqual(['gone', 'added']);
  });
});

describe('a section as an exercise', () => {
  it('has one text, in both languages, and blocks nothing', () => {
    for (const id of documentSectionIds) {
      const { fields, purpose } = sectionExercise(id);
      expect(fields.map(({ key, required }) => [key, required])).toEqual([['text', false]]);
      expect([purpose.en.length > 10, purpose.es.length > 10]).toEqual([true, true]);
    }
  });
});

describe('a time of reading', () => {
  it('ends with the local day, over a change of the clocks too', () => {
    const from = new Date('2025-03-01T18:00:00Z');
    expect(readingEnd(from, 'America/Chicago', 14).toISOString()).toBe('2025-03-16T05:00:00.000Z');
  });
});
