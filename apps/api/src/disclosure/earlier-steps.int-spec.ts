import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrations } from '@trellis/migrations';
import { DataSource } from 'typeorm';
import { testDatabase, type TestDatabase } from '../../test/test-database.js';

const [clinic, couple, process] = [randomUUID(), randomUUID(), randomUUID()];
const [mina, jo, dale] = [randomUUID(), randomUUID(), randomUUID()];

describe('steps that were taken before their record was kept', () => {
  let db: TestDatabase;
  let source: DataSource;

  beforeAll(async () => {
    db = await testDatabase();
    source = await new DataSource({ type: 'postgres', url: db.ownerUrl, logging: false }).initialize();
    const Migration = migrations.find(({ name }) => name === 'RecordTransitions1700000010000');
    if (Migration === undefined) throw new Error('no such migration');
    const runner = source.createQueryRunner();
    await new Migration().down(runner);
    await arrangeSteps(db);
    await new Migration().up(runner);
    await runner.release();
  });
  afterAll(async () => {
    await source.destroy();
    await db.drop();
  });

  it('get the role of whoever took them, row, guards and zone; a refused one gets none', async () => {
    const rows = await db.sql(
      'SELECT event, acting_role, table_row, met_guards, zone FROM disclosure_event ORDER BY at',
    );
    const zone = 'America/Chicago';
    const guards = ['both_enrolled', 'policy_signed'];
    expect(rows).toEqual([
      { event: 'open_ftd', acting_role: 'T_BP', table_row: 1, met_guards: guards, zone },
      { event: 'schedule', acting_role: null, table_row: null, met_guards: null, zone: null },
      { event: 'schedule', acting_role: 'LEAD', table_row: 11, met_guards: [], zone },
      { event: 'schedule', acting_role: 'ADMIN', table_row: 11, met_guards: [], zone },
    ]);
  });

  it('takes no step from now on without its record', async () => {
    await expect(addStep(db, 'open_ftd', jo, 'therapist', '{}', 9)).rejects.toThrow(/taken_is_whole/);
  });
});

async function arrangeSteps(db: TestDatabase): Promise<void> {
  await db.sql("INSERT INTO clinic VALUES ($1, 'North Pier Practice', 'America/Chicago', '', now())", [
    clinic,
  ]);
  for (const id of [mina, jo]) {
    await db.sql(
      `INSERT INTO staff_member (clinic_id, id, account_id, name, credentials, role, email_sealed, created_at)
        VALUES ($1, $2, $3, 'Somebody', '', 'therapist', '\\x01', now())`,
      [clinic, id, randomUUID()],
    );
  }
  await db.sql(
    `INSERT INTO couple VALUES ($1, $2, 'Ellery', 'active', 1, '2025-01-06', '2025-01-06', 'America/Chicago', 'LIMITED', now(), 1)`,
    [clinic, couple],
  );
  for (const [id, side] of [
    [mina, 'RP'],
    [jo, 'BP'],
    [jo, 'JOINT'],
  ] as const) {
    await db.sql('INSERT INTO care_assignment VALUES ($1, $2, $3, $4, $5, false, now(), NULL)', [
      ...[clinic, randomUUID(), couple, id, side],
    ]);
  }
  await db.sql("INSERT INTO disclosure_process VALUES ($1, $2, $3, 'SCHEDULED', now(), $4, NULL, NULL, 3)", [
    ...[clinic, process, couple, jo],
  ]);
  await addStep(db, 'open_ftd', jo, 'therapist', '{}', 1);
  await addStep(db, 'schedule', mina, 'therapist', '{calendar_clear}', 2);
  await addStep(db, 'schedule', mina, 'therapist', '{}', 3);
  await addStep(db, 'schedule', dale, 'clinic_admin', '{}', 4);
}

async function addStep(
  db: TestDatabase,
  event: string,
  actorId: string,
  role: string,
  refused: string,
  minute: number,
): Promise<void> {
  await db.sql(
    `INSERT INTO disclosure_event (clinic_id, id, process_id, couple_id, event, from_state, to_state, refused_guards,
        actor_id, actor_role, at)
      VALUES ($1, $2, $3, $4, $5, 'NOT_STARTED', 'CONSIDERING', $6, $7, $8, $9)`,
    [
      clinic,
      randomUUID(),
      process,
      couple,
      event,
      refused,
      actorId,
      role,
      new Date(Date.UTC(2025, 0, 6, 18, minute)),
    ],
  );
}
