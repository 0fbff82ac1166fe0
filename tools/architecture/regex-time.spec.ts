import { describe, expect, it } from '@jest/globals';
import { createContext, Script } from 'node:vm';
import ts from 'typescript';
import { filesLike, textOf } from './source-files.ts';

/** Letters of one attack, and milliseconds that a pattern may take for it. */
const length = 100_000;
const limit = 50;

/** Made from words of the source and names of a couple, each taken letter by letter. */
const REVIEWED = ['libs/domain/src/disclosure/around/document-hints.ts'];

interface Pattern {
  readonly path: string;
  readonly regex: RegExp;
}

const sources = filesLike(/^(apps\/api\/src|libs\/(contracts|domain)\/src)\/.*\.ts$/).filter(
  (path) => !/spec\.ts$/.test(path),
);
const patterns: readonly Pattern[] = sources.flatMap((path) => {
  const found: Pattern[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const [, body = '', flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(node.text) ?? [];
      found.push({ path, regex: new RegExp(body, flags.replace(/[gy]/g, '')) });
    }
    node.forEachChild(visit);
  };
  visit(ts.createSourceFile(path, textOf(path), ts.ScriptTarget.Latest));
  return found;
});

/** Pieces out of which near misses are made: usual letters, and what the pattern itself names. */
function piecesOf({ source }: RegExp): string[] {
  const literal = source.replaceAll(/\\[dwsDWSbB]|\\[pP]\{[^}]*\}|\(\?<?[:=!]|[\\^$()[\]{}|*+?]/g, ' ');
  const words = literal.split(/\s+/).filter((word) => word !== '' && word.length < 30);
  return [
    ...new Set([
      'a',
      '0',
      ' ',
      '-',
      '.',
      'a ',
      'a.',
      'a-',
      '0-',
      '\t',
      'é',
      ...words.flatMap((word) => [word, word.charAt(0)]),
    ]),
  ];
}

/** Long texts that nearly fit: one piece again and again, with an end that cannot fit. */
const attacksOn = (regex: RegExp): string[] =>
  piecesOf(regex).flatMap((piece) => {
    const run = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
    return [run, `${run}\u0000`, `a${run}!`];
  });

const held = createContext({});
const match = new Script('regex.test(text)');

/** Milliseconds of the quickest of eight: others may have had the machine. Each ends after four times the limit. */
function quickest(regex: RegExp, text: string): number {
  let best = Number.POSITIVE_INFINITY;
  Object.assign(held, { regex, text });
  for (let at = 0; at < 8 && best > limit; at += 1) {
    const begun = performance.now();
    try {
      match.runInContext(held, { timeout: limit * 4 });
      best = Math.min(best, performance.now() - begun);
    } catch {
      // Too long this time; a pattern that is too slow by itself will be so each time.
    }
  }
  return best;
}

describe('patterns that the server matches against input', () => {
  it('V-6 take no longer than fifty milliseconds for 100,000 letters that nearly fit', () => {
    const slow = patterns.flatMap(({ path, regex }) =>
      attacksOn(regex)
        .map((text) => ({ text, took: quickest(regex, text) }))
        .filter(({ took }) => took > limit)
        .map(
          ({ text, took }) =>
            `${path} ${String(regex)} ${JSON.stringify(text.slice(0, 8))}: ${String(Math.round(took))} ms`,
        ),
    );
    expect(slow).toEqual([]);
    expect(patterns.length).toBeGreaterThan(60);
  }, 120_000);

  it('V-6 are caught when their work grows with the square of the input', () => {
    expect(quickest(/a*b/, 'a'.repeat(length))).toBeGreaterThan(limit);
    expect(quickest(/^(a|aa)+$/, `${'a'.repeat(40)}b`)).toBeGreaterThan(limit);
  });

  it('V-6 are all written in the source: none is made at run time from a text, but where it is reviewed', () => {
    const made = sources.filter((path) => /\bRegExp\(/.test(textOf(path)));
    expect(made).toEqual(REVIEWED);
  });
});
