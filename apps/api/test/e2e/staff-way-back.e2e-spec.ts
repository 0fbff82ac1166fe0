import { readdirSync, readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { OpenedWayBackView, StaffListView } from '@trellis/contracts';
import { asClinicId } from '@trellis/domain';
import { withContext } from '../../src/platform/context/request-context.js';
import { JobHandlers } from '../../src/platform/jobs/job-handlers.js';
import {
  otherCode,
  setUpMember,
  shiftDatabaseTime,
  signIn,
  staffPassword,
  type Member,
} from '../arrange-identity.js';
import { arrangeStaff, signedIn } from '../arrange.js';
import { said } from '../arrange-phone.js';
import { digitsOf } from '../arrange-staff.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

const newPassword = 'a lantern over the slow river';
const refused = [401, 'invitation_refused'];
let app: TestApp;
let member: Member;
let admin: TestClient;
let owner: TestClient;
let ownerId: string;
let adminId: string;

beforeAll(async () => {
  app = await testApp();
});
afterAll(async () => app.close());
beforeEach(async () => {
  await shiftDatabaseTime(app, 0);
  await app.db.sql('DELETE FROM rate_limit');
  member = await setUpMember(app);
  adminId = await arrangeStaff(app, member.clinicId, 'clinic_admin', 'Bo Lind');
  admin = await signedIn(app, member.clinicId, adminId, 'clinic_admin');
  ownerId = await arrangeStaff(app, member.clinicId, 'owner', 'Ada Field');
  owner = await signedIn(app, member.clinicId, ownerId, 'owner');
});

const ask = (by: TestClient, id: string) => by.call('post', `staff/${id}/way-back`);
const agree = (by: TestClient, id: string) => by.call('post', `staff/ways-back/${id}/agreement`);
const listed = async (by: TestClient, id: string) =>
  ((await by.call('get', 'staff')).body as StaffListView).members.find((one) => one.id === id)?.wayBack;

/** Sends the letters with a link that were left and still stand, and answers their texts. */
async function letters(): Promise<string[]> {
  const rows = await app.db.sql<{ kind: string; subject_id: string }>(
    `SELECT kind, subject_id FROM outbox_message WHERE clinic_id = $1 AND kind = 'mail.way-back' ORDER BY created_at`,
    [member.clinicId],
  );
  const clinicId = asClinicId(member.clinicId);
  const texts = [];
  for (const { kind, subject_id: subjectId } of rows) {
    const id = randomUUID();
    const actor = { clinicId, id: clinicId, role: 'system' } as const;
    const run = async () => app.app.get(JobHandlers).find(kind)?.run({ id, subjectId });
    const outcome = await withContext({ correlationId: id, surface: 'job', actor }, run);
    if (outcome !== 'done') continue;
    const file = readdirSync(join(app.dataDir, 'outbox')).find((name) => name.startsWith(id))!;
    texts.push(readFileSync(join(app.dataDir, 'outbox', file), 'utf8').replaceAll('=\r\n', ''));
  }
  return texts;
}

/** The token of the link in the letter to the account. */
async function mailedToken(): Promise<string> {
  const letter = (await letters()).find((text) => text.includes('/back#'))!;
  expect(letter).toContain(`To: ${member.email}`);
  return /\/back#([A-Za-z0-9_-]{43})/.exec(letter)![1]!;
}

async function opened(
  by: TestClient = admin,
  id = member.id,
): Promise<{ token: string; code: string; id: string }> {
  const answer = await ask(by, id);
  if (answer.status !== 201) throw new Error(`not opened: ${JSON.stringify(answer.body)}`);
  const view = answer.body as OpenedWayBackView;
  return { id: view.id, code: view.code ?? '', token: await mailedToken() };
}

const open = ({ token, code }: { token: string; code: string }) =>
  app.client('clinic').call('post', 'way-back/open', { body: { token, code } });

async function comeBack({ token, code }: { token: string; code: string }, password = newPassword) {
  const browser = app.client('clinic');
  const seen = await browser.call('post', 'way-back/open', { body: { token, code } });
  const secret = String(seen.body.authenticator?.secret ?? 'A'.repeat(32));
  const body = { token, code, password, authenticatorCode: digitsOf(secret) };
  return { browser, secret, answer: await browser.call('post', 'way-back', { body }) };
}

describe('the way back of a colleague', () => {
  it('A-10 needs the letter to their own address and the code that the office tells', async () => {
    const before = await signIn(app, member);
    await app.db.sql(
      `INSERT INTO staff_passkey SELECT gen_random_uuid(), account_id, $2, '\\x01', 0, '{}', 'old key', false, now(), NULL
        FROM staff_member WHERE id = $1`,
      [member.id, Buffer.from(randomUUID())],
    );
    const way = await opened();
    expect([way.code, await listed(admin, member.id)]).toEqual([
      expect.stringMatching(/^\d{6}$/),
      { id: way.id, state: 'open', expiresAt: expect.any(String), mayAgree: false },
    ]);
    const { status, body: view } = await open(way);
    expect([status, view]).toEqual([
      200,
      {
        ...{ name: 'Mina Castellan', email: member.email },
        authenticator: { secret: expect.any(String), address: expect.stringMatching(/^otpauth:/) },
      },
    ]);
    const { browser, secret, answer } = await comeBack(way);
    expect([answer.status, answer.body.codes.length]).toEqual([201, 10]);
    expect((await browser.call('get', 'session')).body.staff.id).toBe(member.id);
    expect((await before.call('get', 'session')).status).toBe(401);
    expect(await app.db.sql(`SELECT FROM staff_passkey WHERE label = 'old key'`)).toEqual([]);
    const later = app.client('clinic');
    const enter = (password: string) =>
      later.call('post', 'session/password', { body: { email: member.email, password } });
    expect((await enter(staffPassword)).status).toBe(401);
    expect((await enter(newPassword)).status).toBe(200);
    await shiftDatabaseTime(app, 60);
    const code = digitsOf(secret, 60);
    expect((await later.call('post', 'session/second-factor', { body: { code } })).status).toBe(200);
    expect(await said(open(way))).toEqual(refused);
  });

  it('A-10 keeps link and code nowhere, and never shows the link to the office', async () => {
    const answer = await ask(admin, member.id);
    expect(Object.keys(answer.body as object).sort()).toEqual(['code', 'expiresAt', 'id']);
    const token = await mailedToken();
    const [row] = await app.db.sql<{ whole: string; life: number }>(
      `SELECT w::text AS whole, extract(epoch FROM expires_at - opened_at)::int AS life FROM staff_way_back w
        WHERE id = $1`,
      [String(answer.body.id)],
    );
    expect([row!.whole.includes(token), row!.whole.includes(String(answer.body.code)), row!.life]).toEqual([
      false,
      false,
      86_400,
    ]);
    const left = await app.db.sql<{ whole: string }>(
      'SELECT o::text AS whole FROM outbox_message o WHERE clinic_id = $1',
      [member.clinicId],
    );
    for (const { whole } of left) expect(whole).not.toContain(token);
  });

  it('A-10 takes no link or code alone, five wrong codes at most, and nothing after a day', async () => {
    const way = await opened();
    for (let time = 0; time < 5; time += 1)
      expect(await said(open({ ...way, code: otherCode(way.code) }))).toEqual(refused);
    expect(await said(open({ token: way.token, code: way.code }))).toEqual(refused);
    expect((await listed(admin, member.id))?.state).toBe('locked');
    const next = await opened();
    await shiftDatabaseTime(app, 86_401);
    expect(await said(open({ token: next.token, code: next.code }))).toEqual(refused);
    await shiftDatabaseTime(app, 0);
    const unknown = open({ token: 'A'.repeat(43), code: next.code });
    expect(await said(unknown)).toEqual(refused);
  });

  it('A-10 is ended by a new one and by taking it back', async () => {
    const first = await opened();
    const second = await opened();
    expect(await said(open({ token: first.token, code: first.code }))).toEqual(refused);
    const take = () => admin.call('delete', `staff/ways-back/${second.id}`);
    expect([(await take()).status, (await take()).status]).toEqual([204, 404]);
    expect(await said(open({ token: second.token, code: second.code }))).toEqual(refused);
    expect(await listed(admin, member.id)).toBeNull();
  });

  it('A-10 asks for a good password and the new authenticator, and uses nothing up before both are right', async () => {
    const way = await opened();
    const weak = await comeBack(way, 'password1234');
    expect(weak.answer.body.code).toBe('password_too_common');
    const body = { token: way.token, code: way.code, password: newPassword, authenticatorCode: '000000' };
    expect(await said(app.client('clinic').call('post', 'way-back', { body }))).toEqual([
      401,
      'second_factor_refused',
    ]);
    const twice = await Promise.all([comeBack(way), comeBack(way)]);
    expect(twice.map(({ answer }) => answer.status).sort()).toEqual([201, 401]);
  });

  it('A-10 of an administrator or owner needs a second person, who alone sees the code', async () => {
    const second = await arrangeStaff(app, member.clinicId, 'clinic_admin', 'Cam Reyes');
    const other = await signedIn(app, member.clinicId, second, 'clinic_admin');
    for (const whom of [ownerId, second]) {
      const by = admin;
      const asked = await ask(by, whom);
      const { id, code } = asked.body as OpenedWayBackView;
      expect([asked.status, code, (await listed(by, whom))?.state]).toEqual([201, null, 'second_person']);
      expect(await said(agree(by, id))).toEqual([409, 'staff_way_back_one_person']);
      const target = whom === second ? other : owner;
      expect(await said(agree(target, id))).toEqual([409, 'staff_way_back_one_person']);
      const agreeing = whom === second ? owner : other;
      expect((await listed(agreeing, whom))?.mayAgree).toBe(true);
      const agreed = await agree(agreeing, id);
      expect([agreed.status, agreed.body.code]).toEqual([200, expect.stringMatching(/^\d{6}$/)]);
      expect(await said(agree(agreeing, id))).toEqual([409, 'staff_way_back_over']);
    }
  });

  it('A-10 counts one person with two roles once, also for a therapist who decides elsewhere', async () => {
    const account = `(SELECT account_id FROM staff_member WHERE id = $1)`;
    const elsewhere = await setUpMember(app, 'clinic_admin');
    await app.db.sql(`UPDATE staff_member SET account_id = ${account} WHERE id = $2`, [
      member.id,
      elsewhere.id,
    ]);
    expect((await ask(admin, member.id)).body.code).toBeNull();
    const alsoOwner = await arrangeStaff(app, member.clinicId, 'owner', 'Bo Lind');
    await app.db.sql(`UPDATE staff_member SET account_id = ${account} WHERE id = $2`, [adminId, alsoOwner]);
    const asOwner = await signedIn(app, member.clinicId, alsoOwner, 'owner');
    const { id } = (await ask(admin, member.id)).body as OpenedWayBackView;
    expect(await said(agree(asOwner, id))).toEqual([409, 'staff_way_back_one_person']);
    expect(await said(ask(asOwner, adminId))).toEqual([409, 'staff_not_yourself']);
    expect(await said(ask(admin, alsoOwner))).toEqual([409, 'staff_not_yourself']);
    const rows = ((await asOwner.call('get', 'staff')).body as StaffListView).members.filter(
      ({ you }) => you,
    );
    expect(rows.map(({ changeable }) => changeable)).toEqual([false, false]);
    const own = { body: { role: 'clinic_admin', active: false } };
    expect(await said(asOwner.call('put', `staff/${adminId}`, own))).toEqual([409, 'staff_not_yourself']);
  });

  it('S-8 is told to the account and to every owner, and is on record', async () => {
    // The owner of these specs has no address; a therapist stands in for one who has.
    await app.db.sql(`UPDATE staff_member SET role = 'owner' WHERE id = $1`, [member.id]);
    const therapistId = await arrangeStaff(app, member.clinicId, 'therapist', 'Kim Vale');
    await ask(admin, therapistId);
    const told = await app.db.sql<{ kind: string; subject_id: string }>(
      `SELECT DISTINCT kind, subject_id FROM outbox_message WHERE clinic_id = $1 AND kind LIKE 'mail.way-back%'`,
      [member.clinicId],
    );
    const to = (kind: string) => told.filter((one) => one.kind === kind).map(({ subject_id: id }) => id);
    expect(to('mail.way-back-asked')).toEqual([therapistId]);
    expect(to('mail.way-back-told').sort()).toEqual([member.id, ownerId].sort());
    const acts = await app.db.sql<{ action: string }>(
      `SELECT action FROM audit_event WHERE clinic_id = $1 AND action LIKE 'staff.way_back%' ORDER BY action`,
      [member.clinicId],
    );
    expect(acts.map(({ action }) => action)).toEqual(['staff.way_back_ask', 'staff.way_back_open']);
  });

  it('A-8 is opened by the office alone, with a fresh second factor, for colleagues of its own clinic', async () => {
    const therapist = await signIn(app, member);
    const elsewhere = await setUpMember(app);
    expect(await said(ask(therapist, member.id))).toEqual([404, 'not_found']);
    expect(await said(ask(app.client('clinic'), member.id))).toEqual([401, 'not_signed_in']);
    for (const id of [elsewhere.id, randomUUID()])
      expect(await said(ask(admin, id))).toEqual([404, 'not_found']);
    const { id } = (await ask(admin, member.id)).body as OpenedWayBackView;
    const stranger = await signedIn(
      app,
      elsewhere.clinicId,
      await arrangeStaff(app, elsewhere.clinicId, 'owner', 'Noor Abadi'),
      'owner',
    );
    expect(await said(agree(stranger, id))).toEqual([404, 'not_found']);
    expect((await stranger.call('delete', `staff/ways-back/${id}`)).status).toBe(404);
    await app.db.sql('UPDATE session SET step_up_at = NULL WHERE subject_id = $1', [adminId]);
    expect(await said(ask(admin, member.id))).toEqual([403, 'step_up_needed']);
  });
});
