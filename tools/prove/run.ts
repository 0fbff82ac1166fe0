import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');
export const OUTPUT = join(ROOT, 'dist/prove');
const BIN = join(ROOT, 'node_modules/.bin');
const SHOWN_LINES = 60;

/** One command line of a step. */
export interface Command {
  /** Name of its log in dist/prove, without ending. */
  readonly log: string;
  /** A program of node_modules/.bin. */
  readonly program: string;
  readonly args: readonly string[];
  /** Folder from the root; '' for the root. */
  readonly folder?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
}

/** What a person may have set for `npm start`; no test may touch their database, mail or port. */
const OF_THE_PRODUCT =
  /^(DATABASE_URL|DATABASE_DIRECT_URL|REDIS_URL|SMTP_URL|PORT|NODE_ENV|NODE_OPTIONS|TRELLIS_(?!TEST_).*)$/;

/** The environment of this process without the product's settings, with the installed programs first. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !OF_THE_PRODUCT.test(name));
  const path = `${BIN}${delimiter}${process.env['PATH'] ?? ''}`;
  return { ...Object.fromEntries(kept), NX_DAEMON: 'false', NX_TUI: 'false', PATH: path };
}

const running = new Set<number>();

/** Ends every process group that is still at work; used when this run is told to stop. */
export function stopEverything(): void {
  for (const pid of running) signalGroup(pid, 'SIGTERM');
}

/** A group may be gone by the time its signal arrives, and then there is nothing left to do. */
function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** Runs a command, its output going to its log; @returns whether it ended well and in time. */
export function run(command: Command): Promise<boolean> {
  mkdirSync(OUTPUT, { recursive: true });
  const log = createWriteStream(logOf(command));
  const child = spawn(join(BIN, command.program), command.args, {
    cwd: join(ROOT, command.folder ?? ''),
    env: { ...ownEnvironment(), ...command.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // a group of its own, so that nothing it started outlives it
  });
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  return new Promise((resolve) => {
    const pid = child.pid;
    if (pid !== undefined) running.add(pid);
    const timer = setTimeout(() => {
      log.write(`\nended after ${command.timeoutSeconds} seconds\n`);
      if (pid !== undefined) signalGroup(pid, 'SIGKILL');
    }, command.timeoutSeconds * 1000);
    const end = (well: boolean): void => {
      clearTimeout(timer);
      if (pid !== undefined) running.delete(pid);
      log.end(() => resolve(well));
    };
    child.once('error', (error) => {
      log.write(`${error.message}\n`);
      end(false);
    });
    child.once('close', (code) => end(code === 0));
  });
}

export function logOf(command: Command): string {
  return join(OUTPUT, `${command.log}.log`);
}

/** @returns the last lines a command wrote */
export function endOfLog(command: Command): string {
  return readFileSync(logOf(command), 'utf8').trimEnd().split('\n').slice(-SHOWN_LINES).join('\n');
}
