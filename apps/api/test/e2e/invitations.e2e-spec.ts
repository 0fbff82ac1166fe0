import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  addCouple,
  invite,
  openInvitation,
  otherCode,
  setUpMember,
  shiftDatabaseTime,
  type Member,
} from '../arrange-identity.js';
import { arrangeStaff, signedIn } from '../arrange.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

let app: TestApp;
let mina: Member;
let portal: TestClient;
let rowanId: string;
let coupleId: string;

beforeAll(async () => {
  app = await testApp();
});
beforeEach(async () => {
  await shiftDatabaseTime(app, 0);
  await app.db.sql('DELETE FROM rate_limit');
  mina = await setUpMember(app);
  portal = await signedIn(app, mina.clinicId, mina.id, 'therapist');
  ({ rowanId, coupleId } = await addCouple(portal, mina.id));
});
afterAll(async () => app.close());

async function exchange(
  token: string,
  code: string,
  phone = app.client('home'),
): Promise<{ status: number; code: unknown; cookies: unknown }> {
  const answer = await phone.call('post', 'invitations/exchange', { body: { token, code } });
  return {
    status: answer.status,
    code: (answer.body as { code?: string }).code,
    cookies: answer.headers['set-cookie'],
  };
}

const refused = { status: 401, code: 'invitation_refused', cookies: undefined };

describe('inviting a person', () => {
  it('N-1 shows link and code once and keeps neither', async () => {
    const key = 'invite-rowan-once';
    const first = await portal.call('post', `invitations/${rowanId}`, { key });
    expect(first.status).toBe(201);
    expect(first.body.link).toMatch(/\/i#[A-Za-z0-9_-]{43}$/);
    expect(first.body.code).toMatch(/^[0-9]{6}$/);
    const rows = await app.db.sql<{ whole: string; hours: number }>(
      `SELECT i::text AS whole, (extract(epoch FROM expires_at - created_at) / 3600)::float8 AS hours
        FROM invitation i WHERE person_id = $1`,
      [rowanId],
    );
    expect(rows.map((row) => row.hours)).toEqual([72]);
    const token = (first.body.link as string).split('#')[1] ?? '';
    for (const secret of [token, Buffer.from(token).toString('hex')])
      expect(rows[0]?.whole).not.toContain(secret);
    expect((await portal.call('post', `invitations/${rowanId}`, { key })).body).toEqual(first.body);
  });

  it('N-1 leaves one open when a person is invited several times at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => portal.call('post', `invitations/${rowanId}`)),
    );
    expect(answers.map((answer) => answer.status)).toEqual(Array(6).fill(201));
    const open = await app.db.sql('SELECT FROM invitation WHERE person_id = $1 AND superseded_at IS NULL', [
      rowanId,
    ]);
    expect(open).toHaveLength(1);
  });

  it('C-2 is for the care team: an admin and a colleague outside of it find nobody', async () => {
    for (const role of ['clinic_admin', 'therapist'] as const) {
      const id = await arrangeStaff(app, mina.clinicId, role, 'Sam Okafor');
      const answer = await (
        await signedIn(app, mina.clinicId, id, role)
      ).call('post', `invitations/${rowanId}`);
      expect([answer.status, answer.body.code]).toEqual([404, 'not_found']);
    }
  });

  it('lets only the own side’s therapist invite somebody anew who has enrolled', async () => {
    const joId = await arrangeStaff(app, mina.clinicId, 'therapist', 'Jo Whitlock');
    await app.db.sql(
      `INSERT INTO care_assignment VALUES ($1, gen_random_uuid(), $2, $3, 'BP', false, app.now() - interval '1 day', NULL)`,
      [mina.clinicId, coupleId, joId],
    );
    const jo = await signedIn(app, mina.clinicId, joId, 'therapist');
    expect((await jo.call('post', `invitations/${rowanId}`)).status).toBe(201);
    await app.db.sql('UPDATE enrolment SET enrolled_at = now() WHERE person_id = $1', [rowanId]);
    expect((await jo.call('post', `invitations/${rowanId}`)).status).toBe(404);
    expect((await portal.call('post', `invitations/${rowanId}`)).status).toBe(201);
  });
});

