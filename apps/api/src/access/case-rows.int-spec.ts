import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asClinicId } from '@trellis/domain';
import { arrangeClinic, arrangeStaff, enrolBoth, newCouple, signedIn } from '../../test/arrange.js';
import { testApp, type TestApp } from '../../test/test-app.js';
import type { Actor, ActorRole } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

const tables = [
  'couple',
  'person',
  'enrolment',
  'care_assignment',
  'consent',
  'disclosure_process',
  'disclosure_event',
];

describe('rows of a couple, asked for in SQL without any check of ours', () => {
  let app: TestApp;
  let work: UnitOfWork;
  let clinicId: string;
  let coupleId: string;
  let mina: Actor;
  let colleague: Actor;

  const actor = async (
    clinic: string,
    role: 'therapist' | 'clinic_admin' | 'supervisor',
  ): Promise<Actor> => ({
    clinicId: asClinicId(clinic),
    id: await arrangeStaff(app, clinic, role, 'Somebody'),
    role,
  });
  const count = async (who: Actor, table: string): Promise<number> =>
    work.run(
      async () => Number((await work.rows<{ n: string }>(`SELECT count(*) AS n FROM ${table}`))[0]!.n),
      who,
    );

  beforeAll(async () => {
    app = await testApp();
    work = app.app.get(UnitOfWork);
    clinicId = await arrangeClinic(app);
    mina = await actor(clinicId, 'therapist');
    colleague = await actor(clinicId, 'therapist');
    const client = await signedIn(app, clinicId, mina.id, 'therapist');
    coupleId = (await client.call('post', 'couples', { body: newCouple(mina.id) })).body.id;
    await enrolBoth(app, coupleId, ['secrets_policy']);
    expect((await client.call('post', `disclosure/${coupleId}`)).status).toBe(201);
  });
  afterAll(async () => app.close());

  it.each(tables)('%s: the care team finds rows, nobody else does', async (table) => {
    expect(await count(mina, table)).toBeGreaterThan(0);
    expect(await count(colleague, table)).toBe(0);
    expect(await count(await actor(clinicId, 'supervisor'), table)).toBe(0);
    const elsewhere = await arrangeClinic(app, 'South Quay');
    expect(await count(await actor(elsewhere, 'therapist'), table)).toBe(0);
    expect(await count(await actor(elsewhere, 'clinic_admin'), table)).toBe(0);
  });

  it('shows people no disclosure, not even their own, and an admin its state alone', async () => {
    const people = await app.db.sql<{ person_id: string }>('SELECT person_id FROM enrolment');
    for (const { person_id } of people) {
      const person: Actor = {
        clinicId: asClinicId(clinicId),
        id: person_id,
        role: 'client' satisfies ActorRole,
      };
      expect(await count(person, 'disclosure_process')).toBe(0);
      expect(await count(person, 'disclosure_event')).toBe(0);
      expect(await count(person, 'consent')).toBe(1);
    }
    const admin = await actor(clinicId, 'clinic_admin');
    expect(await count(admin, 'disclosure_process')).toBe(1);
    expect(await count(admin, 'disclosure_event')).toBe(0);
    expect(await count(admin, 'consent')).toBe(0);
  });

  it.each([
    ['join a care team', "INSERT INTO care_assignment VALUES ($1, $2, $3, $4, 'BP', false, now(), NULL)"],
    [
      'open a disclosure',
      "INSERT INTO disclosure_process VALUES ($1, $2, $3, 'READY', now(), $4, NULL, NULL, 1)",
    ],
    [
      'write a step',
      "INSERT INTO disclosure_event VALUES ($1, $2, NULL, $3, 'open_ftd', 'A', 'B', '{x}', $4, 'therapist', now())",
    ],
  ])('does not let a colleague %s', async (_, statement) => {
    const values = [clinicId, randomUUID(), coupleId, colleague.id];
    await expect(work.run(async () => work.change(statement, values), colleague)).rejects.toThrow(
      /row-level security/,
    );
  });

  it('lets nobody change or delete a step that is on record', async () => {
    for (const statement of ["UPDATE disclosure_event SET event = 'x'", 'DELETE FROM disclosure_event']) {
      await expect(work.run(async () => work.change(statement), mina)).rejects.toThrow(/permission denied/);
    }
  });
});
