import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { codeMutants } from './code-mutants.mjs';

const ROOT = path.join(import.meta.dirname, '../..');

/** How often the line of a mutant stands in its file. */
function timesIn({ file, from }: (typeof codeMutants)[number]): number {
  const place = file.startsWith('libs/') ? file : path.join('apps/api/src', file);
  return readFileSync(path.join(ROOT, place), 'utf8').split(from).length - 1;
}

describe('the lines of the server that a proof weakens', () => {
  it.each(codeMutants.map((mutant) => [mutant.name, mutant] as const))('%s: is one line', (_name, mutant) => {
    expect(timesIn(mutant)).toBe(1);
  });
});
