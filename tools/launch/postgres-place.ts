import { accessSync, chownSync, chmodSync, constants, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { LaunchRefusal } from './launch-refusal.ts';
import { chooseAccount, mayRun, type Account } from './postgres-account.ts';
import { binariesFor, findPostgresBinaries, type PostgresBinaries } from './postgres-binaries.ts';

/** Where one embedded cluster lives and who runs it. */
export interface PostgresPlace {
  /** Folder of the cluster, its log and its settings; belongs to `account` when there is one. */
  readonly folder: string;
  /** The cluster itself (PGDATA). */
  readonly data: string;
  readonly account: Account | undefined;
  readonly binaries: PostgresBinaries;
}

type Say = (line: string) => void;

/**
 * Chooses the place of the cluster that belongs to `dataDir` (absolute, exists) and makes its folder. Normally
 * that is `dataDir/postgres`. When the start runs as root below a private folder, which the account Postgres
 * runs as cannot pass, it is a folder of the system, remembered in `dataDir`; `say` is told so in one line.
 */
export function preparePlace(dataDir: string, say: Say): PostgresPlace {
  const inside = path.join(dataDir, 'postgres');
  const pointer = path.join(dataDir, 'postgres-folder');
  const remembered = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : undefined;
  const account = chooseAccount(path.join(remembered ?? inside, 'data'));
  const folder = remembered ?? placeFor(inside, pointer, account, say);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account !== undefined) {
    chownSync(folder, account.uid, account.gid);
    chmodSync(folder, 0o700);
  }
  return {
    folder,
    data: path.join(folder, 'data'),
    account,
    binaries: binariesFor(findPostgresBinaries(), account, folder),
  };
}

function placeFor(inside: string, pointer: string, account: Account | undefined, say: Say): string {
  if (account === undefined) return inside;
  const parent = path.dirname(inside);
  // The account has to pass through the data folder, not to list it; the files in it stay private.
  chmodSync(parent, 0o711);
  if (mayRun(account, 'cd "$0"', parent)) return inside;
  const folder = mkdtempSync(path.join(systemFolder(account), 'trellis-postgres-'));
  writeFileSync(pointer, `${folder}\n`, { mode: 0o600, flush: true });
  say(`The database lives in ${folder}, because its user may not pass through ${parent}.`);
  return folder;
}

// In this order: a place for lasting data, one that outlives a restart of the machine, any other.
function systemFolder(account: Account): string {
  const usable = ['/var/lib', '/var/tmp', os.tmpdir()].find((candidate) => {
    try {
      accessSync(candidate, constants.W_OK);
    } catch {
      return false;
    }
    return mayRun(account, 'cd "$0"', candidate);
  });
  if (usable !== undefined) return usable;
  throw new LaunchRefusal(
    'The user that Postgres runs as can reach no folder here: set TRELLIS_DATA_DIR to one outside your home folder.',
  );
}
