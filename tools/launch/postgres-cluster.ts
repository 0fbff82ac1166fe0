import {
  appendFileSync,
  chownSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { LaunchRefusal } from './launch-refusal.ts';
import { postgresTool } from './postgres-binaries.ts';
import type { PostgresPlace } from './postgres-place.ts';
import { runCommand, type CommandResult } from './run-command.ts';

export const SUPERUSER = 'postgres';
const MAJOR_VERSION = '18';
const SETTINGS_FILE = 'trellis.conf';

// What the server may write to its log. A statement, a parameter or the detail of an error can carry what a
// client wrote, so none of them ever reaches the file; LOG, FATAL and PANIC lines remain.
const QUIET_LOG = {
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_autovacuum_min_duration: '-1',
  log_lock_waits: 'off',
} as const;

const LOCAL_ONLY = { listen_addresses: '127.0.0.1', unix_socket_directories: '' } as const;

const DURABLE = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' } as const;

/** For tests alone: fast, and worthless after a power cut. A killed server still keeps what was committed. */
const THROWAWAY = {
  fsync: 'off',
  synchronous_commit: 'on',
  full_page_writes: 'off',
  max_connections: '200',
  // One transaction of the walls' spec asks every table in everybody's name, and keeps the locks of each try.
  max_locks_per_transaction: '512',
} as const;

/** Runs one Postgres program as the account of the place, with nothing of this process's environment. */
export function runTool(
  place: PostgresPlace,
  tool: 'initdb' | 'pg_ctl',
  args: readonly string[],
  stdio: 'pipe' | 'ignore' = 'pipe',
): Promise<CommandResult> {
  return runCommand(postgresTool(place.binaries, tool), args, {
    ...place.account,
    cwd: place.folder,
    env: { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C' },
    stdio: ['ignore', stdio, stdio],
  });
}

/**
 * Makes the cluster when there is none: in a folder of another name, moved into place when complete, so that a
 * start that was cut short leaves nothing half-made. Throws `LaunchRefusal` with the reason when it fails.
 */
export async function ensureCluster(place: PostgresPlace, password: string, durable: boolean): Promise<void> {
  if (existsSync(path.join(place.data, 'PG_VERSION'))) {
    checkMajorVersion(place.data);
    return;
  }
  // Never deleted: whoever put it there may want to look at it.
  if (existsSync(place.data)) renameSync(place.data, `${place.data}.incomplete-${String(Date.now())}`);
  const draft = `${place.data}.draft`;
  rmSync(draft, { recursive: true, force: true });
  const passwordFile = writeFor(place, 'superuser.draft', password);
  const result = await runTool(place, 'initdb', initArguments(draft, passwordFile, durable));
  rmSync(passwordFile, { force: true });
  if (result.code !== 0) throw new LaunchRefusal(failureSentence('be created', place, result.stderr));
  appendFileSync(path.join(draft, 'postgresql.conf'), `\ninclude '${SETTINGS_FILE}'\n`);
  writeSettings(place, draft, 5432, durable);
  renameSync(draft, place.data);
}

function initArguments(folder: string, passwordFile: string, durable: boolean): readonly string[] {
  return [
    ...['-D', folder, '-U', SUPERUSER, '--pwfile', passwordFile, '-A', 'scram-sha-256', '--data-checksums'],
    ...['-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    ...(durable ? [] : ['--no-sync']),
  ];
}

function checkMajorVersion(data: string): void {
  const found = readFileSync(path.join(data, 'PG_VERSION'), 'utf8').trim();
  if (found === MAJOR_VERSION) return;
  throw new LaunchRefusal(
    `The database in ${data} was made by Postgres ${found}, but this version of Trellis brings ${MAJOR_VERSION}.`,
  );
}

/** Writes the settings of the next start into the cluster folder `data`. */
export function writeSettings(place: PostgresPlace, data: string, port: number, durable: boolean): void {
  const settings = { ...LOCAL_ONLY, ...QUIET_LOG, ...(durable ? DURABLE : THROWAWAY), port: String(port) };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'\n`);
  const file = path.join(data, SETTINGS_FILE);
  writeFileSync(file, lines.join(''), { mode: 0o600 });
  if (place.account !== undefined) chownSync(file, place.account.uid, place.account.gid);
}

function writeFor(place: PostgresPlace, name: string, content: string): string {
  const file = path.join(place.folder, name);
  rmSync(file, { force: true });
  writeFileSync(file, `${content}\n`, { mode: 0o600 });
  if (place.account !== undefined) chownSync(file, place.account.uid, place.account.gid);
  return file;
}

/** One sentence for why the database could not `done` ("start", "be created"), from what Postgres wrote. */
export function failureSentence(done: string, place: PostgresPlace, written: string): string {
  const start = `The database in ${place.folder} could not ${done}`;
  if (/no space left|disk quota exceeded/i.test(written)) return `${start}: its disk is full.`;
  if (/permission denied|operation not permitted/i.test(written)) {
    return `${start}: its user may not read or write there; give it the right, or set TRELLIS_DATA_DIR.`;
  }
  const last = written
    .split('\n')
    .filter((line) => line.trim() !== '')
    .at(-1);
  return `${start}: ${last ?? 'Postgres gave no reason'}`;
}
