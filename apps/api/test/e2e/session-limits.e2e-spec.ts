import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { setUpMember, shiftDatabaseTime, signIn, type Member } from '../arrange-identity.js';
import { arrangeClinic, arrangeStaff, signedIn } from '../arrange.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

const minute = 60;
const hour = 60 * minute;
let app: TestApp;

beforeAll(async () => {
  app = await testApp();
});
beforeEach(async () => shiftDatabaseTime(app, 0));
afterAll(async () => app.close());

async function statusAt(browser: TestClient, seconds: number): Promise<number> {
  await shiftDatabaseTime(app, seconds);
  return (await browser.call('get', 'session')).status;
}

/** Keeps a session awake with one request every ten minutes up to `until`. */
async function stayActive(browser: TestClient, until: number): Promise<void> {
  for (let at = 10 * minute; at < until; at += 10 * minute) expect(await statusAt(browser, at)).toBe(200);
}

describe('limits of a session, by database time', () => {
  it('ends after fifteen minutes without activity', async () => {
    const member = await setUpMember(app);
    const early = await signIn(app, member);
    expect(await statusAt(early, 15 * minute - 5)).toBe(200);
    expect(await statusAt(early, 15 * minute - 5 + 15 * minute + 5)).toBe(401);
  });

  it.each([
    ['therapist', 12],
    ['clinic_admin', 8],
  ] as const)('ends for a %s after %i hours, however active', async (role, hours) => {
    const browser = await signIn(app, await setUpMember(app, role));
    await stayActive(browser, hours * hour);
    expect(await statusAt(browser, hours * hour - 5)).toBe(200);
    expect(await statusAt(browser, hours * hour + 5)).toBe(401);
  });

  it('lets ten minutes pass between password and code, and no more', async () => {
    const member = await setUpMember(app);
    const browser = app.client('clinic');
    const body = { email: member.email, password: 'a harbour under quiet clouds' };
    await browser.call('post', 'session/password', { body });
    expect(await statusAt(browser, 10 * minute - 5)).toBe(403);
    expect(await statusAt(browser, 10 * minute + 5)).toBe(401);
  });

  it('does not write anything down for reading within half a minute', async () => {
    const member: Member = await setUpMember(app);
    const browser = await signIn(app, member);
    const seen = async (): Promise<unknown> =>
      app.db.sql('SELECT seen_at FROM session WHERE subject_id = $1 AND revoked_at IS NULL', [member.id]);
    const before = await seen();
    expect(await statusAt(browser, 20)).toBe(200);
    expect(await seen()).toEqual(before);
    expect(await statusAt(browser, 40)).toBe(200);
    expect(await seen()).not.toEqual(before);
  });

  it('ends at once when the membership ends or the role changes', async () => {
    const clinicId = await arrangeClinic(app);
    for (const change of ['deactivated_at = app.now()', "role = 'supervisor'"]) {
      const id = await arrangeStaff(app, clinicId, 'therapist', 'Jo Whitlock');
      const browser = await signedIn(app, clinicId, id, 'therapist');
      expect((await browser.call('get', 'session')).status).toBe(200);
      await app.db.sql(`UPDATE staff_member SET ${change} WHERE id = $1`, [id]);
      expect((await browser.call('get', 'session')).status).toBe(401);
    }
  });

  it('serves a cookie at its own door only', async () => {
    const browser = await signIn(app, await setUpMember(app));
    const phone = app.client('home');
    phone.useCookie('__Host-client', browser.cookie('__Host-staff') ?? '');
    expect((await phone.call('get', 'session')).status).toBe(401);
  });
});
