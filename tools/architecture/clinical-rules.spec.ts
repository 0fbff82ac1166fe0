import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { filesLike, ROOT, textOf } from './source-files.ts';

const PAGES = join(ROOT, 'docs/clinical-rules');
const RULE = /\b(?:ACCESS|ALERT|APPT|FTD|GATE|HW|INST|LIB|NOTE|PRED|REMIND|REPORT|SAFETY|STAGE)-\d{2}\b/g;

interface RuleRow {
  readonly page: string;
  readonly id: string;
  readonly cells: readonly string[];
}

const rows: readonly RuleRow[] = readdirSync(PAGES).flatMap((page) =>
  textOf(`docs/clinical-rules/${page}`)
    .split('\n')
    .flatMap((line): RuleRow[] => {
      const id = /^\| \*\*([A-Z]+-\d{2})\*\* \|/.exec(line)?.[1];
      if (id === undefined) return [];
      const cells = line.split(/(?<!\\)\|/).slice(2, -1);
      return [{ page, id, cells: cells.map((cell) => cell.trim()) }];
    }),
);

const sources = filesLike(/^libs\/domain\/src\/.*\.ts$/).filter((path) => !path.endsWith('.spec.ts'));
const citing = new Map(sources.map((path) => [path, new Set(textOf(path).match(RULE) ?? [])]));

/** Files named in the last cell of a row. */
const filesOf = ({ cells }: RuleRow): string[] =>
  [...(cells.at(-1) ?? '').matchAll(/`([^`]+)`/g)].flatMap((match) => match[1] ?? []);

describe('docs/clinical-rules', () => {
  it('has each rule once, with sentence, default, range, source and file', () => {
    const ids = rows.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(100);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const thin = rows.filter(({ cells }) => cells.length !== 5 || cells.some((cell) => cell === ''));
    expect(thin.map(({ id }) => id)).toEqual([]);
  });

  it('has a paragraph for every rule that the code cites', () => {
    const known = new Set(rows.map(({ id }) => id));
    const cited = [...citing].flatMap(([path, ids]) => [...ids].map((id) => ({ path, id })));
    expect(cited.length).toBeGreaterThan(100);
    expect(cited.filter(({ id }) => !known.has(id))).toEqual([]);
  });

  it('names for every rule a file that exists and cites it', () => {
    const faults = rows.flatMap((row) => {
      const files = filesOf(row);
      if (files.length === 0) return [`${row.page} ${row.id} names no file`];
      return files.flatMap((file) => {
        if (!existsSync(join(ROOT, file))) return [`${row.page} ${row.id}: ${file} does not exist`];
        const ids = citing.get(file) ?? new Set(textOf(file).match(RULE) ?? []);
        return ids.has(row.id) ? [] : [`${row.page} ${row.id}: ${file} does not cite it`];
      });
    });
    expect(faults).toEqual([]);
  });
});
