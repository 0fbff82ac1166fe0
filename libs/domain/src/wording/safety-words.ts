import { languages, type Language } from '../shared/localized.js';
import { findPhrases, phraseIndex, type PhraseIndex } from './phrase-index.js';
import {
  safetyKinds,
  type SafetyKind,
  type SafetyPhraseEdit,
  type SafetyPhraseEdits,
  type SafetyPhrases,
} from './safety-kinds.js';
import { englishSafetyPhrases } from './safety-phrases-en.js';
import { spanishSafetyPhrases } from './safety-phrases-es.js';
import { wordsOf } from './word-tokens.js';

const standard: Readonly<Record<Language, SafetyPhrases>> = {
  en: englishSafetyPhrases,
  es: spanishSafetyPhrases,
};
const noEdits: SafetyPhraseEdits = { added: [], removed: [] };

function sameWords(phrase: string): string {
  return wordsOf(phrase)
    .map(({ key }) => key)
    .join(' ');
}

function standardPhrases(): readonly SafetyPhraseEdit[] {
  return languages.flatMap((language) =>
    safetyKinds.flatMap((kind) => standard[language][kind].map((phrase) => ({ language, kind, phrase }))),
  );
}

/** A clinic's phrases: the standard ones and its own, without those it took out (SAFETY-02). */
export function safetyPhrasesWith(edits: SafetyPhraseEdits = noEdits): readonly SafetyPhraseEdit[] {
  const nameOf = ({ language, kind, phrase }: SafetyPhraseEdit): string =>
    `${language} ${kind} ${sameWords(phrase)}`;
  const removed = new Set(edits.removed.map(nameOf));
  return [...standardPhrases(), ...edits.added].filter((entry) => !removed.has(nameOf(entry)));
}

export type SafetyWords = PhraseIndex<SafetyKind>;

/** The phrases made ready for matching. Made once per clinic, not once per text. */
export function safetyWords(edits?: SafetyPhraseEdits): SafetyWords {
  return phraseIndex(safetyPhrasesWith(edits).map(({ phrase, kind }) => ({ phrase, meaning: kind })));
}

/**
 * Kinds of phrase that the text holds, in the order of `safetyKinds`, each once (SAFETY-01). The text is read for
 * the phrases of every language, since people write in more than one. No score, no position and no words come
 * back. A "not" in front changes nothing, on purpose: a sentence about danger is reason enough to show help.
 * Linear in the length of the text.
 */
export function safetyKindsIn(text: string, words: SafetyWords): readonly SafetyKind[] {
  const found = new Set(findPhrases(words, text).map(({ meaning }) => meaning));
  return safetyKinds.filter((kind) => found.has(kind));
}
