import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { takeLaunchLock } from './launch-lock.ts';
import { isStillRunning, readProcess, type ProcessIdentity } from './process-identity.ts';
import { waitUntil } from './wait.ts';

let dataDir = '';
let other: ChildProcess;
let running: ProcessIdentity;

const lockFile = (): string => path.join(dataDir, 'start.lock');
const writeLock = (content: unknown): void => {
  writeFileSync(lockFile(), JSON.stringify(content));
};
const holderPid = (): unknown => {
  const content = JSON.parse(readFileSync(lockFile(), 'utf8')) as { holder: ProcessIdentity };
  return content.holder.pid;
};

beforeEach(() => {
  dataDir = mkdtempSync(path.join(os.tmpdir(), 'trellis-lock-'));
  other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'ignore' });
  const found = readProcess(other.pid ?? 0);
  if (found === undefined) throw new Error('the other process did not start');
  running = { pid: found.pid, started: found.started };
});

afterEach(() => {
  other.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

describe('the lock of a data folder', () => {
  it('is refused in one sentence while another start holds it', async () => {
    writeLock({ holder: running });
    await expect(takeLaunchLock(dataDir)).rejects.toThrow(
      `Trellis is already running on ${dataDir} (process ${String(running.pid)})`,
    );
    expect(holderPid()).toBe(running.pid);
  });

  it('is taken over from a process that is gone, and freed in the end', async () => {
    writeLock({ holder: running });
    other.kill('SIGKILL');
    await waitUntil(() => !isStillRunning(running), 5_000);
    const lock = await takeLaunchLock(dataDir);
    expect(holderPid()).toBe(process.pid);
    lock.release();
    lock.release();
    expect(existsSync(lockFile())).toBe(false);
  });

  it('is taken over when another program has got the number of the dead start', async () => {
    writeLock({ holder: { pid: running.pid, started: 'another boot:1' } });
    const lock = await takeLaunchLock(dataDir);
    expect(holderPid()).toBe(process.pid);
    expect(isStillRunning(running)).toBe(true);
    lock.release();
  });

  it('is taken over when the file holds no lock at all', async () => {
    writeFileSync(lockFile(), '{"holder"');
    const lock = await takeLaunchLock(dataDir);
    expect(holderPid()).toBe(process.pid);
    lock.release();
  });

  it('ends the API that a killed start left behind', async () => {
    writeLock({ holder: { pid: 999_999_999, started: 'gone' }, api: running });
    const lock = await takeLaunchLock(dataDir);
    expect(isStillRunning(running)).toBe(false);
    lock.release();
  });

  it('is waited for while the other start is stopping', async () => {
    writeLock({ holder: running, stopping: true });
    setTimeout(() => other.kill('SIGKILL'), 2_000);
    const lock = await takeLaunchLock(dataDir);
    expect(isStillRunning(running)).toBe(false);
    lock.release();
  });

  it('carries the number of the API once it is known', async () => {
    const lock = await takeLaunchLock(dataDir);
    lock.noteApi(running.pid);
    expect(JSON.parse(readFileSync(lockFile(), 'utf8'))).toMatchObject({ api: running });
    lock.release();
  });
});
