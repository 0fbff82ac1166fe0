/** Above this many pairs of words the middle is not compared any more: both stand there, one below the other. */
const MOST_PAIRS = 4_000_000;

/**
 * Two versions of a text in one, mine first: what both have stands there once, and no word of either is left out.
 * Compared by words, by their longest common subsequence (Wagner and Fischer, 1974), after what both begin and end with.
 */
export function bothTexts(mine: string, other: string): string {
  const [one, two] = [wordsOf(mine), wordsOf(other)];
  const start = sameFrom(one, two, (words, at) => words[at]);
  const rest: readonly [readonly string[], readonly string[]] = [one.slice(start), two.slice(start)];
  const end = sameFrom(...rest, (words, at) => words[words.length - 1 - at]);
  const [left, right] = rest.map((words) => words.slice(0, words.length - end));
  const middle = inOne(left ?? [], right ?? []);
  return [...one.slice(0, start), ...middle, ...one.slice(one.length - end)].join('').trim();
}

/** Each word with the space behind it, so that paragraphs stay; the last one gets one too. */
function wordsOf(text: string): readonly string[] {
  return `${text} `.match(/\S+\s+/g) ?? [];
}

function sameFrom(
  one: readonly string[],
  two: readonly string[],
  at: (words: readonly string[], place: number) => string | undefined,
): number {
  const most = Math.min(one.length, two.length);
  for (let n = 0; n < most; n += 1) if (at(one, n)?.trim() !== at(two, n)?.trim()) return n;
  return most;
}

function inOne(one: readonly string[], two: readonly string[]): readonly string[] {
  if (one.length * two.length > MOST_PAIRS) return beside(one, two);
  const longest = lengths(one, two);
  const made: string[] = [];
  let [i, j] = [0, 0];
  while (i < one.length || j < two.length) {
    const [fromI, fromJ] = [i, j];
    while ((i < one.length || j < two.length) && !same(one[i], two[j])) {
      if (j >= two.length || (i < one.length && (longest[i + 1]?.[j] ?? 0) >= (longest[i]?.[j + 1] ?? 0)))
        i += 1;
      else j += 1;
    }
    made.push(...beside(one.slice(fromI, i), two.slice(fromJ, j)));
    if (i < one.length && j < two.length) {
      made.push(one[i] ?? '');
      i += 1;
      j += 1;
    }
  }
  return made;
}

/** For each pair of places, how many words the rests from there have in common, in order. */
function lengths(one: readonly string[], two: readonly string[]): readonly Uint32Array[] {
  const rows = Array.from({ length: one.length + 1 }, () => new Uint32Array(two.length + 1));
  for (let i = one.length - 1; i >= 0; i -= 1) {
    const [row, below] = [rows[i], rows[i + 1]];
    if (row === undefined || below === undefined) continue;
    for (let j = two.length - 1; j >= 0; j -= 1) {
      const along = Math.max(below[j] ?? 0, row[j + 1] ?? 0);
      row[j] = same(one[i], two[j]) ? (below[j + 1] ?? 0) + 1 : along;
    }
  }
  return rows;
}

function same(one: string | undefined, two: string | undefined): boolean {
  return one !== undefined && one.trim() === two?.trim();
}

function beside(mine: readonly string[], other: readonly string[]): readonly string[] {
  if (mine.length === 0 || other.length === 0) return [...mine, ...other];
  return [mine.join('').trimEnd(), '\n\n', other.join('').trimEnd(), '\n\n'];
}
