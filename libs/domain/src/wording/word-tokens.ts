/** One word of a text. `start` and `length` count UTF-16 units of the text as it was given. */
export type WordToken = Readonly<{
  /** Lower case, without accents, apostrophes and invisible characters. */
  key: string;
  /** The key without a possessive 's'; the key itself where the word has none. */
  base: string;
  start: number;
  length: number;
}>;

// Apostrophes of every keyboard, soft hyphens and characters of no width stand inside a word, never between two.
const wordForm = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’‘ʼ`´\u00AD\u200B-\u200D\u2060\uFEFF]*/gu;
const notOfTheKey = /[^\p{L}\p{N}]/gu;
const letterOrMark = /[\p{L}\p{M}\p{N}]/u;
const possessive = /['’‘ʼ`´][sS]$/;

/** The key of one word, as it is compared (SAFETY-13). */
export function wordKey(word: string): string {
  return word.normalize('NFKD').toLowerCase().replace(notOfTheKey, '');
}

function wordEnd(raw: string): number {
  let end = raw.length;
  while (end > 1 && !letterOrMark.test(raw.charAt(end - 1)) && !isLowHalf(raw, end - 1)) end -= 1;
  return end;
}

// The second half of a character outside the basic plane is part of a letter, since only letters got this far.
function isLowHalf(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}

/** The words of a text in order, in time linear in its length. Punctuation and spaces are left out. */
export function wordsOf(text: string): readonly WordToken[] {
  return Array.from(text.matchAll(wordForm), (found) => {
    const raw = found[0].slice(0, wordEnd(found[0]));
    const key = wordKey(raw);
    return {
      key,
      base: possessive.test(raw) ? key.slice(0, -1) : key,
      start: found.index,
      length: raw.length,
    };
  });
}
