import { describe, expect, it } from '@jest/globals';
import { filesLike, lineCount, textOf } from './source-files.ts';

const SPEC = /\.(spec|int-spec|e2e-spec)\.ts$/;
const isTest = (path: string): boolean => SPEC.test(path) || /^apps\/(api\/test|web-e2e)\//.test(path);
const longerThan = (limit: number, paths: readonly string[]): string[] =>
  paths.filter((path) => lineCount(path) > limit).map((path) => `${path}: ${lineCount(path)}`);

const code = filesLike(/\.(ts|mjs|cjs)$/);
const source = code.filter((path) => !isTest(path));
const templates = filesLike(/\.html$/);

describe('file budgets', () => {
  it('source files have at most 300 lines', () => {
    expect(source.length).toBeGreaterThan(0);
    expect(longerThan(300, source)).toEqual([]);
  });

  it('style sheets have at most 300 lines', () => {
    expect(longerThan(300, filesLike(/\.(css|scss)$/))).toEqual([]);
  });

  it('test files have at most 400 lines', () => {
    expect(longerThan(400, code.filter(isTest))).toEqual([]);
  });

  it('templates have at most 150 lines, inline ones too', () => {
    const inline = filesLike(/^(apps\/(portal|homework)|libs\/ui)\/.*\.ts$/).filter((path) => !isTest(path));
    expect(longerThan(150, templates)).toEqual([]);
    expect(inline.filter((path) => longestInlineTemplate(path) > 150)).toEqual([]);
  });

  it('half of the source files have at most 60 lines', () => {
    const sizes = source.map(lineCount).sort((a, b) => a - b);
    const median = sizes[Math.floor(sizes.length / 2)] ?? 0;
    process.stdout.write(`median of ${sizes.length} source files: ${median} lines\n`);
    expect(median).toBeLessThanOrEqual(60);
  });
});

/** @returns lines of the longest `template: \`…\`` in a file, 0 when it has none */
function longestInlineTemplate(path: string): number {
  const templatesIn = textOf(path).matchAll(/\btemplate:\s*`([^`]*)`/g);
  return Math.max(0, ...[...templatesIn].map(([, text]) => (text ?? '').split('\n').length));
}
