import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { PasswordHasher } from '../../src/identity/password-hasher.js';
import {
  addCouple,
  allConsents,
  invite,
  openInvitation,
  setUpMember,
  shiftDatabaseTime,
  signIn,
  type Member,
} from '../arrange-identity.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

const pin = '482917';
const minute = 60;
const day = 86_400;
let app: TestApp;
let therapist: TestClient;
let member: Member;
let rowanId: string;
let phone: TestClient;

beforeAll(async () => {
  app = await testApp();
});
afterAll(async () => app.close());
beforeEach(async () => {
  await shiftDatabaseTime(app, 0);
  await app.db.sql('DELETE FROM rate_limit');
  member = await setUpMember(app);
  therapist = await signIn(app, member);
  ({ rowanId } = await addCouple(therapist, member.id));
  phone = await enrolled();
});

const agreed = { consents: allConsents, language: 'en' };

/** Rowan's phone, enrolled with a PIN. */
async function enrolled(): Promise<TestClient> {
  const device = await openInvitation(app, await invite(therapist, rowanId));
  const answer = await device.call('post', 'enrolment/device', { body: { ...agreed, pin } });
  if (answer.status !== 201) throw new Error(`enrolment failed: ${JSON.stringify(answer.body)}`);
  await device.call('get', 'session');
  return device;
}

/** The same device after its session cookie is gone. */
function reopened(): TestClient {
  const device = app.client('home');
  device.useCookie('__Host-device', phone.cookie('__Host-device') ?? '');
  return device;
}

const enter = (device: TestClient, digits = pin) =>
  device.call('post', 'session/pin', { body: { pin: digits } });
const said = async (answer: ReturnType<TestClient['call']>): Promise<unknown[]> => {
  const { status, body } = await answer;
  return [status, (body as { code?: unknown }).code];
};
const refused = [401, 'pin_refused'];

