import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { LaunchRefusal, systemCode } from './launch-refusal.ts';
import { ensureCluster, SUPERUSER } from './postgres-cluster.ts';
import { runningServer, startServer, stopServer } from './postgres-control.ts';
import { DATABASE, databaseUrl, ensureOwner, OWNER_ROLE } from './postgres-owner.ts';
import { preparePlace, type PostgresPlace } from './postgres-place.ts';

export interface EmbeddedPostgresOptions {
  /** Absolute path of an existing folder that can be written. */
  readonly dataDir: string;
  /** False gives up safety against power cuts for speed: tests only. Default true. */
  readonly durable?: boolean;
  /** Told, in one line each, what the person at the terminal should know. */
  readonly say?: (line: string) => void;
}

export interface EmbeddedPostgres {
  readonly superuserUrl: string;
  readonly ownerUrl: string;
  readonly port: number;
  /** Starts the server again on the same port when its process has died. Returns whether it had. */
  revive(): Promise<boolean>;
  stop(): Promise<void>;
}

/**
 * Starts the Postgres 18 of npm on the data of `dataDir`, makes the cluster, the owner role and the database
 * when they are missing, and recovers from an earlier start or server that was killed. Throws `LaunchRefusal`
 * with one sentence when that cannot be done.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dataDir, durable = true, say = () => undefined } = options;
  const place = preparePlace(dataDir, say);
  const superuserPassword = keptSecret(path.join(dataDir, 'postgres-superuser.password'));
  const ownerPassword = keptSecret(path.join(dataDir, 'postgres-owner.password'));
  await ensureCluster(place, superuserPassword, durable);
  const portFile = path.join(dataDir, 'postgres-port');
  const port = await startServer(place, rememberedPort(portFile), durable);
  writeFileSync(portFile, `${String(port)}\n`, { mode: 0o600 });
  const superuserUrl = databaseUrl(SUPERUSER, superuserPassword, port, 'postgres');
  try {
    await ensureOwner(superuserUrl, ownerPassword);
  } catch (error) {
    await stopServer(place);
    throw loginRefusal(error, place);
  }
  return {
    superuserUrl,
    ownerUrl: databaseUrl(OWNER_ROLE, ownerPassword, port, DATABASE),
    port,
    revive: () => reviveServer(place, port, durable),
    stop: () => stopServer(place),
  };
}

async function reviveServer(place: PostgresPlace, port: number, durable: boolean): Promise<boolean> {
  if (runningServer(place) !== undefined) return false;
  const again = await startServer(place, port, durable);
  if (again === port) return true;
  throw new LaunchRefusal(
    `The database stopped, and another program has taken its port ${String(port)} since.`,
  );
}

// The file is complete before anything uses the password, so that a start cut short can go on with it.
function keptSecret(file: string): string {
  if (!existsSync(file)) {
    const draft = `${file}.${String(process.pid)}`;
    writeFileSync(draft, randomBytes(24).toString('hex'), { mode: 0o600, flush: true });
    renameSync(draft, file);
  }
  return readFileSync(file, 'utf8').trim();
}

function rememberedPort(file: string): number | undefined {
  const port = existsSync(file) ? Number(readFileSync(file, 'utf8')) : NaN;
  return Number.isInteger(port) && port > 0 ? port : undefined;
}

function loginRefusal(error: unknown, place: PostgresPlace): unknown {
  // invalid_password: the cluster is older than the file, for instance after a restored backup.
  if (systemCode(error) !== '28P01') return error;
  return new LaunchRefusal(
    `The database in ${place.folder} does not accept the password in postgres-superuser.password: put the file back ` +
      'that belongs to it, or remove both to begin anew.',
  );
}
