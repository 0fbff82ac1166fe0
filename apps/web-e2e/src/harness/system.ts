import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { lastLines, runApiStep, startApi, waitUntilReady } from '../../../../tools/launch/api-process.ts';
import type { ApiOptions, ApiProcess } from '../../../../tools/launch/api-process.ts';
import { ensureMasterKey } from '../../../../tools/launch/master-key.ts';
import { DATABASE, OWNER_ROLE, databaseUrl, ensureOwner } from '../../../../tools/launch/postgres-owner.ts';
import { startTestPostgres } from '../../../../tools/launch/test-postgres.ts';
import { waitUntil } from '../../../../tools/launch/wait.ts';
import { freePortPair } from './free-ports.ts';
import { localUrl, writeAddress } from './address.ts';
import { isHeldDown } from './kill.ts';

const ROOT = path.join(import.meta.dirname, '../../../..');
const BUILT = [
  'dist/api/apps/api/src/main.js',
  'dist/portal/browser/index.html',
  'dist/homework/browser/index.html',
];
const OWNER_PASSWORD = 'journeys';
const HELD_DOWN_LIMIT_MS = 60_000;
const READY_LIMIT_MS = 90_000;

/** Stops everything and removes what it wrote. */
export type StopSystem = () => Promise<void>;

/** A server of the built product with a throwaway Postgres of its own. */
export interface Built {
  readonly options: ApiOptions;
  readonly port: number;
  /** Address of its database for the superuser. */
  readonly database: string;
  /** Stops the database and removes what was written; the API is stopped before. */
  remove(): Promise<void>;
}

/**
 * Starts the built product as `npm start` does, with a throwaway Postgres and the demo clinic, on free ports. The
 * API is started again whenever it ends, as a supervisor would, until the system is stopped.
 * @throws Error when something is not built or does not come up, with the end of the log.
 */
export async function startSystem(): Promise<StopSystem> {
  const built = await prepare('demo');
  return whole(built, async () => {
    await runApiStep('seed', built.options);
    return superviseApi(built);
  });
}

/**
 * Starts the built product for real use, without a clinic.
 * @returns its address, the file with what it says, and the way to end it
 */
export async function startEmptyServer(): Promise<{
  readonly portalUrl: string;
  readonly logFile: string;
  readonly stop: StopSystem;
}> {
  const built = await prepare('production');
  const { options, port } = built;
  const stop = await whole(built, async () => {
    const api = startApi(options);
    await waitUntilReady(port, api, options.logFile, AbortSignal.timeout(READY_LIMIT_MS));
    return () => api.stop();
  });
  return { portalUrl: localUrl(port), logFile: options.logFile, stop };
}

/** Prepares a migrated database and the settings. @throws Error when something is not built. */
async function prepare(mode: 'demo' | 'production'): Promise<Built> {
  const missing = BUILT.filter((file) => !existsSync(path.join(ROOT, file)));
  if (missing.length > 0) throw new Error(`Build first; missing: ${missing.join(', ')}`);
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'trellis-journeys-'));
  const postgres = await startTestPostgres();
  const port = await freePortPair();
  await ensureOwner(postgres.superuserUrl, OWNER_PASSWORD);
  const database = new URL(postgres.superuserUrl);
  const options = apiOptions({ mode, dataDir, port, postgresPort: database.port });
  database.pathname = `/${DATABASE}`;
  const remove = async (): Promise<void> => {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { options, port, database: database.href, remove };
}

/** Migrates, starts, and joins both ends: what was begun is taken down, also when the start fails. */
async function whole(built: Built, start: () => Promise<StopSystem>): Promise<StopSystem> {
  try {
    await runApiStep('migrate', built.options);
    const stop = await start();
    return async () => {
      await stop();
      await built.remove();
    };
  } catch (error) {
    const { logFile } = built.options;
    const log = existsSync(logFile) ? lastLines(logFile, 12) : '';
    await built.remove();
    throw new Error(`The system did not come up: ${String(error)}\n${log}`, { cause: error });
  }
}

interface Settings {
  readonly mode: 'demo' | 'production';
  readonly dataDir: string;
  readonly port: number;
  readonly postgresPort: string;
}

function apiOptions({ mode, dataDir, port, postgresPort }: Settings): ApiOptions {
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl(OWNER_ROLE, OWNER_PASSWORD, Number(postgresPort), DATABASE),
    TRELLIS_MODE: mode,
    TRELLIS_PORTAL_URL: localUrl(port),
    TRELLIS_HOMEWORK_URL: localUrl(port + 1),
    TRELLIS_DATA_DIR: dataDir,
    TRELLIS_MASTER_KEY_FILE: ensureMasterKey(dataDir),
    TRELLIS_HOSTED_WORKER: '1',
    PORT: String(port),
  };
  return { root: ROOT, env, logFile: path.join(dataDir, 'api.log') };
}

async function superviseApi({ options, port, database }: Built): Promise<StopSystem> {
  const state = { stopping: false };
  let api: ApiProcess = begin();
  await waitUntilReady(port, api, options.logFile, AbortSignal.timeout(READY_LIMIT_MS));
  return async () => {
    state.stopping = true;
    await api.stop();
  };

  function begin(): ApiProcess {
    const begun = startApi(options);
    writeAddress({ pid: begun.pid, port, logFile: options.logFile, database });
    void begun.ended.then(async (how) => {
      await waitUntil(() => state.stopping || !isHeldDown(), HELD_DOWN_LIMIT_MS);
      if (state.stopping) return;
      writeFileSync(options.logFile, `ended (${how}), started again\n`, { flag: 'a' });
      api = begin();
    });
    return begun;
  }
}
