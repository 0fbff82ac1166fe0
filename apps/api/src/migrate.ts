import { ConfigError, readConfig } from './platform/config/env.js';
import { migrateDatabase } from './platform/database/migrate-database.js';
import { MissingRightError } from './platform/database/role-setup.js';
import { prepareJobTables } from './platform/jobs/job-tables.js';
import { MasterKeyError, readMasterKey } from './platform/sealing/master-key.js';

/** Exit codes: 0 migrated, 2 wrong settings, 3 a right is missing, 1 anything else. */
try {
  const config = readConfig();
  const ran = await migrateDatabase(config.databaseDirectUrl, readMasterKey(config.masterKeyFile));
  await prepareJobTables(config.databaseDirectUrl);
  process.stdout.write(`${String(ran.length)} migrations ran\n`);
} catch (error) {
  const known =
    error instanceof ConfigError || error instanceof MasterKeyError || error instanceof MissingRightError;
  process.stderr.write(
    known ? `${error.message}\n` : `The database could not be brought up to date: ${String(error)}\n`,
  );
  process.exitCode = error instanceof MissingRightError ? 3 : known ? 2 : 1;
}
