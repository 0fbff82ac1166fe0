import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import {
  BUILD_TARGETS,
  hashSources,
  isBuilt,
  removeStamp,
  writeStamp,
  type BuildTarget,
} from './build-stamp.ts';
import { LaunchRefusal } from './launch-refusal.ts';
import { runCommand } from './run-command.ts';

const SHOWN_LINES = 20;

export interface BuildOptions {
  /** Absolute path of the checkout. */
  readonly root: string;
  readonly say: (line: string) => void;
  readonly signal?: AbortSignal;
}

/**
 * Builds the API and both apps as far as their sources have changed since the last build, and returns the names
 * of those it built (none when all were up to date). Throws `LaunchRefusal` with the end of the builder's output
 * when a build fails.
 */
export async function buildWhatChanged(options: BuildOptions): Promise<readonly string[]> {
  const { root, say, signal } = options;
  const hashes = new Map(BUILD_TARGETS.map((target) => [target, hashSources(root, target)]));
  const stale = [...hashes].filter(([target, hash]) => !isBuilt(root, target, hash));
  if (stale.length === 0) return [];
  const names = stale.map(([target]) => target.name);
  say(`Building ${names.join(', ')} …`);
  for (const [target] of stale) removeStamp(root, target);
  await runNx(root, names, signal);
  for (const [target, hash] of stale) {
    checkResult(root, target);
    writeStamp(root, target, hash);
  }
  return names;
}

async function runNx(root: string, names: readonly string[], signal: AbortSignal | undefined): Promise<void> {
  const bin = path.join(root, 'node_modules', '.bin');
  const args = [
    path.join(bin, 'nx'),
    'run-many',
    '-t',
    'build',
    '-p',
    names.join(','),
    '--outputStyle=static',
  ];
  const env = {
    ...process.env,
    PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}`,
    NX_DAEMON: 'false',
    NX_TUI: 'false',
    NO_COLOR: '1',
    FORCE_COLOR: '0',
    NG_CLI_ANALYTICS: 'false',
  };
  const result = await runCommand(process.execPath, args, { cwd: root, env }, signal);
  if (result.code === 0) return;
  const log = path.join(root, 'dist', 'build.log');
  const output = stripVTControlCharacters(`${result.stdout}\n${result.stderr}`);
  mkdirSync(path.dirname(log), { recursive: true });
  writeFileSync(log, output);
  throw new LaunchRefusal(`${tellingLines(output)}\n\nThe build failed; all that it wrote is in ${log}.`);
}

// Several builds write at once, and the reason can stand far above the end.
function tellingLines(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const errors = lines.filter((line) => /\berror\b/i.test(line));
  return (errors.length > 0 ? errors.slice(0, SHOWN_LINES) : lines.slice(-SHOWN_LINES)).join('\n');
}

function checkResult(root: string, target: BuildTarget): void {
  if (existsSync(path.join(root, target.result))) return;
  throw new LaunchRefusal(`The build of ${target.name} ended without writing ${target.result}.`);
}
