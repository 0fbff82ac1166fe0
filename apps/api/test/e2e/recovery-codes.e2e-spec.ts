import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { setUpMember, shiftDatabaseTime, signIn, staffPassword, type Member } from '../arrange-identity.js';
import { halfSignedIn } from '../arrange-staff.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

let app: TestApp;
let member: Member;
let browser: TestClient;
let codes: string[];

beforeAll(async () => {
  app = await testApp();
});
afterAll(async () => app.close());
beforeEach(async () => {
  member = await setUpMember(app);
  browser = await signIn(app, member);
  codes = ((await browser.call('post', 'account/recovery-codes')).body as { codes: string[] }).codes;
});

const use = async (code: string): Promise<{ status: number; code?: string }> => {
  const half = await halfSignedIn(app, member);
  const answer = await half.call('post', 'session/recovery-code', { body: { code } });
  return { status: answer.status, code: answer.body.code as string };
};

describe('recovery codes', () => {
  it('A-4 come in tens, are told once, and stand nowhere readable', async () => {
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    const rows = await app.db.sql<{ whole: string; count: number }>(
      'SELECT a::text AS whole, cardinality(recovery_hashes) AS count FROM staff_account a',
    );
    expect(rows.some(({ count }) => count === 10)).toBe(true);
    for (const { whole } of rows)
      for (const code of codes) expect(whole).not.toContain(code.replaceAll('-', ''));
    expect((await browser.call('get', 'account')).text).not.toContain(codes[0]);
  });

  it('A-4 open in place of the authenticator, however they are typed, and each only once', async () => {
    const [first = '', second = ''] = codes;
    expect((await use(first.toLowerCase().replaceAll('-', ' '))).status).toBe(200);
    expect(await use(first)).toMatchObject({ status: 401, code: 'second_factor_refused' });
    expect((await use(second)).status).toBe(200);
    const account = await browser.call('get', 'account');
    expect(account.body.recoveryCodesLeft).toBe(8);
  });

  it('A-4 open once also when two send the same one at the same time', async () => {
    const halves = [await halfSignedIn(app, member), await halfSignedIn(app, member)];
    const raced = await Promise.all(
      halves.map((half) => half.call('post', 'session/recovery-code', { body: { code: codes[0] } })),
    );
    expect(raced.map((answer) => answer.status).sort()).toEqual([200, 401]);
  });

  it('A-10 never open without the password, and never another account', async () => {
    const other = await setUpMember(app);
    const half = await halfSignedIn(app, other);
    const answer = await half.call('post', 'session/recovery-code', { body: { code: codes[0] } });
    expect(answer.status).toBe(401);
    expect(
      (await app.client('clinic').call('post', 'session/recovery-code', { body: { code: codes[0] } })).status,
    ).toBe(401);
  });

  it('warn when three or fewer are left', async () => {
    for (const code of codes.slice(0, 6)) await use(code);
    expect((await browser.call('get', 'session')).body.recoveryCodesLow).toBe(false);
    await use(codes[6] ?? '');
    expect((await browser.call('get', 'session')).body.recoveryCodesLow).toBe(true);
  });

  it('A-8 are made anew only with a fresh second factor, and the old ones stop', async () => {
    await app.db.sql('UPDATE session SET step_up_at = NULL WHERE subject_id = $1', [member.id]);
    const late = await browser.call('post', 'account/recovery-codes');
    expect([late.status, late.body.code]).toEqual([403, 'step_up_needed']);
    await shiftDatabaseTime(app, 60);
    const again = await signIn(app, member, 60);
    const made = await again.call('post', 'account/recovery-codes');
    expect(made.status).toBe(201);
    expect((await use(codes[0] ?? '')).status).toBe(401);
    expect((await use(String(made.body.codes[0]))).status).toBe(200);
    await shiftDatabaseTime(app, 0);
  });

  it('S-8 leave a record and a letter that says nothing of what happened, in the same transaction', async () => {
    await use(codes[0] ?? '');
    const rows = await app.db.sql<{ action: string; sent: string }>(
      `SELECT e.action, count(o.id) AS sent FROM audit_event e LEFT JOIN outbox_message o ON o.xmin::text = e.xmin::text
        AND o.kind = 'mail.account-changed' AND o.subject_id = e.actor_id
        WHERE e.clinic_id = $1 AND e.action IN ('session.recovery_code', 'account.recovery_codes') GROUP BY e.id, e.action
        ORDER BY e.action`,
      [member.clinicId],
    );
    expect(rows).toEqual([
      { action: 'account.recovery_codes', sent: '1' },
      { action: 'session.recovery_code', sent: '1' },
    ]);
  });
});

describe('the password of staff', () => {
  it('A-3 is hashed again at sign-in when it was kept with less work', async () => {
    const { hash, parseOptions } = await import('@node-rs/argon2');
    const weak = await hash(staffPassword, { memoryCost: 1024, timeCost: 1, parallelism: 1 });
    const stored = async (): Promise<string> =>
      (
        await app.db.sql<{ password_hash: string }>(
          'SELECT password_hash FROM staff_account WHERE id = (SELECT account_id FROM staff_member WHERE id = $1)',
          [member.id],
        )
      )[0]?.password_hash ?? '';
    await app.db.sql(
      'UPDATE staff_account SET password_hash = $2 WHERE id = (SELECT account_id FROM staff_member WHERE id = $1)',
      [member.id, weak],
    );
    await halfSignedIn(app, member);
    expect(parseOptions(await stored()).memoryCost).toBe(4096);
    const once = await stored();
    await halfSignedIn(app, member);
    expect(await stored()).toBe(once);
  });
});
