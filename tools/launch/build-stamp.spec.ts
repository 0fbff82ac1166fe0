import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { hashSources, isBuilt, removeStamp, writeStamp, type BuildTarget } from './build-stamp.ts';

const target: BuildTarget = {
  name: 'thing',
  sources: ['src', 'lock.json', 'absent'],
  result: 'dist/thing/main.js',
};
let root = '';

const put = (name: string, content: string): void => {
  mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
  writeFileSync(path.join(root, name), content);
};
const hash = (): string => hashSources(root, target);

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'trellis-stamp-'));
  put('src/a.ts', 'a');
  put('src/deep/b.ts', 'b');
  put('lock.json', '{}');
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

describe('the stamp of a build', () => {
  it('is the same for the same sources and changes with content, name and the lock', () => {
    const first = hash();
    expect(hash()).toBe(first);
    put('src/deep/b.ts', 'B');
    const changed = hash();
    renameSync(path.join(root, 'src/a.ts'), path.join(root, 'src/c.ts'));
    const renamed = hash();
    put('lock.json', '{"x":1}');
    expect(new Set([first, changed, renamed, hash()]).size).toBe(4);
  });

  it('does not change with tests, texts for readers and packages', () => {
    const first = hash();
    put('src/a.spec.ts', 'test');
    put('src/test/setup.ts', 'test');
    put('src/README.md', 'text');
    put('src/node_modules/x/index.js', 'package');
    expect(hash()).toBe(first);
  });

  it('counts only while the result is there and the sources are those of the build', () => {
    writeStamp(root, target, hash());
    expect(isBuilt(root, target, hash())).toBe(false);
    put(target.result, 'built');
    expect(isBuilt(root, target, hash())).toBe(true);
    put('src/a.ts', 'changed');
    expect(isBuilt(root, target, hash())).toBe(false);
  });

  it('is forgotten before a build, so that one cut short never counts', () => {
    put(target.result, 'built');
    writeStamp(root, target, hash());
    removeStamp(root, target);
    expect(isBuilt(root, target, hash())).toBe(false);
  });
});
