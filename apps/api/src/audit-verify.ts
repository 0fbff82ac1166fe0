import { readOptions, UsageError, verifyCommand } from './audit/verify-command.js';
import { ConfigError, readConfig } from './platform/config/env.js';
import { MasterKeyError } from './platform/sealing/master-key.js';

/** Exit codes: 0 whole, 1 broken, 2 wrong settings or options, 3 whole without a checkpoint for every chain, 4 anything else. */
try {
  const { lines, exitCode } = await verifyCommand(readConfig(), readOptions(process.argv.slice(2)));
  process.stdout.write(`${lines.join('\n')}\n`);
  process.exitCode = exitCode;
} catch (error) {
  const known =
    error instanceof ConfigError || error instanceof MasterKeyError || error instanceof UsageError;
  process.stderr.write(
    known ? `${error.message}\n` : `The audit record could not be verified: ${String(error)}\n`,
  );
  process.exitCode = known ? 2 : 4;
}
