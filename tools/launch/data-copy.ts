import path from 'node:path';
import { apiOptions } from './api-options.ts';
import { runApiStep } from './api-process.ts';
import { buildWhatChanged } from './build.ts';
import { checkFolderIsWritable } from './checks.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.ts';
import { takeLaunchLock, type LaunchLock } from './launch-lock.ts';
import { LaunchRefusal } from './launch-refusal.ts';
import type { LaunchSettings } from './settings.ts';

export interface DataCopy {
  readonly step: 'backup' | 'restore';
  /** As on the command line; paths are seen from `from`. */
  readonly args: readonly string[];
  readonly root: string;
  readonly from: string;
  readonly settings: LaunchSettings;
  readonly say: (line: string) => void;
}

/** Options whose value is a path. */
const PATHS = new Set(['--to', '--from', '--identity', '--new-identity']);

/**
 * Makes a backup of the data folder, also while Trellis runs on it, or puts one into a data folder on which nothing
 * runs. Returns what the program wrote. Throws `LaunchRefusal`.
 */
export async function copyData(copy: DataCopy): Promise<string> {
  const { step, root, settings, say } = copy;
  checkFolderIsWritable(settings.dataDir, 'TRELLIS_DATA_DIR');
  await buildWhatChanged({ root, say });
  const args = copy.args.map((arg, at, all) =>
    PATHS.has(all[at - 1] ?? '') ? path.resolve(copy.from, arg) : arg,
  );
  const keyFile = settings.masterKeyFile ?? path.join(settings.dataDir, 'master.key');
  if (args[0] === '--new-identity') return runApiStep(step, { root, env: process.env }, undefined, args);
  const lock = await lockUnlessRunning(copy);
  let postgres: EmbeddedPostgres | undefined;
  try {
    if (settings.databaseUrl === undefined)
      postgres = await startEmbeddedPostgres({ dataDir: settings.dataDir, say });
    return await runApiStep(step, apiOptions(root, settings, keyFile, postgres), undefined, args);
  } finally {
    // A database that a running Trellis works on is not ours to stop.
    if (lock !== undefined) await postgres?.stop();
    lock?.release();
  }
}

/** Beside a running Trellis a backup reads its database; nothing is ever put back beside it. */
async function lockUnlessRunning({ step, settings }: DataCopy): Promise<LaunchLock | undefined> {
  try {
    return await takeLaunchLock(settings.dataDir);
  } catch (error) {
    if (step === 'backup' && error instanceof LaunchRefusal) return undefined;
    throw error;
  }
}
