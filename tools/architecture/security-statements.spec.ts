import { describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { filesLike, ROOT, textOf } from './source-files.ts';
import { statementsNamed, type NamedTest } from './statement-tests.ts';

const PAGE = 'docs/security-statements.md';
const STATES = ['proved', 'open'] as const;

/** How many statements each letter has; the page holds all of them. */
const LISTED: Readonly<Record<string, readonly number[]>> = {
  S: [1, 2, 3, 4, 5, 6, 7, 8],
  A: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  N: [1, 2, 3, 4, 5, 6, 7, 8],
  C: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  D: [1, 2, 3, 4, 5, 6, 7],
  K: [1, 2, 3, 4, 5, 6, 7],
  L: [1, 2, 3, 4, 5, 6],
  V: [1, 2, 3, 4, 5, 6, 7],
  W: [1, 2, 3, 4, 5],
  R: [2, 3],
  P: [1],
};

interface StatementRow {
  readonly id: string;
  readonly sentence: string;
  readonly files: readonly string[];
  readonly state: string;
}

const rows: readonly StatementRow[] = textOf(PAGE)
  .split('\n')
  .flatMap((line): StatementRow[] => {
    const id = /^\| \*\*([A-Z]-\d+)\*\* +\|/.exec(line)?.[1];
    if (id === undefined) return [];
    const [, sentence = '', tests = '', state = ''] = line.split(/(?<!\\)\|/).slice(1, -1);
    const files = [...tests.matchAll(/`([^`]+)`/g)].flatMap((match) => match[1] ?? []);
    return [{ id, sentence: sentence.trim(), files, state: state.trim() }];
  });

/** This file shows how names are read, and proves nothing. */
const SELF = 'tools/architecture/security-statements.spec.ts';
const specs = filesLike(/\.(spec|int-spec|e2e-spec)\.ts$/).filter((path) => path !== SELF);
const named: readonly NamedTest[] = specs.flatMap((file) => statementsNamed(file, textOf(file)));
const filesNaming = (id: string): Set<string> =>
  new Set(named.filter((test) => test.ids.includes(id)).map(({ file }) => file));

describe('docs/security-statements.md', () => {
  it('has each statement once, in order, with a sentence and a state', () => {
    const listed = Object.entries(LISTED).flatMap(([letter, numbers]) =>
      numbers.map((number) => `${letter}-${String(number)}`),
    );
    expect(rows.map(({ id }) => id)).toEqual(listed);
    expect(rows.filter(({ sentence }) => sentence.length < 20).map(({ id }) => id)).toEqual([]);
    const odd = rows.filter(
      ({ state }) => !STATES.some((one) => state === one || state.startsWith('open: ')),
    );
    expect(odd.map(({ id, state }) => `${id} ${state}`)).toEqual([]);
    expect(rows.filter(({ state }) => state === 'open').map(({ id }) => id)).toEqual([]);
  });

  it('names for every proved statement files that hold a test named by its id', () => {
    const faults = rows.flatMap(({ id, files, state }) => {
      const holding = filesNaming(id);
      const missing = files.filter((file) => !existsSync(join(ROOT, file)));
      if (missing.length > 0) return [`${id}: ${missing.join(', ')} does not exist`];
      if (state === 'proved' && files.length === 0) return [`${id} is called proved and names no test`];
      return files
        .filter((file) => !holding.has(file))
        .map((file) => `${id}: no test of ${file} is named by it`);
    });
    expect(faults).toEqual([]);
  });

  it('knows every statement that a test names', () => {
    const known = new Set(rows.map(({ id }) => id));
    const unknown = named.flatMap(({ file, ids }) =>
      ids.filter((id) => !known.has(id)).map((id) => `${file} ${id}`),
    );
    expect(unknown).toEqual([]);
    expect(named.length).toBeGreaterThan(100);
  });
});

describe('reading the names of tests', () => {
  it('finds the ids at the beginning of a name, also several, also in a table of cases', () => {
    const text = [
      `it('S-2, S-6 ends', run)`,
      'it.each(cases)("V-2: %s", run)',
      'describe(`M11: L-4: chain`, run)',
      `  test('W-1, M20 stays', run)`,
      `it.each([['a,b)', 1]] as const)('P-1 says', run)`,
      `it('ends after S-4 hours', run)`,
    ].join('\n');
    expect(statementsNamed('a.spec.ts', text).map(({ ids }) => ids)).toEqual([
      ['S-2', 'S-6'],
      ['V-2'],
      ['L-4'],
      ['W-1'],
      ['P-1'],
    ]);
  });
});
