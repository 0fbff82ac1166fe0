import { randomBytes, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { migrateDatabase } from '../src/platform/database/migrate-database.js';
import { prepareJobTables } from '../src/platform/jobs/job-tables.js';
import { rootOf } from '../src/platform/sealing/keyring.js';

const templateName = 'trellis_template';
const templateLock = 8_120_447;
const ownerPassword = 'owner-of-test-databases';

/** The key file of every test database. */
export const testKeyFile = Buffer.alloc(32, 7).toString('base64');

/** What its purposes follow from, role passwords among them; roles belong to the whole server. */
export const testMasterKey = rootOf(Buffer.alloc(32, 7));

export interface TestDatabase {
  /** Address for the owner of the tables, who is not a superuser. */
  readonly ownerUrl: string;
  /** Runs one statement as the server's superuser: for arranging and for looking, never for the product's path. */
  sql<Row>(text: string, parameters?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

/** A fresh database with the whole schema, cloned from a template that the first caller migrates. */
export async function testDatabase(): Promise<TestDatabase> {
  const superuserUrl = process.env['TRELLIS_TEST_DATABASE_URL'];
  if (superuserUrl === undefined) throw new Error('no test server: run the specs through Jest');
  const name = `trellis_${randomBytes(6).toString('hex')}`;
  await withClient(superuserUrl, async (server) => {
    await server.query('SELECT pg_advisory_lock($1)', [templateLock]);
    await ensureTemplate(server, superuserUrl);
    await server.query(`CREATE DATABASE ${name} TEMPLATE ${templateName} OWNER trellis_owner`);
  });
  const inside = new Client({ connectionString: urlOf(superuserUrl, name) });
  await inside.connect();
  return {
    ownerUrl: urlOf(superuserUrl, name, 'trellis_owner', ownerPassword),
    sql: async <Row>(text: string, parameters: unknown[] = []): Promise<Row[]> => {
      const { rows }: { rows: unknown } = await inside.query(text, parameters);
      return rows as Row[];
    },
    drop: async () => {
      await inside.end();
      await withClient(superuserUrl, async (server) =>
        server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
      );
    },
  };
}

/** An empty database of the owner, for specs about migrations. */
export async function emptyDatabase(): Promise<{ ownerUrl: string; drop(): Promise<void> }> {
  const superuserUrl = process.env['TRELLIS_TEST_DATABASE_URL'] ?? '';
  const name = `trellis_empty_${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  await withClient(superuserUrl, async (server) => {
    await server.query('SELECT pg_advisory_lock($1)', [templateLock]);
    await ensureOwner(server);
    await server.query(`CREATE DATABASE ${name} OWNER trellis_owner`);
  });
  return {
    ownerUrl: urlOf(superuserUrl, name, 'trellis_owner', ownerPassword),
    drop: () =>
      withClient(superuserUrl, async (server) => {
        await server.query(`DROP DATABASE ${name} WITH (FORCE)`);
      }),
  };
}

async function ensureTemplate(server: Client, superuserUrl: string): Promise<void> {
  const ready = await server.query('SELECT FROM pg_database WHERE datname = $1 AND datistemplate', [
    templateName,
  ]);
  if (ready.rowCount !== 0) return;
  await ensureOwner(server);
  await server.query(`DROP DATABASE IF EXISTS ${templateName}`);
  await server.query(`CREATE DATABASE ${templateName} OWNER trellis_owner`);
  const ownerUrl = urlOf(superuserUrl, templateName, 'trellis_owner', ownerPassword);
  await migrateDatabase(ownerUrl, testMasterKey);
  await prepareJobTables(ownerUrl);
  await server.query(`ALTER DATABASE ${templateName} IS_TEMPLATE true`);
}

async function ensureOwner(server: Client): Promise<void> {
  await server.query(`DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'trellis_owner') THEN
      CREATE ROLE trellis_owner LOGIN CREATEROLE NOSUPERUSER NOBYPASSRLS PASSWORD '${ownerPassword}';
    END IF; END $$`);
  await server.query(`ALTER ROLE trellis_owner LOGIN CREATEROLE PASSWORD '${ownerPassword}'`);
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function urlOf(base: string, database: string, user?: string, password?: string): string {
  const url = new URL(base);
  url.pathname = `/${database}`;
  if (user !== undefined) url.username = user;
  if (password !== undefined) url.password = password;
  return url.toString();
}
