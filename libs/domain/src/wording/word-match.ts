const longEnoughForOneTypo = 4;
const longEnoughForTwoTypos = 8;

/** Lower case without accents, split at everything that is neither letter nor digit. */
function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/**
 * Whether every word of `search` begins a word of one of the names, with one typo allowed from 4 letters on and two
 * from 8. A typo is a letter too many, missing, wrong, or two neighbours swapped. An empty search fits everything.
 */
export function wordsMatch(search: string, names: readonly string[]): boolean {
  const present = names.flatMap(wordsOf);
  return wordsOf(search).every((wanted) => present.some((word) => begins(word, wanted)));
}

function begins(word: string, wanted: string): boolean {
  if (word.startsWith(wanted)) return true;
  const allowed = wanted.length >= longEnoughForTwoTypos ? 2 : wanted.length >= longEnoughForOneTypo ? 1 : 0;
  if (allowed === 0) return false;
  // A half-typed name is compared with beginnings of about its own length.
  for (let length = wanted.length - allowed; length <= wanted.length + allowed; length += 1) {
    if (length <= word.length && editDistance(word.slice(0, length), wanted) <= allowed) return true;
  }
  return false;
}

/** Edits that turn one word into the other: insert, delete, replace, swap neighbours (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [beforeLast, last] = [last, current];
  }
  return last[b.length] ?? 0;
}
