import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';

/** What tells one process from a later one that was given the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Opaque: the boot and the moment of the start. Equal only for the same process. */
  readonly started: string;
}

export interface RunningProcess extends ProcessIdentity {
  /** Ended but not yet collected by its parent: it holds neither ports nor files. */
  readonly zombie: boolean;
  /** The command line as the system shows it, arguments separated by single spaces. */
  readonly command: string;
}

/** Reads the process `pid` (a positive whole number), or undefined when there is none. */
export function readProcess(pid: number): RunningProcess | undefined {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  try {
    return process.platform === 'linux' ? readFromProc(pid) : readFromPs(pid);
  } catch {
    return undefined;
  }
}

function readFromProc(pid: number): RunningProcess {
  const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
  // The name in parentheses may itself hold spaces and parentheses: count from the last one.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  const command = readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8')
    .split('\0')
    .join(' ')
    .trim();
  // proc(5): state is field 3 and starttime field 22; here field 3 has index 0.
  return { pid, started: `${boot}:${fields[19] ?? ''}`, zombie: fields[0] === 'Z', command };
}

function readFromPs(pid: number): RunningProcess {
  const ask = (column: string): string =>
    execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).trim();
  return { pid, started: ask('lstart'), zombie: ask('stat').startsWith('Z'), command: ask('command') };
}

/** True while the very process that `identity` names runs. False for a zombie and for a reused number. */
export function isStillRunning(identity: ProcessIdentity): boolean {
  const found = readProcess(identity.pid);
  return found !== undefined && !found.zombie && found.started === identity.started;
}

/** The identity of this process. */
export function ownIdentity(): ProcessIdentity {
  const own = readProcess(process.pid);
  return { pid: process.pid, started: own?.started ?? '' };
}

/**
 * Numbers of the processes whose working folder is `folder` (an absolute path without links). Linux only:
 * elsewhere, and for processes this user may not look at, they are left out.
 */
export function processesIn(folder: string): readonly number[] {
  if (process.platform !== 'linux') return [];
  const numbers = readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isInteger(pid));
  return numbers.filter((pid) => {
    try {
      return readlinkSync(`/proc/${String(pid)}/cwd`) === folder;
    } catch {
      return false;
    }
  });
}
