import type { Language } from '../shared/localized.js';
import { syllablesOf } from './syllables.js';

/** The highest school grade that wording for clients may ask for (SAFETY-14, clinical brief 3.0). */
export const highestGrade = 7;

export type TextCounts = Readonly<{ words: number; sentences: number; syllables: number }>;

const wordForm = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*/gu;
// A new line ends a sentence too, so that labels and list items need no full stop. '2.5' does not.
const sentenceEnd = /[.!?…](?=[\s"'”’»)\]]|$)|\n/u;

/** Words, sentences that hold a word, and syllables of a text. A number counts as a word of one syllable. */
export function countText(text: string, language: Language): TextCounts {
  const sentences = text.split(sentenceEnd).map((part) => part.match(wordForm) ?? []);
  const words = sentences.flat();
  return {
    words: words.length,
    sentences: sentences.filter((part) => part.length > 0).length,
    syllables: words.reduce((sum, word) => sum + syllablesOf(word, language), 0),
  };
}

/**
 * School grade that a text asks for, to one decimal, never below 0; 0 for a text without a word (SAFETY-14).
 * English: Flesch-Kincaid grade, 0.39 words/sentence + 11.8 syllables/word - 15.59 (Kincaid et al. 1975).
 * Spanish: Crawford 1984, -0.205 sentences + 0.049 syllables - 3.407, both counted per 100 words.
 * Made for passages: measure the sentences of an exercise together, since one long word alone says little.
 */
export function readingGrade(text: string, language: Language): number {
  const { words, sentences, syllables } = countText(text, language);
  if (words === 0) return 0;
  const grade =
    language === 'en'
      ? 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59
      : -0.205 * ((100 * sentences) / words) + 0.049 * ((100 * syllables) / words) - 3.407;
  return Math.max(0, Math.round(grade * 10) / 10);
}
