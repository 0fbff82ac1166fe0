import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { arrangeCase, type ArrangedCase } from '../arrange-case.js';
import { shiftDatabaseTime } from '../arrange-identity.js';
import { arrangeClinic, arrangeStaff, signedIn } from '../arrange.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

const day = 86_400;

describe('an erasure', () => {
  let app: TestApp;
  let ellery: ArrangedCase;
  let owner: TestClient;
  let ownerId: string;
  let admin: TestClient;
  let adminId: string;

  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.close());

  beforeEach(async () => {
    await shiftDatabaseTime(app, 0);
    ellery = await arrangeCase(app);
    ownerId = await arrangeStaff(app, ellery.clinicId, 'owner', 'Noor Abadi');
    adminId = await arrangeStaff(app, ellery.clinicId, 'clinic_admin', 'Ada Field');
    owner = await signedIn(app, ellery.clinicId, ownerId, 'owner');
    admin = await signedIn(app, ellery.clinicId, adminId, 'clinic_admin');
  });

  const ask = async (by: TestClient = admin, personId = ellery.rowanId): Promise<string> => {
    const answer = await by.call('post', 'erasures', { body: { personId } });
    expect([answer.status, answer.text]).toEqual([201, expect.stringContaining('"state":"owner"')]);
    return String(answer.body.id);
  };
  const approve = async (by: TestClient, id: string): Promise<unknown> => {
    const answer = await by.call('post', `erasures/${id}/approval`);
    return answer.status === 200 ? answer.body.state : answer.body.code;
  };
  const complete = async (by: TestClient, id: string): Promise<unknown> => {
    const answer = await by.call('post', `erasures/${id}/completion`);
    return answer.status === 200 ? answer.body.state : [answer.body.code, answer.body.facts?.step];
  };
  const stateOf = async (id: string): Promise<unknown> => {
    const page = await owner.call('get', 'erasures');
    return (page.body.erasures as { id: string; state: string }[]).find((one) => one.id === id)?.state;
  };
  /** Later by the clock of the database, everybody signed in anew. */
  const wait = async (seconds: number): Promise<void> => {
    await shiftDatabaseTime(app, seconds);
    owner = await signedIn(app, ellery.clinicId, ownerId, 'owner');
    admin = await signedIn(app, ellery.clinicId, adminId, 'clinic_admin');
  };

  it('needs an owner, a second person and thirty days, and is the owner’s to carry out', async () => {
    const id = await ask();
    expect(await complete(owner, id)).toEqual(['erasure_not_due', 'owner']);
    expect(await approve(owner, id)).toBe('second_person');
    expect(await complete(owner, id)).toEqual(['erasure_not_due', 'second_person']);
    expect(await approve(owner, id)).toBe('erasure_already_approved');
    expect(await approve(admin, id)).toBe('wait');
    await wait(30 * day - 60);
    expect(await complete(owner, id)).toEqual(['erasure_not_due', 'wait']);
    await wait(30 * day + 60);
    expect(await complete(admin, id)).toEqual(['not_found', undefined]);
    expect(await complete(owner, id)).toBe('erased');
    expect(await complete(owner, id)).toEqual(['not_found', undefined]);
    expect(await stateOf(id)).toBe('erased');
  });

  it('takes name, sign-in, sessions and open invitations, and leaves the other person alone', async () => {
    const id = await ask();
    await approve(owner, id);
    await approve(admin, id);
    await wait(31 * day);
    const rowan = await signedIn(app, ellery.clinicId, ellery.rowanId, 'client');
    const iris = await signedIn(app, ellery.clinicId, ellery.irisId, 'client');
    expect((await rowan.call('get', 'homework/today')).status).toBe(200);
    expect(await complete(owner, id)).toBe('erased');
    expect((await rowan.call('get', 'homework/today')).status).toBe(401);
    expect((await iris.call('get', 'homework/today')).status).toBe(200);
    const people = await app.db.sql<{ id: string; name: string }>(
      'SELECT id, name FROM person WHERE clinic_id = $1 ORDER BY name',
      [ellery.clinicId],
    );
    expect(people).toEqual([
      { id: ellery.irisId, name: 'Iris' },
      { id: ellery.rowanId, name: '—' },
    ]);
    const left = await app.db.sql(
      `SELECT 1 FROM client_account WHERE person_id = $1 UNION ALL SELECT 1 FROM session WHERE subject_id = $1
        UNION ALL SELECT 1 FROM invitation WHERE person_id = $1 AND superseded_at IS NULL AND used_at IS NULL
        UNION ALL SELECT 1 FROM data_key WHERE owner_id = $1 AND wrapped IS NOT NULL`,
      [ellery.rowanId],
    );
    expect(left).toEqual([]);
  });

  it('counts people, not roles: one account with two roles is one', async () => {
    await app.db.sql(
      'UPDATE staff_member SET account_id = (SELECT account_id FROM staff_member WHERE id = $1) WHERE id = $2',
      [ownerId, adminId],
    );
    await arrangeStaff(app, ellery.clinicId, 'clinic_admin', 'Kit Moor');
    const id = await ask();
    expect(await approve(owner, id)).toBe('second_person');
    expect(await approve(admin, id)).toBe('erasure_already_approved');
  });

  it('in a practice of one waits 72 hours after the owner’s word, and nobody can be sent away to be alone', async () => {
    const id = await ask();
    await app.db.sql('UPDATE staff_member SET deactivated_at = now() WHERE id = $1', [adminId]);
    expect(await approve(owner, id)).toBe('second_person');
    await app.db.sql("UPDATE staff_member SET deactivated_at = created_at - interval '1 day' WHERE id = $1", [
      adminId,
    ]);
    await wait(29 * day);
    expect(await stateOf(id)).toBe('wait');
    await wait(31 * day);
    expect(await complete(owner, id)).toBe('erased');
  });

  it('can be asked for and taken back by the person, and only by them', async () => {
    const { rowan, iris } = ellery;
    expect((await rowan.call('get', 'erasure')).body).toEqual({ request: null });
    const asked = await rowan.call('post', 'erasure');
    expect([asked.status, Object.keys(asked.body.request as object)]).toEqual([
      201,
      ['askedAt', 'holdUntil'],
    ]);
    expect((await rowan.call('post', 'erasure')).body.code).toBe('erasure_already_asked');
    expect((await iris.call('get', 'erasure')).body).toEqual({ request: null });
    expect((await iris.call('delete', 'erasure')).status).toBe(404);
    const [listed] = (await admin.call('get', 'erasures')).body.erasures as { askedByPerson: boolean }[];
    expect(listed).toMatchObject({
      askedByPerson: true,
      personName: 'Rowan',
      coupleName: 'Ellery',
      state: 'owner',
    });
    expect((await rowan.call('delete', 'erasure')).body).toEqual({ request: null });
    expect((await rowan.call('post', 'erasure')).status).toBe(201);
  });

  it('is taken back by the office for good reasons, and then does nothing', async () => {
    const id = await ask();
    await approve(owner, id);
    await approve(admin, id);
    expect((await admin.call('post', `erasures/${id}/withdrawal`)).body.state).toBe('withdrawn');
    await wait(40 * day);
    expect(await complete(owner, id)).toEqual(['not_found', undefined]);
    expect(await approve(owner, id)).toBe('not_found');
    expect(await stateOf(id)).toBe('withdrawn');
  });

  it('is nobody else’s: not another clinic’s, not a therapist’s, not a stranger’s', async () => {
    const id = await ask();
    const otherClinic = await arrangeClinic(app);
    const strange = await signedIn(
      app,
      otherClinic,
      await arrangeStaff(app, otherClinic, 'owner', 'Other'),
      'owner',
    );
    const supervisorId = await arrangeStaff(app, ellery.clinicId, 'supervisor', 'Sol Reyes');
    const supervisor = await signedIn(app, ellery.clinicId, supervisorId, 'supervisor');
    expect((await strange.call('get', 'erasures')).body).toEqual({ erasures: [], nextCursor: null });
    for (const client of [strange, ellery.mina, supervisor]) {
      expect(await approve(client, id)).toBe('not_found');
      expect(await complete(client, id)).toEqual(['not_found', undefined]);
      expect((await client.call('post', 'erasures', { body: { personId: ellery.irisId } })).status).toBe(404);
    }
    expect((await ellery.mina.call('get', 'erasures')).status).toBe(404);
    expect((await app.client('clinic').call('get', 'erasures')).status).toBe(401);
    expect((await app.client('home').call('get', 'erasure')).status).toBe(401);
    expect((await admin.call('post', 'erasures', { body: { personId: randomUUID() } })).status).toBe(404);
    expect((await admin.call('post', 'erasures', { body: { personId: ellery.rowanId } })).status).toBe(409);
  });

  it('A-8: asks for a second factor of the last five minutes before each act', async () => {
    const id = await ask();
    await app.db.sql(
      `UPDATE session SET step_up_at = app.now() - interval '6 minutes' WHERE clinic_id = $1`,
      [ellery.clinicId],
    );
    for (const path of [
      'erasures',
      `erasures/${id}/approval`,
      `erasures/${id}/withdrawal`,
      `erasures/${id}/completion`,
    ]) {
      const answer = await owner.call('post', path, {
        body: path === 'erasures' ? { personId: ellery.irisId } : undefined,
      });
      expect([path, answer.body.code]).toEqual([path, 'step_up_needed']);
    }
  });

  it('is told to everybody of the care team by a letter each, once it is carried out', async () => {
    const id = await ask();
    await approve(owner, id);
    await approve(admin, id);
    await wait(31 * day);
    const letters = () =>
      app.db.sql<{ to: string; role: string }>(
        `SELECT subject_id AS to, actor_role AS role FROM outbox_message
          WHERE clinic_id = $1 AND kind = 'mail.record-erased' ORDER BY 1`,
        [ellery.clinicId],
      );
    expect(await letters()).toEqual([]);
    await complete(owner, id);
    const team = await app.db.sql<{ to: string }>(
      `SELECT DISTINCT staff_id AS to FROM care_assignment WHERE clinic_id = $1 AND couple_id = $2 AND to_at IS NULL ORDER BY 1`,
      [ellery.clinicId, ellery.coupleId],
    );
    expect(team.length).toBeGreaterThan(0);
    expect(await letters()).toEqual(team.map(({ to }) => ({ to, role: 'system' })));
  });

  it('is on record step by step, with the person and without a word', async () => {
    const id = await ask();
    await approve(owner, id);
    await approve(admin, id);
    await wait(31 * day);
    await complete(owner, id);
    const acts = await app.db.sql<{ action: string; actor_role: string }>(
      `SELECT action, actor_role FROM audit_event WHERE clinic_id = $1 AND action LIKE 'erasure.%' AND person_id = $2
        ORDER BY at, action`,
      [ellery.clinicId, ellery.rowanId],
    );
    expect(acts.map(({ action, actor_role }) => `${action} ${actor_role}`)).toEqual([
      'erasure.ask clinic_admin',
      'erasure.approve owner',
      'erasure.approve clinic_admin',
      'erasure.complete owner',
    ]);
  });

  it('holds in the database when the server is wrong: no role may erase what is not due', async () => {
    const id = await ask();
    await approve(owner, id);
    await approve(admin, id);
    const tried = await app.db.sql<{ done: boolean }>(
      `SELECT app.erase_person($1) AS done FROM (SELECT set_config('app.clinic_id', $2, false),
        set_config('app.actor_id', $3, false), set_config('app.actor_role', 'owner', false)) c`,
      [id, ellery.clinicId, ownerId],
    );
    expect(tried).toEqual([{ done: false }]);
    await expect(
      app.db.sql(`SET ROLE trellis_api; SELECT app.scrub_person('${ellery.clinicId}', '${ellery.rowanId}')`),
    ).rejects.toThrow('permission denied');
    await app.db.sql('RESET ROLE');
  });
});
