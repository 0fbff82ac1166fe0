import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asClinicId } from '@trellis/domain';
import { arrangeClinic, arrangeStaff, newCouple, signedIn } from '../../test/arrange.js';
import { testApp, type TestApp } from '../../test/test-app.js';
import { withContext, type ActorRole } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { PersonAccess, type PersonGrant } from './person-access.js';

describe("a person's own place", () => {
  let app: TestApp;
  let clinicId: string;
  let mina: string;
  let jo: string;
  let coupleId: string;
  let people: { id: string; side: string }[];

  beforeAll(async () => {
    app = await testApp();
    clinicId = await arrangeClinic(app);
    mina = await arrangeStaff(app, clinicId, 'therapist', 'Mina Castellan');
    jo = await arrangeStaff(app, clinicId, 'therapist', 'Jo Whitlock');
    const client = await signedIn(app, clinicId, mina, 'therapist');
    const careTeam = [
      { staffId: mina, side: 'RP' as const },
      { staffId: jo, side: 'BP' as const },
      { staffId: mina, side: 'JOINT' as const },
    ];
    const added = await client.call('post', 'couples', { body: newCouple(mina, { careTeam }) });
    coupleId = added.body.id;
    people = added.body.people;
  });
  afterAll(async () => app.close());

  async function place(id: string, role: ActorRole, clinic = clinicId): Promise<PersonGrant> {
    const actor = { clinicId: asClinicId(clinic), id, role };
    return withContext({ correlationId: randomUUID(), surface: 'home', actor }, async () =>
      app.app.get(UnitOfWork).run(async () => app.app.get(PersonAccess).require()),
    );
  }

  it('names the own side, the partner and the own therapist', async () => {
    const [recovering, partner] = people;
    expect(await place(recovering!.id, 'client')).toMatchObject({
      ...{ coupleId, side: 'RP', partnerName: 'Iris', language: 'en', stage: 1, timeZone: 'America/Chicago' },
      therapist: { id: mina, name: 'Mina Castellan' },
    });
    expect(await place(partner!.id, 'client')).toMatchObject({
      side: 'BP',
      partnerName: 'Rowan',
      therapist: { id: jo },
    });
  });

  it('has no therapist once nobody cares for the side', async () => {
    await app.db.sql("UPDATE care_assignment SET to_at = now() - interval '1 second' WHERE staff_id = $1", [
      jo,
    ]);
    expect((await place(people[1]!.id, 'client')).therapist).toBeNull();
    await app.db.sql('UPDATE care_assignment SET to_at = NULL WHERE staff_id = $1', [jo]);
  });

  it.each([
    ['somebody who is in no couple', async () => place(randomUUID(), 'client')],
    [
      'the same id in another clinic',
      async () => place(people[0]!.id, 'client', await arrangeClinic(app, 'South Quay')),
    ],
    ['a therapist', async () => place(mina, 'therapist')],
  ])('is not found for %s', async (_, asked) => {
    await expect(asked()).rejects.toMatchObject({ code: 'not_found' });
  });
});
