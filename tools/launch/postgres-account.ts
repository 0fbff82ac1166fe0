import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { LaunchRefusal } from './launch-refusal.ts';

/** The user that Postgres runs as when the start itself runs as root. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

const CREATED_NAME = 'trellis-postgres';

/**
 * Postgres refuses to run as root. Returns the account to drop to, or undefined when this process is an
 * ordinary user already. A cluster that exists in `clusterData` keeps the owner it has. Throws `LaunchRefusal`
 * when the machine has no fitting user and none can be made.
 */
export function chooseAccount(clusterData: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  if (existsSync(clusterData)) {
    const { uid, gid } = statSync(clusterData);
    if (uid !== 0) return { uid, gid };
  }
  for (const name of ['postgres', 'nobody', CREATED_NAME]) {
    const account = lookUp(name);
    if (account !== undefined) return account;
  }
  return createAccount();
}

function lookUp(name: string): Account | undefined {
  const uid = numberFrom(['-u', name]);
  const gid = numberFrom(['-g', name]);
  return uid === undefined || gid === undefined || uid === 0 ? undefined : { uid, gid };
}

function numberFrom(args: readonly string[]): number | undefined {
  const answer = spawnSync('id', args, { encoding: 'utf8' });
  const text = answer.status === 0 ? answer.stdout.trim() : '';
  return /^\d+$/.test(text) ? Number(text) : undefined;
}

function createAccount(): Account {
  spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', CREATED_NAME]);
  // Small systems without useradd bring the adduser of BusyBox.
  if (lookUp(CREATED_NAME) === undefined) spawnSync('adduser', ['-S', '-D', '-H', CREATED_NAME]);
  const account = lookUp(CREATED_NAME);
  if (account !== undefined) return account;
  throw new LaunchRefusal(
    'Postgres does not run as root and no user could be made for it: start as an ordinary user, or set DATABASE_URL.',
  );
}

/** Whether the shell command `script`, with `argument` as its `$0`, succeeds when `account` runs it. */
export function mayRun(account: Account, script: string, argument: string): boolean {
  const answer = spawnSync('/bin/sh', ['-c', script, argument], {
    ...account,
    cwd: '/',
    env: {},
    stdio: 'ignore',
  });
  return answer.status === 0;
}
