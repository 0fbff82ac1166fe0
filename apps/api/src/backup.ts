import { backupCommand, newIdentity } from './backup/backup-command.js';
import { BackupError } from './backup/manifest.js';
import { Clock } from './platform/clock.js';
import { ConfigError, readConfig } from './platform/config/env.js';

const clock = new Clock();

/** Copies everything into one closed file beside running servers. Exit codes: 0 done, 2 wrong settings or options, 1 anything else. */
try {
  const [option, file, ...words] = process.argv.slice(2);
  const lines =
    option === '--new-identity' && file !== undefined && words.length === 0
      ? await newIdentity(file)
      : await backupCommand(readConfig(), process.argv.slice(2), () => clock.now());
  process.stdout.write(`${lines.join('\n')}\n`);
} catch (error) {
  const known = error instanceof ConfigError || error instanceof BackupError;
  process.stderr.write(known ? `${error.message}\n` : `The backup was not made: ${String(error)}\n`);
  process.exitCode = known ? 2 : 1;
}
