import type { Language } from '../../shared/localized.js';
import {
  documentHintKinds,
  documentHintPhrases,
  notNames,
  type DocumentHintKind,
} from './document-hint-patterns.js';

/** A place to look at. It holds no words of the text: the screen marks them from position and length. */
export type DocumentHint = Readonly<{ kind: DocumentHintKind; start: number; length: number }>;

const before = '(?<![\\p{L}\\p{M}\\p{N}])';
const after = '(?![\\p{L}\\p{M}\\p{N}])';
const capitalised = new RegExp(`${before}\\p{Lu}[\\p{L}\\p{M}]*`, 'gu');
const sentenceMarks = new Set('.!?¿¡:;\n"“«-');

/** Looks back over the spaces before the word only, so that a long text is read once. */
function beginsSentence(text: string, at: number): boolean {
  let place = at - 1;
  while (place >= 0 && /\s/u.test(text.charAt(place)) && text.charAt(place) !== '\n') place -= 1;
  return place < 0 || sentenceMarks.has(text.charAt(place));
}

function phrasePattern(phrase: string): RegExp {
  const words = phrase.split(' ').map((word) => word.replace("'", "['’]"));
  return new RegExp(`${before}${words.join('\\s+')}${after}`, 'giu');
}

function phraseHints(text: string, language: Language): DocumentHint[] {
  const lists = Object.entries(documentHintPhrases[language]) as [DocumentHintKind, readonly string[]][];
  return lists.flatMap(([kind, phrases]) =>
    phrases.flatMap((phrase) =>
      [...text.matchAll(phrasePattern(phrase))].map((match) => ({
        kind,
        start: match.index,
        length: match[0].length,
      })),
    ),
  );
}

/** Capitalised words inside a sentence, except the two people's own names and words that name nobody. */
function nameHints(text: string, language: Language, ownNames: readonly string[]): DocumentHint[] {
  const known = new Set([...notNames[language], ...ownNames].map((name) => name.toLowerCase()));
  return [...text.matchAll(capitalised)]
    .filter((match) => !known.has(match[0].toLowerCase()))
    .filter((match) => !beginsSentence(text, match.index))
    .map((match) => ({ kind: 'name' as const, start: match.index, length: match[0].length }));
}

/**
 * Places in the text that a therapist may want to talk about (FTD-57). Advice only: it blocks nothing, keeps no
 * text, and gives the same answer for the same text. `start` and `length` count UTF-16 units, `start` from 0.
 * `ownNames` are the given names of the two people. A name at the start of a sentence is not noticed.
 */
export function documentHints(
  text: string,
  language: Language,
  ownNames: readonly string[],
): readonly DocumentHint[] {
  const order = (kind: DocumentHintKind): number => documentHintKinds.indexOf(kind);
  return [...phraseHints(text, language), ...nameHints(text, language, ownNames)].sort(
    (a, b) => a.start - b.start || b.length - a.length || order(a.kind) - order(b.kind),
  );
}
