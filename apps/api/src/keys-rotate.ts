import { rotateCommand, UsageError } from './keys/rotate-command.js';
import { ConfigError, readConfig } from './platform/config/env.js';
import { MasterKeyError } from './platform/sealing/master-key.js';

/** Changes keys beside running servers. Exit codes: 0 done, 2 wrong settings or options, 1 anything else. */
try {
  const lines = await rotateCommand(readConfig(), process.argv.slice(2));
  process.stdout.write(`${lines.join('\n')}\n`);
} catch (error) {
  const known =
    error instanceof ConfigError || error instanceof MasterKeyError || error instanceof UsageError;
  process.stderr.write(known ? `${error.message}\n` : `The keys could not be changed: ${String(error)}\n`);
  process.exitCode = known ? 2 : 1;
}
