import { LedgerError } from './erasure/erasure-ledger.js';
import { replayErasures } from './erasure/replay.js';
import { ConfigError, readConfig } from './platform/config/env.js';
import { MasterKeyError } from './platform/sealing/master-key.js';

/**
 * After a restore and before any server opens: erases again whom the ledger names. Words are copies of the ledger from
 * other machines. Exit codes: 0 done, 2 wrong settings or a ledger that cannot be believed, 1 anything else.
 */
try {
  const again = await replayErasures(readConfig(), process.argv.slice(2));
  process.stdout.write(`${String(again)} people, documents and letters were erased again\n`);
} catch (error) {
  const known =
    error instanceof ConfigError || error instanceof MasterKeyError || error instanceof LedgerError;
  process.stderr.write(
    known ? `${error.message}\n` : `The erasures were not carried out: ${String(error)}\n`,
  );
  process.exitCode = known ? 2 : 1;
}
