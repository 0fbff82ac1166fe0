import { DataSource } from 'typeorm';
import { Client } from 'pg';
import { migrations } from '@trellis/migrations';
import { setUpRoles } from './role-setup.js';

/** Serialises starts that migrate at the same time; any number, only its being the same matters. */
const migrationLock = 7_301_519;

/**
 * Brings the database of `ownerUrl` to the newest schema: roles, migrations, and the job tables' owner grants.
 * Safe to run from several processes at once. With `only`, no further than these migrations: the schema that a copy was
 * made of. Returns the names of the migrations that ran.
 */
export async function migrateDatabase(
  ownerUrl: string,
  masterKey: Buffer,
  only?: ReadonlySet<string>,
): Promise<string[]> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await setUpRoles(owner, masterKey);
    return await runMigrations(
      ownerUrl,
      migrations.filter(({ name }) => only?.has(name) ?? true),
    );
  } finally {
    await owner.end();
  }
}

async function runMigrations(ownerUrl: string, wanted: typeof migrations): Promise<string[]> {
  const source = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: [...wanted],
    migrationsTableName: 'schema_migration',
    logging: false,
    extra: { max: 1, options: '-c lock_timeout=2s' },
  });
  await source.initialize();
  try {
    const ran = await source.runMigrations({ transaction: 'each' });
    // Readiness compares the newest migration with the one the code was built for.
    await source.query('GRANT SELECT ON schema_migration TO trellis_auth');
    return ran.map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}
