import { describe, expect, it } from '@jest/globals';
import { filesLike, textOf } from './source-files.ts';

const tests = filesLike(/\.(spec|int-spec|e2e-spec)\.ts$/);
// Put together from parts, so that this file does not find itself.
const LEFT_OUT = ['only', 'skip', 'todo', 'fixme', 'failing'];
const SKIPPED = new RegExp(`\\b(it|test|describe)\\.(${LEFT_OUT.join('|')})\\b|\\bx(it|test|describe)\\(`);
const TEST = /\b(it|test)(\.each)?[(<[`]/;
const ASSERTION = /\bexpect\b|\bassert\b|\.expect\(/;

describe('the tests themselves', () => {
  it('are all run: none is left out and none runs alone', () => {
    expect(tests.filter((path) => SKIPPED.test(textOf(path)))).toEqual([]);
    for (const word of LEFT_OUT) expect(SKIPPED.test(['it', word].join('.'))).toBe(true);
  });

  it('assert something in each file', () => {
    expect(tests.length).toBeGreaterThan(0);
    expect(tests.filter((path) => !TEST.test(textOf(path)) || !ASSERTION.test(textOf(path)))).toEqual([]);
  });
});
