import path from 'node:path';
import { apiOptions } from './api-options.ts';
import {
  get,
  runApiStep,
  startApi,
  waitUntilReady,
  type ApiOptions,
  type ApiProcess,
} from './api-process.ts';
import { buildWhatChanged } from './build.ts';
import { checkFolderIsWritable, checkFreeSpace, checkPortIsFree } from './checks.ts';
import { parseDemoSignIns, parseLastLine, type DemoSignIns } from './demo-sign-ins.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.ts';
import { takeLaunchLock } from './launch-lock.ts';
import { LaunchRefusal, StopRequested } from './launch-refusal.ts';
import { checkMasterKey, ensureMasterKey } from './master-key.ts';
import { checkOutsideDatabase } from './outside-database.ts';
import { watchPostgres } from './postgres-watch.ts';
import { readyBlock } from './ready-block.ts';
import type { LaunchSettings } from './settings.ts';
import { fired } from './stop-request.ts';

export interface Launch {
  readonly root: string;
  readonly settings: LaunchSettings;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/**
 * Brings everything up, serves until `signal` fires, and takes everything down again in the opposite order,
 * whatever happened. Throws `LaunchRefusal` when something cannot come up or the API ends by itself.
 */
export async function launch(run: Launch): Promise<void> {
  const { settings, signal } = run;
  checkFolderIsWritable(settings.dataDir, 'TRELLIS_DATA_DIR');
  const lock = await takeLaunchLock(settings.dataDir);
  void fired(signal).then(lock.noteStopping.bind(lock));
  try {
    checkFreeSpace(settings.dataDir);
    await checkPortIsFree(settings.port, 'portal', 'set PORT to another number');
    await checkPortIsFree(settings.homePort, 'homework app, PORT + 1', 'set PORT to another number');
    await buildWhatChanged({ root: run.root, say: run.say, signal });
    const masterKeyFile = prepareMasterKey(settings);
    const postgres = await bringUpDatabase(run);
    try {
      await serve(
        run,
        apiOptions(run.root, settings, masterKeyFile, postgres),
        postgres,
        lock.noteApi.bind(lock),
      );
    } finally {
      await postgres?.stop();
    }
  } finally {
    lock.release();
  }
}

async function bringUpDatabase(run: Launch): Promise<EmbeddedPostgres | undefined> {
  throwIfStopped(run.signal);
  if (run.settings.databaseUrl !== undefined) {
    await checkOutsideDatabase(run.settings.databaseUrl);
    return undefined;
  }
  run.say('Starting the database …');
  return startEmbeddedPostgres({ dataDir: run.settings.dataDir, say: run.say });
}

function prepareMasterKey(settings: LaunchSettings): string {
  if (settings.masterKeyFile === undefined) return ensureMasterKey(settings.dataDir);
  checkMasterKey(settings.masterKeyFile);
  return settings.masterKeyFile;
}

async function serve(
  run: Launch,
  options: ApiOptions,
  postgres: EmbeddedPostgres | undefined,
  noteApi: (pid: number) => void,
): Promise<void> {
  const { signal, settings, say } = run;
  say('Bringing the tables up to date …');
  await runApiStep('migrate', options, signal);
  let seeded = '';
  if (settings.mode === 'demo') {
    say('Looking after the demo clinic …');
    seeded = await runApiStep('seed', options, signal);
  }
  throwIfStopped(signal);
  say('Starting the server …');
  const api = startApi(options);
  noteApi(api.pid);
  const watch = postgres === undefined ? undefined : watchPostgres(postgres, say);
  try {
    await waitUntilReady(settings.port, api, options.logFile, signal);
    say(await describe(settings, options, seeded));
    await endOf(api, signal, options.logFile, watch?.failed);
  } finally {
    await watch?.stop();
    if (signal.aborted) say('\nStopping …');
    await api.stop();
  }
}

async function describe(settings: LaunchSettings, options: ApiOptions, seeded: string): Promise<string> {
  return readyBlock({
    port: settings.port,
    homePort: settings.homePort,
    outbox: path.join(settings.dataDir, 'outbox'),
    logFile: options.logFile,
    signIns: settings.mode === 'demo' ? await demoSignIns(settings.port, seeded) : undefined,
    mailIsSent: (process.env.SMTP_URL ?? '') !== '',
  });
}

// The running API knows the second-factor code of this moment; the seed's is as old as the seed.
async function demoSignIns(port: number, seeded: string): Promise<DemoSignIns | undefined> {
  const answer = await get(port, '/api/clinic/demo');
  const current = answer?.status === 200 ? parseDemoSignIns(answer.body) : undefined;
  return current ?? parseLastLine(seeded);
}

async function endOf(
  api: ApiProcess,
  signal: AbortSignal,
  logFile: string,
  postgresFailed: Promise<Error> | undefined,
): Promise<void> {
  const stopped = fired(signal).then(() => undefined);
  const how = await Promise.race([
    stopped,
    api.ended,
    ...(postgresFailed === undefined ? [] : [postgresFailed]),
  ]);
  if (how instanceof Error) throw how;
  if (how === undefined || signal.aborted) return;
  throw new LaunchRefusal(`The API ended by itself (${how}); what it wrote last is in ${logFile}.`);
}

function throwIfStopped(signal: AbortSignal): void {
  if (signal.aborted) throw new StopRequested();
}
