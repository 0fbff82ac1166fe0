import path from 'node:path';
import { copyData } from './data-copy.ts';
import { LaunchRefusal, wordsOf } from './launch-refusal.ts';
import { readSettings } from './settings.ts';

// `npm run restore -- …`: the options are those of the server's own program.
const root = path.resolve(import.meta.dirname, '..', '..');
try {
  const written = await copyData({
    step: 'restore',
    args: process.argv.slice(2),
    root,
    from: process.env.INIT_CWD ?? root,
    settings: readSettings(process.env, root),
    say: (line) => void process.stdout.write(`${line}\n`),
  });
  process.stdout.write(written);
} catch (error) {
  process.stderr.write(`${error instanceof LaunchRefusal ? error.message : wordsOf(error)}\n`);
  process.exitCode = error instanceof LaunchRefusal ? error.exitCode : 1;
}
