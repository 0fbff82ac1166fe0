import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { checkFolderIsWritable, checkFreeSpace, checkPortIsFree } from './checks.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'trellis-checks-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function listening(host: string): Promise<{ port: number; close: () => Promise<void> }> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => {
        resolve();
      });
    });
  return { port, close };
}

describe('checks before the start', () => {
  it.each(['127.0.0.1', '0.0.0.0'])('says which port is taken on %s and how to change it', async (host) => {
    const taken = await listening(host);
    await expect(checkPortIsFree(taken.port, 'portal', 'set PORT to another number')).rejects.toThrow(
      `Port ${String(taken.port)} (portal) is taken by another program: end it, or set PORT to another number.`,
    );
    await taken.close();
    await expect(checkPortIsFree(taken.port, 'portal', 'set PORT')).resolves.toBeUndefined();
  });

  it('makes a missing data folder and leaves no probe in it', () => {
    const missing = path.join(folder, 'a', 'b');
    checkFolderIsWritable(missing, 'TRELLIS_DATA_DIR');
    expect(existsSync(missing)).toBe(true);
    expect(existsSync(path.join(missing, `.write-probe-${String(process.pid)}`))).toBe(false);
  });

  it('says so when a file stands where the data folder should be', () => {
    const file = path.join(folder, 'file');
    writeFileSync(file, '');
    expect(() => {
      checkFolderIsWritable(file, 'TRELLIS_DATA_DIR');
    }).toThrow(
      `${file} is a file where a folder is needed: move it, or set TRELLIS_DATA_DIR to another folder.`,
    );
  });

  it('says how much space is left and how much is needed', () => {
    expect(() => {
      checkFreeSpace(folder, 1e15);
    }).toThrow(/has \d+ MB free, but the start needs 1000000000000000 MB\.$/);
    checkFreeSpace(folder, 0);
    expect(existsSync(folder)).toBe(true);
  });
});
