import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '../../../test/test-database.js';

/** Tables outside clinics, each reviewed: accounts found by a keyed index, rate counters, the migration ledger, the
 * token that makes the first clinic, passkeys of accounts, the questions put to a browser before a sign-in, and when
 * the server last swept. */
const outsideClinics = [
  'passkey_challenge',
  'rate_limit',
  'schema_migration',
  'setup_token',
  'staff_account',
  'staff_passkey',
  'upkeep',
];

/** Columns that hold an e-mail address, phone or sign-in name: never unique across clinics unless keyed. */
const keyedIndexes = [
  'staff_account.email_index',
  'client_account.sign_in_index',
  'invitation.token_hash',
  'staff_invitation.token_hash',
  'device_link.code_mac',
  'staff_way_back.token_hash',
];

/** Columns of random bytes, or their hash: they say nothing about a person. */
const randomIndexes = [
  'calendar_feed.token_hash',
  'client_passkey.credential_id',
  'device_pin.token_hash',
  'staff_passkey.credential_id',
];

describe('the database catalogue', () => {
  let db: TestDatabase;

  beforeAll(async () => {
    db = await testDatabase();
  });

  afterAll(async () => {
    await db.drop();
  });

  it('D-1: forces row-level security with a policy and a clinic on every table but the reviewed ones', async () => {
    const tables = await db.sql<{
      name: string;
      rls: boolean;
      forced: boolean;
      policies: string;
      clinic: boolean;
    }>(`
      SELECT c.relname AS name, c.relrowsecurity AS rls, c.relforcerowsecurity AS forced,
        (SELECT count(*) FROM pg_policy p WHERE p.polrelid = c.oid) AS policies,
        EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'clinic_id' AND a.attnotnull) AS clinic
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname IN ('public', 'app') AND c.relkind IN ('r', 'p') ORDER BY 1`);
    const open = tables.filter(
      (table) => !table.rls || !table.forced || Number(table.policies) < 2 || !table.clinic,
    );
    expect(tables.length).toBeGreaterThan(20);
    expect(open.map((table) => table.name)).toEqual(outsideClinics);
  });

  it('D-1: keeps the clinic as a restrictive wall, so that no later policy can widen across clinics', async () => {
    const rows = await db.sql<{ name: string }>(`
      SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'public' AND c.relkind = 'r' AND c.relrowsecurity AND NOT EXISTS (
        SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND NOT p.polpermissive AND p.polcmd = '*')`);
    expect(rows).toEqual([]);
  });

  it('D-2: gives the runtime roles no ownership, no superuser, no bypass, no TRUNCATE and no DDL', async () => {
    const roles = await db.sql<{
      name: string;
      strong: boolean;
      owns: string;
      creates: boolean;
      truncates: string;
    }>(`
      SELECT r.rolname AS name, (r.rolsuper OR r.rolbypassrls OR r.rolcreaterole OR r.rolcreatedb) AS strong,
        (SELECT count(*) FROM pg_class c WHERE c.relowner = r.oid) AS owns,
        has_schema_privilege(r.oid, 'public', 'CREATE') OR has_schema_privilege(r.oid, 'app', 'CREATE') AS creates,
        (SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE n.nspname = 'public' AND c.relkind = 'r' AND has_table_privilege(r.oid, c.oid, 'TRUNCATE')) AS truncates
      FROM pg_roles r WHERE r.rolname LIKE 'trellis\\_%' AND r.rolname <> 'trellis_owner' ORDER BY 1`);
    expect(roles.map((role) => role.name)).toEqual([
      'trellis_api',
      'trellis_audit',
      'trellis_auth',
      'trellis_dispatch',
      'trellis_report',
      'trellis_worker',
    ]);
    for (const role of roles) {
      expect(role).toEqual({ name: role.name, strong: false, owns: '0', creates: false, truncates: '0' });
    }
  });

  it('D-3: shows nothing and takes nothing from a runtime role without context', async () => {
    const tables = await db.sql<{ name: string }>(`
      SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'public' AND c.relkind = 'r' AND has_table_privilege('trellis_api', c.oid, 'SELECT')`);
    expect(tables.length).toBeGreaterThan(10);
    await db.sql(
      "INSERT INTO clinic VALUES ('11111111-1111-4111-8111-111111111111', 'Seen', 'UTC', '', now())",
    );
    for (const { name } of tables) {
      await db.sql('SET ROLE trellis_api');
      const rows = await db.sql(`SELECT FROM "${name}" LIMIT 1`);
      await db.sql('RESET ROLE');
      expect({ name, rows: rows.length }).toEqual({ name, rows: 0 });
    }
    await db.sql('SET ROLE trellis_api');
    await expect(
      db.sql(
        "INSERT INTO clinic VALUES ('22222222-2222-4222-8222-222222222222', 'Unseen', 'UTC', '', now())",
      ),
    ).rejects.toThrow(/row-level security/);
    await db.sql('RESET ROLE');
  });

  it('D-5: carries the clinic in every foreign key between tenant tables', async () => {
    const rows = await db.sql<{ name: string }>(
      `
      SELECT con.conname AS name FROM pg_constraint con
      JOIN pg_class c ON c.oid = con.conrelid
      WHERE con.contype = 'f' AND con.connamespace = 'public'::regnamespace AND c.relname <> ALL ($1) AND NOT EXISTS (
        SELECT FROM pg_attribute a WHERE a.attrelid = con.conrelid AND a.attname = 'clinic_id' AND a.attnum = ANY (con.conkey))`,
      [outsideClinics],
    );
    expect(rows).toEqual([]);
  });

  it('D-5: begins every primary key of a tenant table with the clinic, the session and the accounts apart', async () => {
    const rows = await db.sql<{ name: string }>(`
      SELECT c.relname AS name FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
      WHERE i.indisprimary AND n.nspname = 'public' AND a.attname <> 'clinic_id' ORDER BY 1`);
    expect(rows.map((row) => row.name)).toEqual([...outsideClinics, 'session'].sort());
  });

  it('D-6: makes nothing about a person unique across clinics but keyed indexes', async () => {
    const rows = await db.sql<{ name: string }>(`
      SELECT c.relname || '.' || a.attname AS name FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
      WHERE i.indisunique AND NOT i.indisprimary AND n.nspname = 'public' AND a.attname <> 'clinic_id' ORDER BY 1`);
    expect(rows.map((row) => row.name)).toEqual([...keyedIndexes, ...randomIndexes].sort());
  });

  it('L-3: lets runtime roles only add audit rows', async () => {
    for (const role of ['trellis_api', 'trellis_worker', 'trellis_auth']) {
      const [rights] = await db.sql<{ may: string }>(
        `SELECT string_agg(p, ',') AS may FROM unnest(ARRAY['SELECT','INSERT','UPDATE','DELETE','TRUNCATE']) p
          WHERE has_table_privilege($1, 'audit_event', p) OR (p = 'UPDATE' AND has_any_column_privilege($1, 'audit_event', p))`,
        [role],
      );
      expect(rights?.may).toBe('INSERT');
    }
  });
});
