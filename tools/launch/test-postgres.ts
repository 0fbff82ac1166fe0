import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { isStillRunning, ownIdentity, processesIn, type ProcessIdentity } from './process-identity.ts';
import { waitUntil } from './wait.ts';

const PREFIX = 'trellis-test-postgres-';

export interface TestPostgres {
  /** Address of the database `postgres` for the superuser; specs make databases of their own from it. */
  readonly superuserUrl: string;
  /** Stops the server and removes everything it wrote. */
  stop(): Promise<void>;
}

/**
 * Starts one throwaway Postgres for a test run in the system's temporary folder, after removing those of
 * earlier runs that were killed before they could clean up.
 */
export async function startTestPostgres(): Promise<TestPostgres> {
  await sweepAbandoned();
  const dataDir = mkdtempSync(path.join(os.tmpdir(), PREFIX));
  writeFileSync(path.join(dataDir, 'owner.json'), JSON.stringify(ownIdentity()));
  const server = await startEmbeddedPostgres({ dataDir, durable: false });
  return {
    superuserUrl: server.superuserUrl,
    async stop() {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function sweepAbandoned(): Promise<void> {
  const folders = readdirSync(os.tmpdir()).filter((name) => name.startsWith(PREFIX));
  for (const name of folders) {
    const folder = path.join(os.tmpdir(), name);
    const owner = readOwner(folder);
    if (owner === undefined || isStillRunning(owner)) continue;
    await endServerOf(path.join(folder, 'postgres', 'data'));
    rmSync(folder, { recursive: true, force: true });
  }
}

function readOwner(folder: string): ProcessIdentity | undefined {
  try {
    const content: unknown = JSON.parse(readFileSync(path.join(folder, 'owner.json'), 'utf8'));
    if (typeof content !== 'object' || content === null || !('pid' in content) || !('started' in content))
      return undefined;
    return typeof content.pid === 'number' && typeof content.started === 'string'
      ? { pid: content.pid, started: content.started }
      : undefined;
  } catch {
    return undefined;
  }
}

// Its data is worthless, so there is no need for an orderly stop.
async function endServerOf(data: string): Promise<void> {
  for (const pid of processesIn(data)) {
    try {
      process.kill(pid, 'SIGQUIT');
    } catch {
      // It ended by itself in the meantime, or belongs to another user, who cleans up after himself.
    }
  }
  await waitUntil(() => processesIn(data).length === 0, 5_000);
}
