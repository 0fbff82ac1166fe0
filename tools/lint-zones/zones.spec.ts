import { execFileSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { badImports } from './bad-imports.ts';
import { badSyntax } from './bad-syntax.ts';
import { goodSnippets } from './good-snippets.ts';

interface Answer {
  readonly answers: Readonly<Record<string, readonly string[]>>;
  readonly rules: readonly string[];
  readonly zones: readonly { readonly id: string; readonly message: string }[];
  readonly pairs: readonly Pairs[];
}
type Pairs = Readonly<Record<string, readonly string[] | undefined>>;

const ROOT = `${import.meta.dirname}/../..`;
const bad = [...badImports, ...badSyntax];
const nameOf = (kind: string, at: number): string => `${kind}-${at}`;

let seen: Answer;

beforeAll(() => {
  const named = [
    ...bad.map((snippet, at) => ({ name: nameOf('bad', at), ...snippet })),
    ...goodSnippets.map((snippet, at) => ({ name: nameOf('good', at), ...snippet })),
  ];
  const run = (args: readonly string[], input = ''): string =>
    execFileSync(process.execPath, args, {
      cwd: ROOT,
      input,
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '', NX_DAEMON: 'false' },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
  // Nx skips its rule in silence when no project graph is at hand, so one is made first.
  run(['node_modules/nx/dist/bin/nx.js', 'show', 'projects']);
  seen = JSON.parse(run(['tools/lint-zones/lint-snippets.mjs'], JSON.stringify(named))) as Answer;
}, 90_000);

describe('D-7, W-2 what the lint refuses', () => {
  it.each(
    bad.map((snippet, at) => [snippet.breaks, snippet.path, snippet.code.split('\n', 1)[0], at] as const),
  )('%s: %s: %s', (breaks, _path, _code, at) => {
    const messages = seen.answers[nameOf('bad', at)] ?? [];
    expect(messages.filter((message) => message.includes(breaks))).not.toEqual([]);
  });
});

describe('what the lint lets pass', () => {
  const ours = /^(zones\/|@nx\/|max-)/;
  it.each(goodSnippets.map((snippet, at) => [snippet.path, snippet.code.split('\n', 1)[0], at] as const))(
    '%s: %s',
    (_path, _code, at) => {
      expect(
        (seen.answers[nameOf('good', at)] ?? ['not linted']).filter((message) => ours.test(message)),
      ).toEqual([]);
    },
  );
});

describe('the tables', () => {
  it('have a snippet that breaks each row', () => {
    const broken = new Set(bad.map((snippet) => snippet.breaks));
    expect(seen.zones.length).toBeGreaterThan(30);
    expect(seen.zones.map((zone) => zone.id).filter((id) => !broken.has(id))).toEqual([]);
  });

  it('tell each reader what to do, under a name of its own', () => {
    expect(seen.zones.filter((zone) => zone.message.length < 30)).toEqual([]);
    expect(new Set(seen.zones.map((zone) => zone.id)).size).toBe(seen.zones.length);
  });

  it('list feature pairs without a circle', () => {
    expect(circlesIn({ a: ['b'], b: ['a'] })).not.toEqual([]);
    expect(seen.pairs.flatMap((pairs) => circlesIn(pairs))).toEqual([]);
  });

  it('keep the typed preset on', () => {
    expect(seen.rules).toEqual(
      expect.arrayContaining([
        '@typescript-eslint/no-floating-promises',
        '@typescript-eslint/no-unsafe-return',
        '@typescript-eslint/no-unnecessary-condition',
        '@nx/enforce-module-boundaries',
      ]),
    );
  });
});

/** Every path along the listed pairs that comes back to a feature it has already passed. */
function circlesIn(pairs: Pairs, path: readonly string[] = []): string[] {
  const nexts = path.length === 0 ? Object.keys(pairs) : (pairs[path.at(-1) ?? ''] ?? []);
  return nexts.flatMap((next) =>
    path.includes(next) ? [[...path, next].join(' > ')] : circlesIn(pairs, [...path, next]),
  );
}
