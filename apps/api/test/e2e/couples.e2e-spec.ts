import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ColleagueView } from '@trellis/contracts';
import { arrangeClinic, arrangeStaff, newCouple, signedIn } from '../arrange.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

describe('adding a couple', () => {
  let app: TestApp;
  let clinicId: string;
  let mina: string;
  let jo: string;
  let client: TestClient;

  beforeAll(async () => {
    app = await testApp();
    clinicId = await arrangeClinic(app);
    mina = await arrangeStaff(app, clinicId, 'therapist', 'Mina Castellan');
    jo = await arrangeStaff(app, clinicId, 'therapist', 'Jo Whitlock');
    client = await signedIn(app, clinicId, mina, 'therapist');
  });
  afterAll(async () => app.close());

  const coupleCount = async (): Promise<number> =>
    Number((await app.db.sql<{ n: string }>('SELECT count(*) AS n FROM couple'))[0]!.n);

  it('creates the couple, its people and its team, and puts it on record', async () => {
    const careTeam = [
      { staffId: mina, side: 'RP' as const },
      { staffId: jo, side: 'BP' as const },
      { staffId: mina, side: 'JOINT' as const },
    ];
    const answer = await client.call('post', 'couples', {
      body: newCouple(mina, { name: ' Ellery ', careTeam }),
    });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      ...{
        name: 'Ellery',
        version: 1,
        status: 'active',
        stage: 1,
        weekInStage: 1,
        disclosureState: 'NOT_STARTED',
      },
      people: [
        { name: 'Rowan', side: 'RP', enrolled: false, invitation: 'none' },
        { name: 'Iris', side: 'BP', enrolled: false, invitation: 'none' },
      ],
      careTeam: [
        { staffId: mina, name: 'Mina Castellan', side: 'RP', lead: true },
        { staffId: jo, side: 'BP', lead: false },
        { staffId: mina, side: 'JOINT', lead: false },
      ],
      mySides: ['JOINT', 'RP'],
    });
    const [row] = await app.db.sql<{ weekday: number }>(
      'SELECT extract(isodow FROM anchor_on)::int AS weekday FROM couple WHERE id = $1',
      [answer.body.id],
    );
    expect(row?.weekday).toBe(1);
    const audited = await app.db.sql(
      "SELECT 1 FROM audit_event WHERE action = 'couples.create' AND resource_id = $1 AND actor_id = $2",
      [answer.body.id, mina],
    );
    expect(audited).toHaveLength(1);
    const again = await client.call('get', `couples/${answer.body.id}`);
    expect(again.body).toEqual(answer.body);
  });

  it('makes one couple of two requests under one key', async () => {
    const before = await coupleCount();
    const [body, key] = [newCouple(mina, { name: 'Gale' }), randomUUID()];
    const [first, second] = await Promise.all([
      client.call('post', 'couples', { body, key }),
      client.call('post', 'couples', { body, key }),
    ]);
    const third = await client.call('post', 'couples', { body, key });
    expect([first.status, second.status, third.status]).toEqual([201, 201, 201]);
    expect(second.body).toEqual(first.body);
    expect(third.body).toEqual(first.body);
    expect(await coupleCount()).toBe(before + 1);
  });

  it.each([
    [
      'a side nobody cares for',
      () => newCouple(mina, { careTeam: [{ staffId: mina, side: 'RP' }] }),
      400,
      'side_without_therapist',
    ],
    [
      'staff who do not exist',
      () =>
        newCouple(mina, { careTeam: [...newCouple(mina).careTeam, { staffId: randomUUID(), side: 'RP' }] }),
      400,
      'care_team_member_unknown',
    ],
    ['a team without the asker', () => newCouple(jo), 400, 'invalid_request'],
    ['a name of blanks', () => newCouple(mina, { name: '   ' }), 400, 'invalid_request'],
    [
      'a zone that does not exist',
      () => newCouple(mina, { timeZone: 'Mars/Olympus' }),
      400,
      'invalid_request',
    ],
    ['a key the server owns', () => ({ ...newCouple(mina), clinicId: randomUUID() }), 400, 'invalid_request'],
  ])('refuses %s and changes nothing', async (_, body, status, code) => {
    const before = await coupleCount();
    const answer = await client.call('post', 'couples', { body: body() });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(await coupleCount()).toBe(before);
  });

  it('refuses an admin on the care team and an admin who asks', async () => {
    const dale = await arrangeStaff(app, clinicId, 'clinic_admin', 'Dale Moss');
    const careTeam = [...newCouple(mina).careTeam, { staffId: dale, side: 'RP' as const }];
    const onTeam = await client.call('post', 'couples', { body: newCouple(mina, { careTeam }) });
    expect(onTeam.body).toMatchObject({ code: 'care_team_member_unknown', facts: { staffIds: [dale] } });
    const admin = await signedIn(app, clinicId, dale, 'clinic_admin');
    expect((await admin.call('post', 'couples', { body: newCouple(mina) })).status).toBe(404);
  });

  it('lists the active therapists of this clinic as colleagues', async () => {
    const elsewhere = await arrangeClinic(app, 'South Quay');
    await arrangeStaff(app, elsewhere, 'therapist', 'Somebody Else');
    const gone = await arrangeStaff(app, clinicId, 'therapist', 'Ana Gone');
    await app.db.sql('UPDATE staff_member SET deactivated_at = now() WHERE id = $1', [gone]);
    const answer = await client.call('get', 'couples/colleagues');
    expect((answer.body as ColleagueView[]).map(({ name }) => name)).toEqual([
      'Jo Whitlock',
      'Mina Castellan',
    ]);
  });
});
