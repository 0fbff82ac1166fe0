import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { checkMasterKey, ensureMasterKey } from './master-key.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'trellis-key-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the master key', () => {
  it('is 32 bytes that only the owner may read, and stays the same', () => {
    const file = ensureMasterKey(folder);
    const first = readFileSync(file, 'utf8');
    expect(Buffer.from(first, 'base64')).toHaveLength(32);
    expect(statSync(file).mode & 0o777).toBe(0o400);
    expect(ensureMasterKey(folder)).toBe(file);
    expect(readFileSync(file, 'utf8')).toBe(first);
    expect(readdirSync(folder)).toEqual(['master.key']);
  });

  it('is never replaced when the file there is damaged', () => {
    const file = path.join(folder, 'master.key');
    writeFileSync(file, 'short');
    expect(() => ensureMasterKey(folder)).toThrow(`${file} does not hold 32 bytes written as base64.`);
    expect(readFileSync(file, 'utf8')).toBe('short');
  });

  it('has to exist when its file is named from outside', () => {
    expect(() => {
      checkMasterKey(path.join(folder, 'absent'));
    }).toThrow(/cannot be read \(ENOENT\)\.$/);
  });

  it('may be several with their ids, as they stand after a change of keys', () => {
    const file = path.join(folder, 'master.key');
    const key = Buffer.alloc(32, 1).toString('base64');
    const id = '00000000-0000-4000-8000-000000000001';
    writeFileSync(
      file,
      `# a remark\nmaster ${id} ${key}\nmaster ${id.replace('1', '2')} ${key}\npurposes ${key}\n`,
    );
    expect(() => {
      checkMasterKey(file);
    }).not.toThrow();
    writeFileSync(file, `master ${id} ${key}\n`);
    expect(() => {
      checkMasterKey(file);
    }).toThrow('does not hold 32 bytes');
  });
});
