/** A stretch of words that stayed, came or went. Joined, `same` and `added` are the later text, `same` and `gone` the earlier. */
export type DiffPart = Readonly<{ kind: 'same' | 'added' | 'gone'; text: string }>;

/** Beyond this many pairs of words two stretches are shown whole, the earlier before the later. */
const mostPairs = 4_000_000;

/**
 * What changed between two texts, word by word (FTD-80). Words and the spaces between them are compared as they stand;
 * where the same words could be found in several ways, the longest common sequence is kept. Pure, and the same for the
 * same texts.
 */
export function wordDiff(before: string, after: string): readonly DiffPart[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (
    end < old.length - start &&
    end < now.length - start &&
    old[old.length - 1 - end] === now[now.length - 1 - end]
  )
    end += 1;
  const middle = between(old.slice(start, old.length - end), now.slice(start, now.length - end));
  return joined([...old.slice(0, start).map(same), ...middle, ...old.slice(old.length - end).map(same)]);
}

function wordsOf(text: string): readonly string[] {
  return text.match(/\s+|[^\s]+/gu) ?? [];
}

function same(text: string): DiffPart {
  return { kind: 'same', text };
}

/** The table of longest common lengths, read from its beginning. */
function between(old: readonly string[], now: readonly string[]): readonly DiffPart[] {
  const whole = (kind: 'gone' | 'added', words: readonly string[]): DiffPart[] =>
    words.map((text) => ({ kind, text }));
  if (old.length * now.length > mostPairs) return [...whole('gone', old), ...whole('added', now)];
  const width = now.length + 1;
  const lengths = new Uint32Array((old.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const parts: DiffPart[] = [];
  let [i, j] = [0, 0];
  while (i < old.length && j < now.length) {
    if (old[i] === now[j]) {
      parts.push(same(old[i] ?? ''));
      [i, j] = [i + 1, j + 1];
    } else if (at(i + 1, j) >= at(i, j + 1)) {
      parts.push({ kind: 'gone', text: old[i] ?? '' });
      i += 1;
    } else {
      parts.push({ kind: 'added', text: now[j] ?? '' });
      j += 1;
    }
  }
  return [...parts, ...whole('gone', old.slice(i)), ...whole('added', now.slice(j))];
}

function joined(parts: readonly DiffPart[]): readonly DiffPart[] {
  return parts.reduce<DiffPart[]>((all, part) => {
    const last = all.at(-1);
    if (last?.kind !== part.kind) return [...all, part];
    return [...all.slice(0, -1), { kind: last.kind, text: last.text + part.text }];
  }, []);
}
