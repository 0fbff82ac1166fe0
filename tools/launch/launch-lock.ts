import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { LaunchRefusal, systemCode } from './launch-refusal.ts';
import { isStillRunning, ownIdentity, readProcess, type ProcessIdentity } from './process-identity.ts';
import { waitUntil } from './wait.ts';

/** What the lock file of a data folder says about the start that holds it. */
interface LockContent {
  readonly holder: ProcessIdentity;
  /** The API process of that start: it can outlive a start that was killed. */
  readonly api?: ProcessIdentity;
  /** True from the moment the holder began to stop. */
  readonly stopping?: boolean;
}

export interface LaunchLock {
  /** Writes down the API process, so that a later start can end it when this one was killed. */
  noteApi(pid: number): void;
  /** Writes down that this start is ending, so that one begun meanwhile waits instead of refusing. */
  noteStopping(): void;
  /** Frees the data folder. May be called twice. */
  release(): void;
}

const STOPPING_LIMIT_MS = 45_000;
/** How long a start that was begun in the moment the last one ends watches for that end. */
const NOTICE_LIMIT_MS = 1_500;
const LEFTOVER_API_LIMIT_MS = 5_000;

/**
 * Takes the data folder for this process, so that two starts never run on the same data. A lock whose process
 * is gone (also when another process got its number) is taken over, and the API that the dead start left is
 * ended. Throws `LaunchRefusal` while another start holds it.
 */
export async function takeLaunchLock(dataDir: string): Promise<LaunchLock> {
  const file = path.join(dataDir, 'start.lock');
  let content: LockContent = { holder: ownIdentity() };
  await waitUntil(() => !isHeld(readLock(file)), NOTICE_LIMIT_MS);
  if (readLock(file)?.stopping === true) await waitUntil(() => !isHeld(readLock(file)), STOPPING_LIMIT_MS);
  while (!tryToCreate(file, content)) await takeOver(file, dataDir);
  return {
    noteApi(pid) {
      const api = readProcess(pid);
      if (api !== undefined) content = { ...content, api: { pid, started: api.started } };
      replaceLock(file, content);
    },
    noteStopping() {
      content = { ...content, stopping: true };
      replaceLock(file, content);
    },
    release() {
      if (readLock(file)?.holder.started === content.holder.started) rmSync(file, { force: true });
    },
  };
}

function isHeld(lock: LockContent | undefined): boolean {
  return lock !== undefined && isStillRunning(lock.holder);
}

function readLock(file: string): LockContent | undefined {
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isLockContent(content) ? content : undefined;
  } catch {
    return undefined;
  }
}

function isLockContent(value: unknown): value is LockContent {
  return typeof value === 'object' && value !== null && 'holder' in value && isIdentity(value.holder);
}

function isIdentity(value: unknown): value is ProcessIdentity {
  if (typeof value !== 'object' || value === null) return false;
  return 'pid' in value && typeof value.pid === 'number' && 'started' in value;
}

// The file appears with its content or not at all: nobody ever reads half a lock.
function tryToCreate(file: string, content: LockContent): boolean {
  const draft = writeDraft(file, content);
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function replaceLock(file: string, content: LockContent): void {
  renameSync(writeDraft(file, content), file);
}

function writeDraft(file: string, content: LockContent): string {
  const draft = `${file}.${String(process.pid)}`;
  writeFileSync(draft, JSON.stringify(content), { mode: 0o600 });
  return draft;
}

async function takeOver(file: string, dataDir: string): Promise<void> {
  const found = readLock(file);
  if (found !== undefined && isStillRunning(found.holder)) {
    throw new LaunchRefusal(
      `Trellis is already running on ${dataDir} (process ${String(found.holder.pid)}): stop it there, ` +
        'or set TRELLIS_DATA_DIR to another folder.',
    );
  }
  const aside = `${file}.stale.${String(process.pid)}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return;
    throw error;
  }
  putBackWhenItWasFresh(file, aside);
  if (found?.api !== undefined) await endLeftover(found.api);
}

// Two starts can find the same stale lock; the slower one may have moved the fresh lock of the faster one.
function putBackWhenItWasFresh(file: string, aside: string): void {
  if (isHeld(readLock(aside))) renameSync(aside, file);
  else rmSync(aside, { force: true });
}

async function endLeftover(api: ProcessIdentity): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    if (!isStillRunning(api)) return;
    process.kill(api.pid, signal);
    await waitUntil(() => !isStillRunning(api), LEFTOVER_API_LIMIT_MS);
  }
}