describe('opening an invitation', () => {
  it('N-3, N-8 needs link and code, works once, and opens nothing but the enrolment', async () => {
    const invited = await invite(portal, rowanId);
    const phone = await openInvitation(app, invited);
    expect(await exchange(invited.token, invited.code)).toEqual(refused);
    expect((await phone.call('get', 'enrolment')).status).toBe(200);
    for (const path of ['homework/today', 'predictors/current']) {
      const answer = await phone.call('get', path);
      expect([path, answer.status, answer.body.code]).toEqual([path, 403, 'not_allowed']);
    }
    expect((await phone.call('delete', 'session')).status).toBe(403);
  });

  it('N-4 answers unknown, expired, superseded, used, locked and wrong alike', async () => {
    const older = await invite(portal, rowanId);
    const open = await invite(portal, rowanId);
    expect(await exchange(older.token, older.code)).toEqual(refused);
    expect(await exchange('A'.repeat(43), open.code)).toEqual(refused);
    for (let count = 0; count < 5; count += 1)
      expect(await exchange(open.token, otherCode(open.code))).toEqual(refused);
    expect(await exchange(open.token, open.code)).toEqual(refused);
    const late = await invite(portal, rowanId);
    await shiftDatabaseTime(app, 72 * 3600 + 5);
    expect(await exchange(late.token, late.code)).toEqual(refused);
    const actions = await app.db.sql<{ action: string }>(
      `SELECT DISTINCT action FROM audit_event WHERE resource = 'invitation' AND person_id = $1 ORDER BY action`,
      [rowanId],
    );
    expect(actions.map((row) => row.action)).toEqual([
      'invitation.create',
      'invitation.exchange',
      'invitation.lock',
    ]);
  });

  it('N-3 looks at no more than five of sixty-four codes sent at once', async () => {
    const invited = await invite(portal, rowanId);
    const codes = Array.from({ length: 64 }, (_, at) =>
      String((Number(invited.code) + 1 + at) % 1_000_000).padStart(6, '0'),
    );
    const answers = await Promise.all(codes.map((code) => exchange(invited.token, code)));
    for (const answer of answers) expect(answer).toEqual(refused);
    const counted = await app.db.sql<{ attempts: number; refusals: number }>(
      `SELECT i.attempts, (SELECT count(*)::int FROM audit_event a WHERE a.resource_id = i.id AND a.reason_code = 'wrong_code') AS refusals
        FROM invitation i WHERE i.id = $1`,
      [invited.id],
    );
    expect(counted).toEqual([{ attempts: 5, refusals: 5 }]);
    expect(await exchange(invited.token, invited.code)).toEqual(refused);
  });

  it('N-5 gives one session when the right code is sent twice at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const invited = await invite(portal, rowanId);
      const statuses = await Promise.all(
        [1, 2].map(async () => (await exchange(invited.token, invited.code)).status),
      );
      expect(statuses.sort()).toEqual([204, 401]);
    }
    const sessions = await app.db.sql(`SELECT FROM session WHERE subject_id = $1 AND level = 'enrolment'`, [
      rowanId,
    ]);
    expect(sessions).toHaveLength(5);
  });

  it('N-2 changes nothing when the link is only looked at', async () => {
    const invited = await invite(portal, rowanId);
    const phone = app.client('home');
    for (const path of [
      '/i',
      '/api/home/invitations/exchange',
      `/api/home/invitations/${invited.token}`,
      '/api/home/session',
    ]) {
      const answer = await phone.raw('get', path);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
    const rows = await app.db.sql('SELECT attempts, used_at FROM invitation WHERE id = $1', [invited.id]);
    expect(rows).toEqual([{ attempts: 0, used_at: null }]);
    await openInvitation(app, invited);
  });

  it('limits a network that tries many links', async () => {
    const answers = [];
    for (let count = 0; count < 101; count += 1) answers.push(await exchange('B'.repeat(43), '000000'));
    expect(answers.at(99)).toEqual(refused);
    expect(answers.at(100)?.status).toBe(429);
  });

  it('ends the session of whoever used this device before', async () => {
    const iris = await signedIn(
      app,
      mina.clinicId,
      (
        await app.db.sql<{ person_id: string }>(
          `SELECT person_id FROM enrolment WHERE couple_id = $1 AND side = 'BP'`,
          [coupleId],
        )
      )[0]!.person_id,
      'client',
    );
    const before = iris.cookie('__Host-client') ?? '';
    const invited = await invite(portal, rowanId);
    expect((await exchange(invited.token, invited.code, iris)).status).toBe(204);
    expect((await iris.call('get', 'enrolment')).body.name).toBe('Rowan');
    iris.useCookie('__Host-client', before);
    expect((await iris.call('get', 'session')).status).toBe(401);
  });
});
