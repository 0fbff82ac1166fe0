import { languages, type Language } from '../shared/localized.js';
import { findPhrases, phraseIndex, type PhraseIndex } from './phrase-index.js';
import { formsOf, wordingTerms, type WordingTerm } from './wording-terms.js';

/** A word to write otherwise. `start` and `length` count UTF-16 units of the text. */
export type WordingFinding = Readonly<{ term: WordingTerm; start: number; length: number }>;

function indexFor(language: Language): PhraseIndex<WordingTerm> {
  return phraseIndex(
    wordingTerms.flatMap((term) => formsOf(term, language).map((phrase) => ({ phrase, meaning: term }))),
  );
}

const indexes: Readonly<Record<Language, PhraseIndex<WordingTerm>>> = {
  en: indexFor(languages[0]),
  es: indexFor(languages[1]),
};

/**
 * Words of the list in a text, in order (SAFETY-12): whole words, whatever their case, accents or apostrophes.
 * `chosen` names terms that are spared, such as 'wife_or_husband' where a couple chose that word for themselves.
 * Linear in the length of the text.
 */
export function lintWording(
  text: string,
  language: Language,
  chosen: readonly WordingTerm[] = [],
): readonly WordingFinding[] {
  return findPhrases(indexes[language], text)
    .filter(({ meaning }) => !chosen.includes(meaning))
    .map(({ meaning, start, length }) => ({ term: meaning, start, length }));
}
