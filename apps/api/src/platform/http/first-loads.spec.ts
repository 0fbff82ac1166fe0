import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { firstLoadsOf } from './first-loads.js';

const statement = (path: string) => ({ path, kind: 'import-statement' });
const outputs = {
  'main-A1b2C3d4.js': { entryPoint: 'apps/homework/src/main.ts', imports: [] },
  'chunk-En000000.js': { entryPoint: 'apps/homework/src/i18n/en.ts', imports: [] },
  'chunk-Es000000.js': { entryPoint: 'apps/homework/src/i18n/es.ts', imports: [] },
  'chunk-Page0000.js': {
    entryPoint: 'apps/homework/src/app/sign-in/sign-in-page.ts',
    imports: [
      statement('main-A1b2C3d4.js'),
      statement('chunk-Part0000.js'),
      { path: 'chunk-Later000.js', kind: 'dynamic-import' },
    ],
  },
  'chunk-Part0000.js': { imports: [] },
  'chunk-Later000.js': { imports: [] },
};
const PAGE = '<script src="/main-A1b2C3d4.js" type="module"></script>';

describe('what a browser is told to load at once', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'trellis-first-loads-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const named = (header: string | undefined): string[] =>
    [...firstLoadsOf(folder, PAGE)(header).matchAll(/href="\/chunk-(\w+?)0*\.js"/g)].map(
      ([, name]) => name ?? '',
    );

  it.each([
    ['es-MX,es;q=0.9,en;q=0.5', 'Es'],
    ['fr, ES;q=0.8', 'Es'],
    ['en-US', 'En'],
    ['de', 'En'],
    [undefined, 'En'],
  ])('is the first page with its parts, and for %s the words of one language', (header, words) => {
    writeFileSync(join(folder, 'browser-stats.json'), JSON.stringify({ outputs }));
    expect(named(header).sort()).toEqual([words, 'Page', 'Part'].sort());
  });

  it('is nothing where the build has written nothing down', () => {
    expect(firstLoadsOf(folder, PAGE)('en')).toBe('');
  });
});
