import { restoreCommand } from './backup/backup-command.js';
import { BackupError } from './backup/manifest.js';
import { LedgerError } from './erasure/erasure-ledger.js';
import { replayErasures } from './erasure/replay.js';
import { Clock } from './platform/clock.js';
import { ConfigError, readConfig } from './platform/config/env.js';
import { MissingRightError } from './platform/database/role-setup.js';
import { MasterKeyError } from './platform/sealing/master-key.js';

const known = [ConfigError, BackupError, LedgerError, MasterKeyError, MissingRightError] as const;

const clock = new Clock();

/** Puts a backup into an empty database. Exit codes: 0 done, 2 wrong settings, options or backup, 1 anything else. */
try {
  const config = readConfig();
  const replay = (ledgers: readonly string[]): Promise<number> => replayErasures(config, ledgers);
  const lines = await restoreCommand(config, process.argv.slice(2), () => clock.now(), replay);
  process.stdout.write(`${lines.join('\n')}\n`);
} catch (error) {
  const said = known.some((kind) => error instanceof kind) && error instanceof Error;
  process.stderr.write(said ? `${error.message}\n` : `The backup was not put back: ${String(error)}\n`);
  process.exitCode = said ? 2 : 1;
}
