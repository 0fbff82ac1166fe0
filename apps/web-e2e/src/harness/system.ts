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
import { writeAddress } from './address.ts';
import { isHeldDown } from './kill.ts';

const ROOT = path.join(import.meta.dirname, '../../../..');
const BUILT = [
  'dist/api/apps/api/src/main.js',
  'dist/portal/browser/index.html',
  'dist/homework/browser/index.html',
];
const OWNER_PASSWORD = 'journeys';
const HELD_DOWN_LIMIT_MS = 60_000;

/** Stops everything and removes what it wrote. */
export type StopSystem = () => Promise<void>;

/**
 * Starts the built product as `npm start` does, with a throwaway Postgres and the demo clinic, on free ports. The
 * API is started again whenever it ends, as a supervisor would, until the system is stopped.
 * @throws Error when something is not built or does not come up, with the end of the log.
 */
export async function startSystem(): Promise<StopSystem> {
  const missing = BUILT.filter((file) => !existsSync(path.join(ROOT, file)));
  if (missing.length > 0) throw new Error(`Build first; missing: ${missing.join(', ')}`);
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'trellis-journeys-'));
  const postgres = await startTestPostgres();
  const port = await freePortPair();
  await ensureOwner(postgres.superuserUrl, OWNER_PASSWORD);
  const options = apiOptions(dataDir, port, new URL(postgres.superuserUrl).port);
  let stopApi: StopSystem | undefined;
  const stop = async (): Promise<void> => {
    await stopApi?.();
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await runApiStep('migrate', options);
    await runApiStep('seed', options);
    stopApi = await superviseApi(options, port);
    return stop;
  } catch (error) {
    const log = existsSync(options.logFile) ? lastLines(options.logFile, 12) : '';
    await stop();
    throw new Error(`The system did not come up: ${String(error)}\n${log}`, { cause: error });
  }
}

function apiOptions(dataDir: string, port: number, postgresPort: string): ApiOptions {
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl(OWNER_ROLE, OWNER_PASSWORD, Number(postgresPort), DATABASE),
    TRELLIS_MODE: 'demo',
    TRELLIS_DATA_DIR: dataDir,
    TRELLIS_MASTER_KEY_FILE: ensureMasterKey(dataDir),
    TRELLIS_HOSTED_WORKER: '1',
    PORT: String(port),
  };
  return { root: ROOT, env, logFile: path.join(dataDir, 'api.log') };
}

async function superviseApi(options: ApiOptions, port: number): Promise<StopSystem> {
  const state = { stopping: false };
  let api: ApiProcess = begin();
  await waitUntilReady(port, api, options.logFile, AbortSignal.timeout(90_000));
  return async () => {
    state.stopping = true;
    await api.stop();
  };

  function begin(): ApiProcess {
    const begun = startApi(options);
    writeAddress({ pid: begun.pid, port, logFile: options.logFile });
    void begun.ended.then(async (how) => {
      await waitUntil(() => state.stopping || !isHeldDown(), HELD_DOWN_LIMIT_MS);
      if (state.stopping) return;
      writeFileSync(options.logFile, `ended (${how}), started again\n`, { flag: 'a' });
      api = begin();
    });
    return begun;
  }
}
