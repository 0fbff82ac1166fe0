import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sealedColumns } from '../platform/sealing/sealed-columns.js';
import { testDatabase, type TestDatabase } from '../../test/test-database.js';

/** Bytes that are not words under a clinic's keys: digests, keyed indexes, and what a purpose of the server seals. */
const otherBytes = [
  'audit_event.hash',
  'audit_event.prev_hash',
  'audit_head.hash',
  'calendar_feed.token_hash',
  'client_account.sign_in_index',
  'client_passkey.credential_id',
  'client_passkey.public_key',
  'data_key.wrapped',
  'device_link.code_mac',
  'device_pin.token_hash',
  'idempotency_record.request_mac',
  'invitation.code_mac',
  'invitation.token_hash',
  'passkey_challenge.challenge',
  'passkey_challenge.holder_hash',
  'session.csrf_secret',
  'session.id_hash',
  'session_reading.device_hash',
  'session_reading.token_hash',
  'setup_token.token_hash',
  'staff_account.email_index',
  'staff_account.recovery_hashes',
  'staff_account.totp_sealed',
  'staff_invitation.code_mac',
  'staff_invitation.email_index',
  'staff_invitation.token_hash',
  'staff_passkey.credential_id',
  'staff_passkey.public_key',
  'staff_way_back.code_mac',
  'staff_way_back.token_hash',
];

describe('the list of sealed columns', () => {
  let db: TestDatabase;

  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  it('K-4: names every column of bytes in the database that is not on the list of other bytes', async () => {
    const found = await db.sql<{ name: string }>(
      `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
        WHERE table_schema = 'public' AND (data_type = 'bytea' OR udt_name = '_bytea') ORDER BY 1`,
    );
    const sealed = sealedColumns.map(({ table, column }) => `${table}.${column}`);
    expect(found.map(({ name }) => name).sort()).toEqual([...otherBytes, ...sealed].sort());
  });

  it('names columns that hold the ids in the seal', async () => {
    for (const { table, rowId, ownerId } of sealedColumns) {
      const ids = await db.sql<{ type: string }>(
        `SELECT data_type AS type FROM information_schema.columns
          WHERE table_schema = 'public' AND table_name = $1 AND column_name = ANY ($2)`,
        [table, [rowId, ownerId]],
      );
      expect({ table, types: ids.map(({ type }) => type) }).toEqual({
        table,
        types: new Array(new Set([rowId, ownerId]).size).fill('uuid'),
      });
    }
  });
});
