import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { groupSpecs, writeGroups } from './spec-groups.ts';

const usual = `describe('one', () => {\n  beforeAll(async () => {\n    app = await testApp();\n  });\n});\n`;
const file = (path: string, text = usual): { path: string; text: string } => ({ path, text });

describe('spec files that share a process', () => {
  it('are those that start the server inside of a describe', () => {
    expect(groupSpecs([file('a.e2e-spec.ts'), file('b.int-spec.ts')])).toEqual({
      alone: [],
      groups: [['a.e2e-spec.ts', 'b.int-spec.ts']],
    });
  });

  it.each([
    ['is a unit test', 'a.spec.ts', usual],
    ['starts no server', 'a.e2e-spec.ts', `describe('one', () => {});`],
    ['has a hook for the whole file', 'a.e2e-spec.ts', `beforeAll(async () => {});\n${usual}`],
    ['keeps something between its tests', 'a.e2e-spec.ts', `let app: TestApp;\n${usual}`],
    [
      'keeps a snapshot',
      'a.e2e-spec.ts',
      usual.replace('});\n});', '});\n  expect(1).toMatchSnapshot();\n});'),
    ],
    ['reads the environment', 'a.e2e-spec.ts', `const all = process.env['ALL'];\n${usual}`],
    ['replaces a part of the server', 'a.e2e-spec.ts', `jest.spyOn(a, 'b');\n${usual}`],
    ['listens to the log', 'a.e2e-spec.ts', `const log = new LogLines();\n${usual}`],
  ])('are not one that %s', (_, path, text) => {
    expect(groupSpecs([file(path, text)])).toEqual({ alone: [path], groups: [] });
  });

  it('are spread over as few groups of at most ten as they need, neighbours apart', () => {
    const paths = Array.from({ length: 21 }, (_, at) => `${String.fromCodePoint(97 + at)}.e2e-spec.ts`);
    const { groups } = groupSpecs(paths.map((path) => file(path)));
    expect(groups.map(({ length }) => length)).toEqual([7, 7, 7]);
    expect(groups[0]?.slice(0, 2)).toEqual(['a.e2e-spec.ts', 'd.e2e-spec.ts']);
    expect(groups.flat().sort()).toEqual(paths);
  });

  describe('on disk', () => {
    const folder = mkdtempSync(join(os.tmpdir(), 'trellis-groups-'));
    beforeAll(() => {
      mkdirSync(join(folder, 'api/test'), { recursive: true });
      writeFileSync(join(folder, 'api/test/a.e2e-spec.ts'), usual);
      writeFileSync(join(folder, 'api/b.spec.ts'), `describe('b', () => {});`);
      writeFileSync(join(folder, 'api/c.ts'), usual);
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    it('are loaded by a file of their group, and every spec is run once', () => {
      const groups = join(folder, 'groups');
      expect(writeGroups(join(folder, 'api'), groups)).toEqual([
        join(folder, 'api/b.spec.ts'),
        join(groups, 'group-1.e2e-spec.ts'),
      ]);
      expect(readFileSync(join(groups, 'group-1.e2e-spec.ts'), 'utf8')).toBe(
        `await import('../api/test/a.e2e-spec.ts');\n`,
      );
    });
  });
});
