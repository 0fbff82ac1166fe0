import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { shiftDatabaseTime, staffPassword } from '../arrange-identity.js';
import { digitsOf, firstClinic, setUpOwner, setupToken } from '../arrange-staff.js';
import { testApp, type TestApp } from '../test-app.js';

let app: TestApp;

beforeEach(async () => {
  app = await testApp();
});
afterEach(async () => app.close());

/** A set-up that would work with this token. */
async function goodBody(token: string | null): Promise<object> {
  const seed = await app.client('clinic').call('post', 'setup/authenticator', { body: { token } });
  return { ...firstClinic, token, code: digitsOf(String(seed.body.secret)) };
}

describe('an empty server', () => {
  it('A-9 holds no account, and no usual name and password opens it', async () => {
    expect(await app.db.sql('SELECT FROM staff_account')).toEqual([]);
    const usual = ['admin', 'password', 'changeme', 'trellis', 'Trellis123!', 'demo', 'root', ''];
    for (const email of [
      'admin@trellis.local',
      'admin@example.com',
      'owner@clinic.example',
      'demo@trellis.example',
    ]) {
      for (const password of usual.filter((word) => word !== '')) {
        const answer = await app
          .client('clinic')
          .call('post', 'session/password', { body: { email, password } });
        expect([401, 429]).toContain(answer.status);
      }
    }
  });

  it('A-9 makes its link once, also for servers that start together, and anew only when asked', async () => {
    const made = await Promise.all([setupToken(app), setupToken(app), setupToken(app)]);
    expect(made.filter((token) => token !== null)).toHaveLength(1);
    expect(await setupToken(app)).toBeNull();
    const again = await setupToken(app, 'again');
    const [old = null] = made.filter((token) => token !== null);
    expect(again).toMatch(/^[A-Za-z0-9_-]{43}$/);
    const browser = app.client('clinic');
    expect((await browser.call('post', 'setup/authenticator', { body: { token: old } })).status).toBe(401);
    expect((await browser.call('post', 'setup/authenticator', { body: { token: again } })).status).toBe(200);
    const stored = await app.db.sql<{ whole: string }>('SELECT t::text AS whole FROM setup_token t');
    expect(stored).toHaveLength(1);
    expect(stored[0]?.whole).not.toContain(again);
  });

  it('A-9 becomes a clinic with an owner who is signed in, and everything is kept in one transaction', async () => {
    const { browser, codes } = await setUpOwner(app);
    const session = await browser.call('get', 'session');
    expect(session.body.staff).toMatchObject({ name: 'Ada Field', role: 'owner' });
    expect(session.body.permissions).toContain('staff.manage');
    expect(session.body.stepUpUntil).not.toBeNull();
    expect(codes).toHaveLength(10);
    const rows = await app.db.sql<{ made: string }>(
      `SELECT count(DISTINCT x) AS made FROM (SELECT xmin::text AS x FROM clinic UNION SELECT xmin::text FROM staff_member
        UNION SELECT xmin::text FROM staff_account UNION SELECT xmin::text FROM setup_token) t`,
    );
    expect(rows[0]?.made).toBe('1');
  });

  it('A-9 lets one of two in who use the link at the same time, and nobody afterwards', async () => {
    const token = await setupToken(app);
    const body = await goodBody(token);
    const raced = await Promise.all([1, 2].map(() => app.client('clinic').call('post', 'setup', { body })));
    expect(raced.map((answer) => answer.status).sort()).toEqual([201, 401]);
    const late = await app.client('clinic').call('post', 'setup', { body });
    expect([late.status, late.body.code]).toEqual([401, 'setup_refused']);
    expect(await app.db.sql('SELECT FROM clinic')).toHaveLength(1);
    expect(await setupToken(app, 'again')).toBeNull();
  });

  it('A-9 refuses alike an unknown link, one that has run out, and one beside a clinic', async () => {
    const token = await setupToken(app);
    const body = await goodBody(token);
    const answers = [
      await app.client('clinic').call('post', 'setup', { body: { ...body, token: 'A'.repeat(43) } }),
    ];
    await shiftDatabaseTime(app, 24 * 3600 + 1);
    answers.push(await app.client('clinic').call('post', 'setup', { body }));
    await shiftDatabaseTime(app, 0);
    await app.db.sql("INSERT INTO clinic VALUES (gen_random_uuid(), 'Other', 'UTC', '', now())");
    answers.push(await app.client('clinic').call('post', 'setup', { body }));
    for (const { status, body: said } of answers)
      expect([status, said.code, said.facts]).toEqual([401, 'setup_refused', {}]);
    expect(await app.db.sql('SELECT FROM staff_account')).toEqual([]);
  });

  it('A-2 refuses a password that is short, common, or holds a name of the clinic, and changes nothing', async () => {
    const token = await setupToken(app);
    const body = await goodBody(token);
    const said = [];
    for (const password of ['short words', 'Password1234', 'ada sees the sea', 'pier lights at dusk']) {
      const answer = await app.client('clinic').call('post', 'setup', { body: { ...body, password } });
      said.push([answer.status, answer.body.code]);
    }
    expect(said).toEqual([[400, 'password_too_short'], ...Array(3).fill([400, 'password_too_common'])]);
    expect(await app.db.sql('SELECT FROM clinic')).toEqual([]);
    expect((await app.client('clinic').call('post', 'setup', { body })).status).toBe(201);
  });

  it('A-1 asks for the code of the authenticator before anything is made', async () => {
    const token = await setupToken(app);
    const answer = await app
      .client('clinic')
      .call('post', 'setup', { body: { ...(await goodBody(token)), code: '000000' } });
    expect([answer.status, answer.body.code]).toEqual([401, 'second_factor_refused']);
    expect(await app.db.sql('SELECT FROM clinic')).toEqual([]);
  });

  it('lets an owner who treats couples change over to that role and back, each under a new id', async () => {
    const { browser } = await setUpOwner(app);
    const account = await browser.call('get', 'account');
    const places = account.body.memberships as {
      role: string;
      clinicId: string;
      staffId: string;
      current: boolean;
    }[];
    expect(places.map(({ role, current }) => [role, current]).sort()).toEqual([
      ['owner', true],
      ['therapist', false],
    ]);
    const other = places.find(({ role }) => role === 'therapist')!;
    const before = browser.cookie('__Host-staff') ?? '';
    const { clinicId, staffId } = other;
    const changed = await browser.call('post', 'session/membership', { body: { clinicId, staffId } });
    expect([changed.status, changed.body.staff.role, changed.body.permissions]).toEqual([
      200,
      'therapist',
      expect.arrayContaining(['couples.create']),
    ]);
    expect(browser.cookie('__Host-staff')).not.toBe(before);
    const old = app.client('clinic');
    old.useCookie('__Host-staff', before);
    expect((await old.call('get', 'session')).status).toBe(401);
    expect((await browser.call('get', 'caseload')).status).toBe(200);
  });

  it('takes the owner in again with password and code', async () => {
    const { secret } = await setUpOwner(app);
    await shiftDatabaseTime(app, 60);
    const browser = app.client('clinic');
    await browser.call('post', 'session/password', {
      body: { email: firstClinic.email, password: staffPassword },
    });
    const entered = await browser.call('post', 'session/second-factor', {
      body: { code: digitsOf(secret, 60) },
    });
    expect([entered.status, entered.body.staff.role]).toEqual([200, 'owner']);
  });
});
