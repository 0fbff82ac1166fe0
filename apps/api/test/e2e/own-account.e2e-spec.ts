import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  otherCode,
  setUpMember,
  shiftDatabaseTime,
  signIn,
  staffPassword,
  type Member,
} from '../arrange-identity.js';
import { signedIn } from '../arrange.js';
import { digitsOf, halfSignedIn } from '../arrange-staff.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

const newPassword = 'nine kites over wet sand';
let app: TestApp;
let member: Member;
let browser: TestClient;

beforeAll(async () => {
  app = await testApp();
});
afterAll(async () => app.close());
beforeEach(async () => {
  member = await setUpMember(app);
  browser = await signIn(app, member);
});

const otherDevice = (): Promise<TestClient> => signedIn(app, member.clinicId, member.id, 'therapist');
const changePassword = (current: string, password: string) =>
  browser.call('put', 'account/password', { body: { current, password } });

describe('one’s own account', () => {
  it('S-8 ends every other session with a new password, and the old one opens nothing', async () => {
    const other = await otherDevice();
    const old = browser.cookie('__Host-staff') ?? '';
    expect((await changePassword(staffPassword, newPassword)).status).toBe(204);
    expect((await other.call('get', 'session')).status).toBe(401);
    expect((await browser.call('get', 'session')).status).toBe(200);
    expect(browser.cookie('__Host-staff')).not.toBe(old);
    const tries = [];
    for (const password of [staffPassword, newPassword]) {
      const answer = await app
        .client('clinic')
        .call('post', 'session/password', { body: { email: member.email, password } });
      tries.push(answer.status);
    }
    expect(tries).toEqual([401, 200]);
    const sent = await app.db.sql(
      `SELECT FROM outbox_message WHERE kind = 'mail.account-changed' AND subject_id = $1`,
      [member.id],
    );
    expect(sent).toHaveLength(1);
  });

  it('A-10 asks for the current password and a fresh second factor, and makes guessing wait', async () => {
    const wrong = await changePassword('not the password', newPassword);
    expect([wrong.status, wrong.body.code]).toEqual([400, 'password_wrong']);
    for (let time = 0; time < 6; time += 1) await changePassword('not the password', newPassword);
    expect((await changePassword(staffPassword, newPassword)).body.code).toBe('password_wrong');
    await app.db.sql('UPDATE session SET step_up_at = NULL WHERE subject_id = $1', [member.id]);
    const late = await changePassword(staffPassword, newPassword);
    expect([late.status, late.body.code]).toEqual([403, 'step_up_needed']);
  });

  it('A-2 holds for a new password too', async () => {
    const said = [];
    for (const password of ['short words', 'Welcome12345', 'castellan by the sea', 'x'.repeat(129)])
      said.push((await changePassword(staffPassword, password)).body.code);
    expect(said).toEqual([
      'password_too_short',
      'password_too_common',
      'password_too_common',
      'password_too_long',
    ]);
    const emoji = '🌊🌲🌻🪁🛶🌙🍃🌾🐚🪵🧭🔭'.repeat(5);
    expect((await changePassword(staffPassword, emoji)).status).toBe(204);
    const answer = await app
      .client('clinic')
      .call('post', 'session/password', { body: { email: member.email, password: emoji } });
    expect(answer.status).toBe(200);
  });

  it('S-8 changes the authenticator once its code arrived, ends other sessions, and the old one is dead', async () => {
    const other = await otherDevice();
    const seed = await browser.call('post', 'account/authenticator');
    const secret = String(seed.body.secret);
    expect(seed.body.address).toContain(`secret=${secret}`);
    const code = digitsOf(secret);
    expect(
      (await browser.call('put', 'account/authenticator', { body: { code: otherCode(code) } })).status,
    ).toBe(401);
    expect((await other.call('get', 'session')).status).toBe(200);
    expect((await browser.call('put', 'account/authenticator', { body: { code } })).status).toBe(204);
    expect((await other.call('get', 'session')).status).toBe(401);
    await shiftDatabaseTime(app, 60);
    const statuses = [];
    for (const one of [member.totpSecret, secret]) {
      const half = await halfSignedIn(app, member);
      statuses.push(
        (await half.call('post', 'session/second-factor', { body: { code: digitsOf(one, 60) } })).status,
      );
    }
    await shiftDatabaseTime(app, 0);
    expect(statuses).toEqual([401, 200]);
  });

  it('A-10 lets a recovery code lead to a new authenticator, never past the password', async () => {
    const codes = (await browser.call('post', 'account/recovery-codes')).body.codes as string[];
    const half = await halfSignedIn(app, member);
    expect((await half.call('post', 'account/authenticator')).status).toBe(403);
    const entered = await half.call('post', 'session/recovery-code', { body: { code: codes[0] } });
    expect(entered.body.stepUpUntil).not.toBeNull();
    const secret = String((await half.call('post', 'account/authenticator')).body.secret);
    const changed = await half.call('put', 'account/authenticator', { body: { code: digitsOf(secret) } });
    expect(changed.status).toBe(204);
  });

  it('S-7 shows where one is signed in, and signs out there', async () => {
    const phone = app.client('clinic');
    const agent = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' };
    await shiftDatabaseTime(app, 60);
    await phone.call('post', 'session/password', {
      body: { email: member.email, password: staffPassword },
      headers: agent,
    });
    await phone.call('post', 'session/second-factor', {
      body: { code: digitsOf(member.totpSecret, 60) },
      headers: agent,
    });
    const listed = await browser.call('get', 'account');
    const devices = listed.body.sessions as { ref: string; device: string; current: boolean }[];
    expect(devices.map(({ device, current }) => [device, current]).sort()).toEqual([
      ['', true],
      ['Firefox, Linux', false],
    ]);
    const there = devices.find(({ current }) => !current)!;
    expect((await browser.call('delete', `account/sessions/${there.ref}`)).status).toBe(204);
    expect((await phone.call('get', 'session')).status).toBe(401);
    expect((await browser.call('delete', `account/sessions/${there.ref}`)).status).toBe(404);
    const stranger = await signIn(app, await setUpMember(app), 60);
    const mine = devices.find(({ current }) => current)!;
    expect((await stranger.call('delete', `account/sessions/${mine.ref}`)).status).toBe(404);
    expect((await browser.call('get', 'session')).status).toBe(200);
    await shiftDatabaseTime(app, 0);
  });
});
