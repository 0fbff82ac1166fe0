import { wordsOf, type WordToken } from './word-tokens.js';

/** Phrases by their words, so that a text is read once however many phrases there are. */
export type PhraseIndex<Meaning> = Readonly<{
  meanings: readonly Meaning[];
  next: ReadonlyMap<string, PhraseIndex<Meaning>>;
}>;

export type PhraseMatch<Meaning> = Readonly<{ meaning: Meaning; start: number; length: number }>;

type Growing<Meaning> = { meanings: Meaning[]; next: Map<string, Growing<Meaning>> };

/** An index of phrases of one or more words. A phrase without a letter or digit is left out. */
export function phraseIndex<Meaning>(
  phrases: readonly Readonly<{ phrase: string; meaning: Meaning }>[],
): PhraseIndex<Meaning> {
  const root: Growing<Meaning> = { meanings: [], next: new Map() };
  for (const { phrase, meaning } of phrases) {
    let at = root;
    for (const { key } of wordsOf(phrase)) {
      const known = at.next.get(key) ?? { meanings: [], next: new Map() };
      at.next.set(key, known);
      at = known;
    }
    if (at !== root && !at.meanings.includes(meaning)) at.meanings.push(meaning);
  }
  return root;
}

function phrasesAt<Meaning>(
  index: PhraseIndex<Meaning>,
  words: readonly WordToken[],
  first: number,
): readonly PhraseMatch<Meaning>[] {
  const start = words[first]?.start ?? 0;
  const found: PhraseMatch<Meaning>[] = [];
  let at: PhraseIndex<Meaning> | undefined = index;
  for (let n = first; n < words.length; n += 1) {
    const word: WordToken | undefined = words[n];
    at = word && (at.next.get(word.key) ?? at.next.get(word.base));
    if (!word || !at) break;
    const length = word.start + word.length - start;
    found.push(...at.meanings.map((meaning) => ({ meaning, start, length })));
  }
  return found;
}

/**
 * Every phrase of the index in the text, in order, whole words only, shorter ones inside longer ones too. Time is
 * linear in the text: each word is looked at no more often than the longest phrase has words.
 */
export function findPhrases<Meaning>(
  index: PhraseIndex<Meaning>,
  text: string,
): readonly PhraseMatch<Meaning>[] {
  const words = wordsOf(text);
  return words.flatMap((_, first) => phrasesAt(index, words, first));
}
