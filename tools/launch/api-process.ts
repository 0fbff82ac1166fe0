import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { LaunchRefusal, StopRequested } from './launch-refusal.ts';
import { runCommand, type CommandResult } from './run-command.ts';
import { waitUntil } from './wait.ts';

const BUILT = path.join('dist', 'api', 'apps', 'api', 'src');
const READY_LIMIT_MS = 90_000;
const STOP_LIMIT_MS = 30_000;
const LOG_LIMIT_BYTES = 20_000_000;

export interface ApiOptions {
  /** Absolute path of the checkout. */
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
  /** Absolute path of the file that gets everything the API writes. */
  readonly logFile: string;
}

export interface ApiProcess {
  readonly pid: number;
  /** Resolves with a few words on how it ended. */
  readonly ended: Promise<string>;
  /** SIGTERM, then after 30 seconds SIGKILL. Resolves when the process is gone. */
  stop(): Promise<void>;
}

/**
 * Runs one of the short programs of the API and returns what it wrote on standard output.
 * Throws `LaunchRefusal` with its own words and exit code when it refuses.
 */
export async function runApiStep(
  step: 'migrate' | 'seed' | 'backup' | 'restore',
  options: Pick<ApiOptions, 'root' | 'env'>,
  signal?: AbortSignal,
  args: readonly string[] = [],
): Promise<string> {
  const script = path.join(options.root, BUILT, `${step}.js`);
  const result = await runCommand(
    process.execPath,
    [script, ...args],
    { cwd: options.root, env: options.env },
    signal,
  );
  if (result.code !== 0) throw new LaunchRefusal(stepSentence(step, result), result.code);
  return result.stdout;
}

function stepSentence(step: string, result: CommandResult): string {
  const written = [result.stderr, result.stdout].map((text) => text.trim()).find((text) => text !== '');
  if (written !== undefined) return written;
  return `The step "${step}" ended with code ${String(result.code)} and gave no reason.`;
}

/** Starts the API with the job worker inside it; it lives until it is stopped or fails. */
export function startApi(options: ApiOptions): ApiProcess {
  const preload = path.join(import.meta.dirname, 'exit-with-parent.ts');
  const log = openLog(options.logFile);
  const child = spawn(process.execPath, ['--import', preload, path.join(options.root, BUILT, 'main.js')], {
    cwd: options.root,
    env: options.env,
    stdio: ['ignore', log, log, 'ipc'],
    // A group of its own: Ctrl-C in the terminal reaches the start alone, which then stops things in order.
    detached: true,
  });
  closeSync(log);
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => {
      resolve(error.message);
    });
    child.once('exit', (code, signal) => {
      resolve(signal === null ? `exit code ${String(code)}` : `signal ${signal}`);
    });
  });
  return { pid: child.pid ?? 0, ended, stop: () => stopChild(child, ended) };
}

// One earlier log is kept; without a limit a long demo would fill the disk.
function openLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT_BYTES) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}

async function stopChild(child: ChildProcess, ended: Promise<string>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
  await ended;
  clearTimeout(timer);
}

/** The last `count` lines of the API's log, for the person who has to find out why it ended. */
export function lastLines(file: string, count: number): string {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.slice(-count).join('\n');
}

/**
 * Waits until the API answers `GET /readyz` with 200. Throws `LaunchRefusal` when it ends before or needs
 * longer than 90 seconds, `StopRequested` when `signal` fires.
 */
export async function waitUntilReady(
  port: number,
  api: ApiProcess,
  logFile: string,
  signal: AbortSignal,
): Promise<void> {
  const state = { ended: '' };
  void api.ended.then((how) => (state.ended = how));
  const ready = await waitUntil(
    async () => state.ended !== '' || signal.aborted || (await get(port, '/readyz'))?.status === 200,
    READY_LIMIT_MS,
    100,
  );
  if (signal.aborted) throw new StopRequested();
  if (state.ended !== '') {
    throw new LaunchRefusal(
      `${lastLines(logFile, 8)}\nThe API ended while starting (${state.ended}); its log is ${logFile}.`,
    );
  }
  if (!ready) throw new LaunchRefusal(`The API was not ready after 90 seconds; its log is ${logFile}.`);
}

/** One request to this machine, past any proxy; undefined when nobody answers within 5 seconds. */
export function get(port: number, route: string): Promise<{ status: number; body: string } | undefined> {
  return new Promise((resolve) => {
    const request = http.get(
      { host: '127.0.0.1', port, path: route, timeout: 5_000, agent: false },
      (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (text: string) => (body += text));
        response.once('end', () => {
          resolve({ status: response.statusCode ?? 0, body });
        });
      },
    );
    request.once('timeout', () => request.destroy());
    request.once('error', () => {
      resolve(undefined);
    });
  });
}
