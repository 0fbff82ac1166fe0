import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { roleUrl } from '../src/platform/database/runtime-roles.js';
import { testMasterKey, type TestDatabase } from './test-database.js';

/** An act to be put on record as the roles of the server do it. */
export interface Act {
  readonly actorId?: string;
  readonly action?: string;
  readonly personId?: string | null;
  readonly reasonCode?: string | null;
  /** Any instant Postgres understands; now when left out. */
  readonly at?: string;
}

/** A connection of a runtime role, outside the server. */
export async function connectAs(
  db: TestDatabase,
  role: 'trellis_api' | 'trellis_worker' | 'trellis_auth' | 'trellis_audit',
): Promise<Client> {
  const client = new Client({ connectionString: roleUrl(db.ownerUrl, testMasterKey, role) });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** Puts one act of a clinic on record, without a place in the chain. Answers its id. */
export async function addAct(
  db: Pick<TestDatabase, 'sql'>,
  clinicId: string,
  act: Act = {},
): Promise<string> {
  const id = randomUUID();
  await db.sql(
    `INSERT INTO audit_event (clinic_id, id, at, actor_id, actor_role, action, resource, resource_id, person_id, decision,
        reason_code, correlation_id)
      VALUES ($1, $2, coalesce($3::timestamptz, app.now()), $4, 'therapist', $5, 'homework_task', $6, $7, 'allowed', $8, $9)`,
    [
      ...[clinicId, id, act.at ?? null, act.actorId ?? randomUUID(), act.action ?? 'homework.read'],
      ...[randomUUID(), act.personId ?? null, act.reasonCode ?? null, randomUUID()],
    ],
  );
  return id;
}