describe('a device with a PIN', () => {
  it('is chosen at enrolment, and its token and PIN are kept as hashes', async () => {
    expect((await phone.call('get', 'session')).body.level).toBe('pin');
    const token = phone.cookie('__Host-device') ?? '';
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const [row] = await app.db.sql<{ token_hash: Buffer; pin_hash: string }>(
      'SELECT token_hash, pin_hash FROM device_pin WHERE person_id = $1',
      [rowanId],
    );
    expect(row?.pin_hash).toMatch(/^\$argon2id\$/);
    expect(row?.token_hash.equals(Buffer.from(token, 'base64url'))).toBe(false);
    expect(await app.db.sql('SELECT FROM client_account WHERE person_id = $1', [rowanId])).toEqual([]);
  });

  it.each(['111111', '123456', '987654', '121212', '123123', '112211'])(
    'takes no PIN like %s',
    async (common) => {
      const device = await openInvitation(app, await invite(therapist, rowanId));
      const answer = device.call('post', 'enrolment/device', { body: { ...agreed, pin: common } });
      expect(await said(answer)).toEqual([400, 'pin_too_common']);
    },
  );

  it('says whether it opens with a PIN, and not whose it is', async () => {
    expect((await reopened().call('get', 'session/device')).body).toEqual({ pin: true });
    expect((await app.client('home').call('get', 'session/device')).body).toEqual({ pin: false });
  });

  it('opens own homework and past entries, and nothing that needs a real factor', async () => {
    const statuses = async (method: 'get' | 'put', paths: readonly string[]) => {
      const codes = [];
      for (const path of paths)
        codes.push((await phone.call(method, path, { body: { given: true } })).status);
      return codes;
    };
    expect(await statuses('get', ['homework/today', 'homework/record', 'predictors/current'])).toEqual([
      200, 200, 200,
    ]);
    expect(await said(phone.call('get', 'record/openings'))).toEqual([403, 'stronger_sign_in_needed']);
    expect(await said(phone.call('put', 'consents/measurement', { body: { given: false } }))).toEqual([
      403,
      'stronger_sign_in_needed',
    ]);
    expect(await said(phone.call('post', 'session/step-up', { body: { passphrase: 'x' } }))).toEqual([
      403,
      'stronger_sign_in_needed',
    ]);
  });

  it('S-4 asks for the PIN after five minutes, ends after thirty, and after a day in any case', async () => {
    await shiftDatabaseTime(app, 5 * minute - 5);
    expect((await phone.call('get', 'homework/today')).status).toBe(200);
    await shiftDatabaseTime(app, 10 * minute);
    expect(await said(phone.call('get', 'homework/today'))).toEqual([401, 'pin_needed']);
    const locked = phone.cookie('__Host-client');
    const resumed = await enter(phone);
    expect([resumed.status, resumed.body.idleSeconds]).toEqual([200, 5 * minute]);
    expect(phone.cookie('__Host-client')).not.toBe(locked);
    expect(new Date(resumed.body.endsAt as string).getTime() - Date.now()).toBeLessThan(
      (24 * 60 + 1) * minute * 1000,
    );
    await shiftDatabaseTime(app, 41 * minute);
    expect(await said(phone.call('get', 'homework/today'))).toEqual([401, 'not_signed_in']);
    const anew = await enter(phone);
    expect(anew.status).toBe(200);
    for (let at = 41 * minute; at < 41 * minute + day; at += 4 * minute) {
      await shiftDatabaseTime(app, at);
      if ((await phone.call('get', 'session')).status !== 200)
        throw new Error(`ended after ${String(at)} seconds`);
    }
    await shiftDatabaseTime(app, 41 * minute + day + 5);
    expect(await said(phone.call('get', 'session'))).toEqual([401, 'not_signed_in']);
  });

  it('does not stay open while it is locked, however often it is asked', async () => {
    for (const at of [6, 12, 18, 24, 29]) {
      await shiftDatabaseTime(app, at * minute);
      expect(await said(phone.call('get', 'session'))).toEqual([401, 'pin_needed']);
    }
    await shiftDatabaseTime(app, 31 * minute);
    expect(await said(phone.call('get', 'session'))).toEqual([401, 'not_signed_in']);
  });

  it('opens for thirty days', async () => {
    await shiftDatabaseTime(app, 30 * day - 60);
    expect((await enter(reopened())).status).toBe(200);
    await shiftDatabaseTime(app, 30 * day + 60);
    expect(await said(enter(reopened()))).toEqual(refused);
    expect((await reopened().call('get', 'session/device')).body).toEqual({ pin: false });
  });

  it('counts five wrong PINs, then opens nothing, even with the right one', async () => {
    for (let time = 0; time < 4; time += 1) expect(await said(enter(reopened(), '000111'))).toEqual(refused);
    expect((await enter(reopened())).status).toBe(200);
    for (let time = 0; time < 5; time += 1) expect(await said(enter(reopened(), '000111'))).toEqual(refused);
    expect(await said(enter(reopened()))).toEqual(refused);
    expect((await reopened().call('get', 'session/device')).body).toEqual({ pin: false });
    const acts = await app.db.sql<{ reason_code: string }>(
      `SELECT reason_code FROM audit_event WHERE person_id = $1 AND action = 'session.pin' AND decision = 'refused'`,
      [rowanId],
    );
    expect(acts.filter((act) => act.reason_code === 'no_tries_left')).toHaveLength(1);
  });

  it('A-7 evaluates at most five of 64 wrong PINs sent at once', async () => {
    const compared = jest.spyOn(PasswordHasher.prototype, 'verify');
    try {
      const answers = await Promise.all(
        Array.from({ length: 64 }, async (_, at) => enter(reopened(), String(100_000 + at))),
      );
      expect(answers.filter(({ status }) => status === 200)).toEqual([]);
      const evaluated = compared.mock.calls.filter(([stored]) => stored !== null);
      expect(evaluated).toHaveLength(5);
    } finally {
      compared.mockRestore();
    }
    expect(await said(enter(reopened()))).toEqual(refused);
  });

  it('A-7 lets nobody in the same network keep the owner out', async () => {
    const guesser = async (): Promise<number> => {
      const device = app.client('home');
      device.useCookie('__Host-device', Buffer.alloc(32, 9).toString('base64url'));
      return (await enter(device, '999999')).status;
    };
    const answers = [];
    for (let time = 0; time < 102; time += 1) answers.push(await guesser());
    expect(answers.at(-1)).toBe(429);
    expect((await enter(reopened())).status).toBe(200);
  });

  it('A-6 says the same of a wrong PIN, a device without tries, and a device nobody set up', async () => {
    const stranger = app.client('home');
    stranger.useCookie('__Host-device', Buffer.alloc(32, 3).toString('base64url'));
    const bodies = [
      await enter(reopened(), '000111'),
      await enter(stranger),
      await enter(app.client('home')),
    ].map(({ status, body }) => ({ status, code: body.code as string, facts: body.facts as object }));
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
  });

  it('is replaced by a new enrolment, and its session ends', async () => {
    const old = phone;
    phone = await enrolled();
    expect((await old.call('get', 'session')).status).toBe(401);
    expect(await said(enter(old))).toEqual(refused);
    expect((await enter(reopened())).status).toBe(200);
  });
});
