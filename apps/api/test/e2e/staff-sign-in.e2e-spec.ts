import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  codeAt,
  codeOf,
  otherCode,
  setUpMember,
  shiftDatabaseTime,
  signIn,
  staffPassword,
  stopDatabaseTime,
  type Member,
} from '../arrange-identity.js';
import { testApp, type TestApp } from '../test-app.js';

let app: TestApp;
let mina: Member;
let shift = 0;

beforeAll(async () => {
  app = await testApp();
});
afterAll(async () => app.close());

/** A fresh member of staff, so that limits and used codes of one spec do not reach another. */
async function freshMember(): Promise<void> {
  mina = await setUpMember(app);
}

function cookieLines(headers: Record<string, unknown>): string[] {
  return (headers['set-cookie'] as string[] | undefined) ?? [];
}

describe('signing in as staff', () => {
  it('takes a password and then a code, and says who it is', async () => {
    await freshMember();
    const browser = app.client('clinic');
    const first = await browser.call('post', 'session/password', {
      body: { email: mina.email, password: staffPassword },
    });
    expect([first.status, first.body]).toEqual([200, { step: 'second_factor' }]);
    const second = await browser.call('post', 'session/second-factor', {
      body: { code: codeAt(mina, shift) },
    });
    expect(second.status).toBe(200);
    expect(second.body.staff).toEqual({
      id: mina.id,
      name: 'Mina Castellan',
      credentials: 'LMFT',
      role: 'therapist',
    });
    expect(second.body.permissions).toContain('people.invite');
    expect(second.body.permissions).not.toContain('reports.export');
    expect(second.body.stepUpUntil).not.toBeNull();
    const again = await browser.call('get', 'session');
    expect([again.status, again.body.csrfToken]).toEqual([200, second.body.csrfToken]);
  });

  it('S-1, S-3 sets a cookie no page can read and no other site can send, and keeps only its hash', async () => {
    await freshMember();
    const browser = app.client('clinic');
    const answer = await browser.call('post', 'session/password', {
      body: { email: mina.email, password: staffPassword },
    });
    const [line = '', known = ''] = cookieLines(answer.headers);
    expect(cookieLines(answer.headers)).toHaveLength(2);
    expect(known).toMatch(
      /^__Host-known=[\w.-]+; Max-Age=7776000; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    expect(line).toMatch(/^__Host-staff=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    const id = browser.cookie('__Host-staff') ?? '';
    const stored = await app.db.sql<{ whole: string }>('SELECT s::text AS whole FROM session s');
    expect(stored.length).toBeGreaterThan(0);
    const spellings = [id, Buffer.from(id).toString('hex'), Buffer.from(id, 'base64url').toString('hex')];
    for (const { whole } of stored) for (const spelling of spellings) expect(whole).not.toContain(spelling);
  });

  it('A-1 opens nothing with a password alone', async () => {
    await freshMember();
    const browser = app.client('clinic');
    await browser.call('post', 'session/password', { body: { email: mina.email, password: staffPassword } });
    for (const path of ['session', 'caseload']) {
      const answer = await browser.call('get', path);
      expect([answer.status, answer.body.code]).toEqual([403, 'second_factor_needed']);
    }
  });

  it('S-2 gives a new id at each step, and the old ones are dead', async () => {
    await freshMember();
    const browser = app.client('clinic');
    await browser.call('post', 'session/password', { body: { email: mina.email, password: staffPassword } });
    const ids = [browser.cookie('__Host-staff') ?? ''];
    await browser.call('post', 'session/second-factor', { body: { code: codeAt(mina, shift) } });
    ids.push(browser.cookie('__Host-staff') ?? '');
    shift += 60;
    await shiftDatabaseTime(app, shift);
    expect(
      (await browser.call('post', 'session/step-up', { body: { code: codeAt(mina, shift) } })).status,
    ).toBe(200);
    ids.push(browser.cookie('__Host-staff') ?? '');
    expect(new Set(ids).size).toBe(3);
    for (const [at, id] of ids.entries()) {
      const other = app.client('clinic');
      other.useCookie('__Host-staff', id);
      expect((await other.call('get', 'session')).status).toBe(at === 2 ? 200 : 401);
    }
  });

  it('answers unknown, wrong and ended alike, and leaves a trace of the known ones only', async () => {
    await freshMember();
    const gone = await setUpMember(app);
    await app.db.sql('UPDATE staff_member SET deactivated_at = app.now() WHERE id = $1', [gone.id]);
    const tries = [
      { email: 'nobody@clinic.example', password: staffPassword },
      { email: mina.email, password: 'something else entirely' },
      { email: gone.email, password: staffPassword },
    ];
    const answers = [];
    for (const body of tries)
      answers.push(await app.client('clinic').call('post', 'session/password', { body }));
    for (const answer of answers) {
      expect([answer.status, answer.body.code, answer.body.facts]).toEqual([401, 'sign_in_refused', {}]);
      expect(cookieLines(answer.headers)).toEqual([]);
    }
    const rows = await app.db.sql('SELECT decision, reason_code FROM audit_event WHERE clinic_id = $1', [
      mina.clinicId,
    ]);
    expect(rows).toEqual([{ decision: 'refused', reason_code: 'wrong_password' }]);
  });

  it('A-4 takes a code once, also when it is sent twice at the same time', async () => {
    await freshMember();
    const code = codeAt(mina, shift);
    const browsers = [app.client('clinic'), app.client('clinic'), app.client('clinic')];
    for (const browser of browsers) {
      await browser.call('post', 'session/password', {
        body: { email: mina.email, password: staffPassword },
      });
    }
    const [first, second, third] = browsers;
    const raced = await Promise.all(
      [first!, second!].map((browser) => browser.call('post', 'session/second-factor', { body: { code } })),
    );
    expect(raced.map((answer) => answer.status).sort()).toEqual([200, 401]);
    const replayed = await third!.call('post', 'session/second-factor', { body: { code } });
    expect([replayed.status, replayed.body.code]).toEqual([401, 'second_factor_refused']);
  });

  it('A-4 takes the code of the step before and none older or newer', async () => {
    await freshMember();
    const epoch = 1_900_000_000 - (1_900_000_000 % 30);
    await stopDatabaseTime(app, epoch);
    const browser = app.client('clinic');
    await browser.call('post', 'session/password', { body: { email: mina.email, password: staffPassword } });
    const statuses = [];
    for (const seconds of [-31, 30, -1]) {
      const answer = await browser.call('post', 'session/second-factor', {
        body: { code: codeOf(mina, epoch + seconds) },
      });
      statuses.push(answer.status);
    }
    await shiftDatabaseTime(app, shift);
    expect(statuses).toEqual([401, 401, 200]);
  });

  it('makes an account wait after repeated failures without saying so', async () => {
    await freshMember();
    const wrong = { email: mina.email, password: 'something else entirely' };
    for (let count = 0; count < 6; count += 1)
      await app.client('clinic').call('post', 'session/password', { body: wrong });
    const right = await app
      .client('clinic')
      .call('post', 'session/password', { body: { email: mina.email, password: staffPassword } });
    expect([right.status, right.body.code, right.body.facts]).toEqual([401, 'sign_in_refused', {}]);
    const rows = await app.db.sql(
      `SELECT reason_code FROM audit_event WHERE clinic_id = $1 AND reason_code = 'must_wait'`,
      [mina.clinicId],
    );
    expect(rows.length).toBeGreaterThan(0);
  });

  it('W-3 refuses writes without the session’s token, and from other sites', async () => {
    await freshMember();
    const browser = await signIn(app, mina, shift);
    const bare = await browser.call('post', 'session/lock', {
      headers: { 'x-xsrf-token': otherCode('000000') },
    });
    expect([bare.status, bare.body.code]).toEqual([403, 'cross_site_refused']);
    const foreign = await browser.call('post', 'session/lock', {
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect([foreign.status, foreign.body.code]).toEqual([403, 'cross_site_refused']);
    expect((await browser.call('get', 'session')).status).toBe(200);
  });

  it.each(['delete session', 'post session/lock'])('S-5 ends the session at the server: %s', async (call) => {
    await freshMember();
    const browser = await signIn(app, mina, shift);
    const id = browser.cookie('__Host-staff') ?? '';
    const [method, path] = call.split(' ') as ['delete' | 'post', string];
    const answer = await browser.call(method, path);
    expect(answer.status).toBe(204);
    expect(answer.headers['clear-site-data']).toBe('"cache"');
    expect(browser.cookie('__Host-staff')).toBeUndefined();
    browser.useCookie('__Host-staff', id);
    expect((await browser.call('get', 'session')).status).toBe(401);
  });
});
