import { describe, expect, it } from '@jest/globals';
import { phraseIndex, findPhrases } from './phrase-index.js';
import { wordKey, wordsOf } from './word-tokens.js';
import { lintWording } from './wording-lint.js';
import { formsOf, wordingTerms } from './wording-terms.js';

const found = (text: string, language: 'en' | 'es'): string[] =>
  lintWording(text, language).map(
    ({ term, start, length }) => `${term}: ${text.slice(start, start + length)}`,
  );

describe('words of a text', () => {
  it('compares without case, accents, apostrophes and invisible characters', () => {
    expect(['DON’T', 'don´t', 'Vícti\u0301ma', 'vi\u00ADda', 'Ｋill', '\u{1D5D4}b'].map(wordKey)).toEqual([
      'dont', 'dont', 'victima', 'vida', 'kill', 'ab',
    ]); // prettier-ignore
  });

  it('keeps the place of each word, without quotes around it', () => {
    expect(wordsOf("‘It's’ — their'' no-go\u200B.")).toEqual([
      { key: 'its', base: 'it', start: 1, length: 4 },
      { key: 'their', base: 'their', start: 9, length: 5 },
      { key: 'no', base: 'no', start: 17, length: 2 },
      { key: 'go', base: 'go', start: 20, length: 2 },
    ]);
    expect(wordsOf('a\u{1D5D4}’')).toEqual([{ key: 'aa', base: 'aa', start: 0, length: 3 }]);
    expect(wordsOf('cafe\u0301 ')).toEqual([{ key: 'cafe', base: 'cafe', start: 0, length: 5 }]);
    expect(wordsOf(' …!')).toEqual([]);
  });
});

describe('phrases', () => {
  const index = phraseIndex([
    { phrase: 'end it', meaning: 1 },
    { phrase: 'end it all', meaning: 2 },
    { phrase: 'it', meaning: 3 },
    { phrase: 'It', meaning: 3 },
    { phrase: '…', meaning: 4 },
  ]);

  it('are found inside each other, whole words only', () => {
    expect(findPhrases(index, 'End… it ALL, bit it')).toEqual([
      { meaning: 1, start: 0, length: 7 },
      { meaning: 2, start: 0, length: 11 },
      { meaning: 3, start: 5, length: 2 },
      { meaning: 3, start: 17, length: 2 },
    ]);
    expect(findPhrases(index, 'end all it’s end')).toEqual([{ meaning: 3, start: 8, length: 4 }]);
    expect(findPhrases(index, '')).toEqual([]);
  });
});

describe('wording lint', () => {
  it('finds every form of every term, each with one term only', () => {
    for (const language of ['en', 'es'] as const)
      for (const term of wordingTerms)
        for (const form of formsOf(term, language))
          expect(lintWording(`x ${form}, y`, language)).toEqual([{ term, start: 2, length: form.length }]);
  });

  it('tells where a word stands', () => {
    const text = 'You FAILED; an Addict’s co-dependent  is not clean. Victi\u0301m should, forgive.';
    expect(found(text, 'en')).toEqual([
      'failure: FAILED', 'addict: Addict’s', 'codependent: co-dependent', 'clean_or_dirty: clean',
      'victim: Victi\u0301m', 'should_forgive: should, forgive',
    ]); // prettier-ignore
    expect(found('Una VICTIMA de su adicción; su esposa debe  perdonar', 'es')).toEqual([
      'victim: VICTIMA', 'addict: adicción', 'wife_or_husband: esposa', 'should_forgive: debe  perdonar',
    ]); // prettier-ignore
  });

  it('leaves longer and harmless words alone', () => {
    expect(found('We deserved-ly? cleanse, housewifely, fail-safe, mainstreak, confessional', 'en')).toEqual([
      'deserve: deserved',
    ]);
    expect(found('wife failed', 'es')).toEqual([]);
    expect(found('limpieza, sucesos, locales, esposas', 'es')).toEqual(['wife_or_husband: esposas']);
  });

  it('spares a term that a couple chose', () => {
    expect(lintWording('my wife, my husband', 'en', ['wife_or_husband'])).toEqual([]);
    expect(lintWording('my crazy wife', 'en', ['wife_or_husband'])).toEqual([
      { term: 'crazy', start: 3, length: 5 },
    ]);
  });

  it('reads a hundred thousand characters at once, of the worst kind too', () => {
    for (const text of ['should '.repeat(14_286), 'a’'.repeat(50_000), `a${'\u0301'.repeat(100_000)}!`]) {
      expect(lintWording(`${text} crazy`, 'en').map(({ term }) => term)).toEqual(['crazy']);
    }
  });
});
