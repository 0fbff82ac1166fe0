import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner.js';
import { PasswordHasher } from '../../src/identity/password-hasher.js';
import { setUpMember, signIn, staffPassword, type Member } from '../arrange-identity.js';
import { enrolledPerson } from '../arrange-person.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

let app: TestApp;
let member: Member;

beforeAll(async () => {
  // Where a request comes from is told by the proxy in front; here by the test.
  app = await testApp({ TRELLIS_TRUSTED_PROXIES: '127.0.0.1,::1,::ffff:127.0.0.1' });
});
afterAll(async () => app.close());
beforeEach(async () => {
  await app.db.sql('DELETE FROM rate_limit');
  member = await setUpMember(app);
});

const enter = (browser: TestClient, password: string, ip: string, email = member.email) =>
  browser.call('post', 'session/password', { body: { email, password }, headers: { 'x-forwarded-for': ip } });

/** What one refused sign-in costs: hashes compared and statements sent. */
async function costOf(act: () => Promise<{ status: number; body: object }>) {
  const hashes = jest.spyOn(PasswordHasher.prototype, 'verify');
  const statements = jest.spyOn(PostgresQueryRunner.prototype, 'query');
  try {
    const { status, body } = await act();
    const said = { ...(body as Record<string, unknown>), correlationId: '' };
    return { status, said, hashes: hashes.mock.calls.length, statements: statements.mock.calls.length };
  } finally {
    hashes.mockRestore();
    statements.mockRestore();
  }
}

describe('the doors', () => {
  it('A-6 answers an unknown member of staff as a wrong password: body, hashes and statements', async () => {
    const known = await costOf(async () => enter(app.client('clinic'), 'wrong', '198.51.100.7'));
    const unknown = await costOf(async () =>
      enter(app.client('clinic'), 'wrong', '198.51.100.7', 'x@y.example'),
    );
    expect(known).toEqual(unknown);
    expect([known.status, known.hashes]).toEqual([401, 1]);
    expect(known.statements).toBeGreaterThan(5);
  });

  it('A-6 answers an unknown person as a wrong passphrase: body, hashes and statements', async () => {
    const { signInName } = await enrolledPerson(app);
    const tryName = (name: string) =>
      costOf(async () =>
        app
          .client('home')
          .call('post', 'session', { body: { signInName: name, passphrase: 'not this one at all' } }),
      );
    const known = await tryName(signInName);
    expect(known).toEqual(await tryName('nobody-has-this'));
    expect([known.status, known.hashes]).toEqual([401, 1]);
  });

  it('A-7 makes one account wait everywhere but on its known devices', async () => {
    const mine = await signIn(app, member);
    for (let at = 0; at < 101; at += 1) await enter(app.client('clinic'), 'wrong', `203.0.${String(at)}.9`);
    const elsewhere = await enter(app.client('clinic'), staffPassword, '192.0.2.1');
    expect([elsewhere.status, elsewhere.body.code]).toEqual([401, 'sign_in_refused']);
    expect((await enter(mine, staffPassword, '192.0.2.2')).status).toBe(200);
  });

  it('A-7 lets nobody in the same network keep a known device out', async () => {
    const mine = await signIn(app, member);
    const home = '198.51.100.20';
    const answers = [];
    for (let at = 0; at < 102; at += 1)
      answers.push((await enter(app.client('clinic'), 'wrong', home)).status);
    expect(answers.at(-1)).toBe(429);
    expect((await enter(app.client('clinic'), staffPassword, home)).status).toBe(429);
    expect((await enter(mine, staffPassword, home)).status).toBe(200);
  });

  it('A-7 counts failures on a known device too, and knows no device for another account', async () => {
    const mine = await signIn(app, member);
    const other = await setUpMember(app);
    for (let time = 0; time < 6; time += 1) await enter(mine, 'wrong', '192.0.2.9');
    expect((await enter(mine, staffPassword, '192.0.2.9')).status).toBe(401);
    expect((await enter(app.client('clinic'), staffPassword, '192.0.2.40')).status).toBe(200);
    const network = '198.51.101.1';
    for (let at = 0; at < 101; at += 1) await enter(app.client('clinic'), 'wrong', network, other.email);
    expect((await enter(mine, staffPassword, network, other.email)).status).toBe(429);
  });

  it('A-7 takes no mark that it did not write', async () => {
    const mine = await signIn(app, member);
    const [number = '', ...marks] = (mine.cookie('__Host-known') ?? '').split('.');
    expect(Buffer.from(number, 'base64url')).toHaveLength(32);
    for (let at = 0; at < 101; at += 1) await enter(app.client('clinic'), 'wrong', '198.51.102.1');
    const forged = app.client('clinic');
    forged.useCookie('__Host-known', ['A'.repeat(43), ...marks].join('.'));
    expect((await enter(forged, staffPassword, '198.51.102.1')).status).toBe(429);
  });

  it('A-7 slows everybody together when too many try at once', async () => {
    await enter(app.client('clinic'), 'wrong', '192.0.2.1');
    await app.db.sql(`UPDATE rate_limit SET points = 3001 WHERE key = 'all:password'`);
    const answer = await enter(app.client('clinic'), 'wrong', '192.0.3.1');
    expect([answer.status, answer.body.code]).toEqual([429, 'too_many_attempts']);
  });
});
