import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');
const PLACES = ['apps', 'libs', 'migrations', 'tools'];
const SKIPPED = new Set([
  'node_modules',
  'dist',
  '.angular',
  'coverage',
  'test-results',
  'playwright-report',
]);

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? walk(path) : [path];
  });
}

const everyFile = PLACES.flatMap((place) => walk(join(ROOT, place))).map((path) =>
  relative(ROOT, path).split(sep).join('/'),
);

/** Paths from the root, with forward slashes, of all own files that fit a pattern. */
export function filesLike(pattern: RegExp): string[] {
  return everyFile.filter((path) => pattern.test(path)).sort();
}

/** @returns the text of a file named by its path from the root */
export function textOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** @returns lines of a file; a last line break does not begin another line */
export function lineCount(path: string): number {
  return textOf(path).replace(/\n$/, '').split('\n').length;
}
