import { existsSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { LaunchRefusal } from './launch-refusal.ts';
import { failureSentence, runTool, writeSettings } from './postgres-cluster.ts';
import type { PostgresPlace } from './postgres-place.ts';
import { processesIn, readProcess } from './process-identity.ts';
import { waitUntil } from './wait.ts';

const RECOVERY_LIMIT_MS = 60_000;
const ORPHAN_LIMIT_MS = 10_000;
const LOG_LIMIT_BYTES = 5_000_000;
const START_ATTEMPTS = 3;

/** What the first lines of `postmaster.pid` say about the server of a cluster. */
interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

function readPostmaster(place: PostgresPlace): Postmaster | undefined {
  try {
    const lines = readFileSync(path.join(place.data, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]) };
  } catch {
    return undefined;
  }
}

/** Number of the server process of this cluster, or undefined when none runs. */
export function runningServer(place: PostgresPlace): number | undefined {
  const noted = readPostmaster(place);
  return noted !== undefined && belongsTo(place, noted.pid) ? noted.pid : undefined;
}

// A number in the file can meanwhile belong to any program; ours runs with the cluster folder in its command.
function belongsTo(place: PostgresPlace, pid: number): boolean {
  const found = readProcess(pid);
  return found !== undefined && !found.zombie && `${found.command} `.includes(` -D ${place.data} `);
}

/**
 * Starts the server of an existing cluster, or takes over the one that an earlier, killed start left running.
 * `wanted` is the port to prefer. Returns the port it listens on (127.0.0.1). Throws `LaunchRefusal` with the
 * reason when it does not start.
 */
export async function startServer(
  place: PostgresPlace,
  wanted: number | undefined,
  durable: boolean,
): Promise<number> {
  const survivor = await takeOverSurvivor(place);
  if (survivor !== undefined) return survivor;
  await clearRemains(place);
  const log = path.join(place.folder, 'postgres.log');
  if (existsSync(log) && statSync(log).size > LOG_LIMIT_BYTES) rmSync(log);
  for (let attempt = 1; attempt <= START_ATTEMPTS; attempt += 1) {
    const port = await freePort(attempt === 1 ? wanted : undefined);
    writeSettings(place, place.data, port, durable);
    const before = existsSync(log) ? statSync(log).size : 0;
    // Standard output must be 'ignore': the server would inherit a pipe and hold it open for ever.
    const result = await runTool(
      place,
      'pg_ctl',
      ['-D', place.data, '-w', '-t', '60', '-l', log, 'start'],
      'ignore',
    );
    if (result.code === 0) return port;
    const written = existsSync(log) ? readFileSync(log).subarray(before).toString('utf8') : '';
    const portWasTaken = /could not bind|address already in use/i.test(written);
    if (!portWasTaken) throw new LaunchRefusal(failureSentence('start', place, written));
  }
  throw new LaunchRefusal('The database found no free port on 127.0.0.1 in three attempts.');
}

async function takeOverSurvivor(place: PostgresPlace): Promise<number | undefined> {
  if (runningServer(place) === undefined) return undefined;
  const accepts = async (): Promise<boolean> => canConnect(readPostmaster(place)?.port ?? 0);
  const accepted = await waitUntil(
    async () => runningServer(place) === undefined || (await accepts()),
    RECOVERY_LIMIT_MS,
  );
  if (accepted && runningServer(place) !== undefined) return readPostmaster(place)?.port;
  await runTool(place, 'pg_ctl', ['-D', place.data, '-w', '-m', 'immediate', 'stop']);
  return undefined;
}

// After kill -9 the server's own children need a moment to notice. A pid file that names a zombie or a stranger
// would keep Postgres from starting; it goes only when nothing works in the cluster folder any more.
async function clearRemains(place: PostgresPlace): Promise<void> {
  const folder = realpathSync(place.data);
  if (!(await waitUntil(() => processesIn(folder).length === 0, ORPHAN_LIMIT_MS))) {
    throw new LaunchRefusal(
      `Processes ${processesIn(folder).join(', ')} still work in ${place.data}: end them, then start again.`,
    );
  }
  const noted = readPostmaster(place);
  const misleading =
    noted !== undefined && readProcess(noted.pid) !== undefined && !belongsTo(place, noted.pid);
  if (misleading) rmSync(path.join(place.data, 'postmaster.pid'), { force: true });
}

/** Stops the server: open transactions are rolled back, what was committed is on disk. */
export async function stopServer(place: PostgresPlace): Promise<void> {
  if (runningServer(place) === undefined) return;
  const stopWith = (mode: string): ReturnType<typeof runTool> =>
    runTool(place, 'pg_ctl', ['-D', place.data, '-w', '-t', '25', '-m', mode, 'stop']);
  const fast = await stopWith('fast');
  if (fast.code !== 0 && runningServer(place) !== undefined) await stopWith('immediate');
}

function canConnect(port: number): Promise<boolean> {
  if (!(port > 0)) return Promise.resolve(false);
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
}

// The port of last time when it is free (tools that a person has set up keep working), else any free one.
function freePort(wanted: number | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', (error) => {
      if (wanted === undefined) reject(error);
      else resolve(freePort(undefined));
    });
    server.listen(wanted ?? 0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => {
        resolve(port);
      });
    });
  });
}
