import path from 'node:path';
import { launch } from './launch.ts';
import { LaunchRefusal, StopRequested, wordsOf } from './launch-refusal.ts';
import { readSettings } from './settings.ts';
import { listenForStop } from './stop-request.ts';

/** `npm start`: prints calm lines on standard output, one sentence on standard error when it cannot go on. */
async function start(): Promise<number> {
  const root = path.resolve(import.meta.dirname, '..', '..');
  const stop = listenForStop(() => {
    process.stderr.write('Stopped at once; the next start puts things in order.\n');
    process.exit(1);
  });
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  try {
    await launch({ root, settings: readSettings(process.env, root), signal: stop.signal, say });
  } catch (error) {
    if (!(error instanceof StopRequested)) return refuse(error);
  }
  say('Stopped.');
  return 0;
}

function refuse(error: unknown): number {
  if (error instanceof LaunchRefusal) {
    process.stderr.write(`\n${error.message}\n`);
    return error.exitCode;
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : wordsOf(error);
  process.stderr.write(`\nThe start met something unexpected.\n${detail}\n`);
  return 1;
}

process.exit(await start());
