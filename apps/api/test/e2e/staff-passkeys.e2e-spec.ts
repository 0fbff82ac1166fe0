import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { OwnPasskeysView, PasskeyOfferView, PasskeyQuestionView } from '@trellis/contracts';
import { setUpMember, shiftDatabaseTime, signIn, type Member } from '../arrange-identity.js';
import { signedIn } from '../arrange.js';
import { Authenticator, type Faults } from '../authenticator.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

let app: TestApp;
let member: Member;
let browser: TestClient;
let key: Authenticator;

beforeAll(async () => {
  app = await testApp();
});
afterAll(async () => app.close());
beforeEach(async () => {
  member = await setUpMember(app);
  browser = await signIn(app, member);
  key = new Authenticator();
});

/** As after a fresh code; every change of the sign-in asks for one of its own. */
const fresh = async (): Promise<unknown> =>
  app.db.sql('UPDATE session SET step_up_at = app.now() WHERE subject_id = $1', [member.id]);

async function add(
  label = 'My laptop',
  by = key,
  faults: Faults = {},
): Promise<{ status: number; code: string }> {
  await fresh();
  const offer = (await browser.call('post', 'account/passkeys/offer')).body as PasskeyOfferView;
  const answer = await browser.call('post', 'account/passkeys', {
    body: { ...by.make(offer, faults), label },
  });
  await browser.call('get', 'session');
  return { status: answer.status, code: String(answer.body.code) };
}

async function ask(at: TestClient): Promise<PasskeyQuestionView> {
  return (await at.call('post', 'session/passkey/question')).body as PasskeyQuestionView;
}

/** Signs in on a fresh browser with what the authenticator signs. */
async function enter(faults: Faults = {}, by = key) {
  const at = app.client('clinic');
  const body = by.sign(await ask(at), faults);
  return { at, body, answer: await at.call('post', 'session/passkey', { body }) };
}

const listed = async (): Promise<OwnPasskeysView['passkeys']> =>
  ((await browser.call('get', 'account/passkeys')).body as OwnPasskeysView).passkeys;

const refused = [401, 'passkey_refused'];

describe('passkeys of staff', () => {
  it('A-5 lets a passkey in by itself, as both factors at once, fresh enough for sensitive acts', async () => {
    expect((await add()).status).toBe(201);
    const { at, answer } = await enter();
    expect(answer.status).toBe(200);
    expect(answer.body.staff.id).toBe(member.id);
    expect(answer.body.stepUpUntil).not.toBeNull();
    expect((await at.call('post', 'account/passkeys/offer')).status).toBe(200);
    const acts = await app.db.sql('SELECT decision FROM audit_event WHERE action = $1 AND actor_id = $2', [
      'session.passkey',
      member.id,
    ]);
    expect(acts).toEqual([{ decision: 'allowed' }]);
  });

  it('A-5 asks with 256 random bits, for our host, with the person verified', async () => {
    await add();
    const [one, two] = [await ask(app.client('clinic')), await ask(app.client('clinic'))];
    expect(Buffer.from(one.challenge, 'base64url')).toHaveLength(32);
    expect(one.challenge).not.toBe(two.challenge);
    expect(one).toMatchObject({ rpId: 'localhost', userVerification: 'required', allowCredentials: [] });
  });

  it.each<[string, Faults]>([
    ['another origin', { origin: 'http://localhost:1' }],
    ['an origin that only begins like ours', { origin: 'http://localhost:0.evil.example' }],
    ['another host', { rpId: 'evil.example' }],
    ['a challenge nobody asked', { challenge: Buffer.alloc(32, 7).toString('base64url') }],
    ['a person who was not verified', { unverified: true }],
    ['another kind of answer', { type: 'webauthn.create' }],
    ['somebody else’s handle', { userHandle: Buffer.from('somebody').toString('base64url') }],
    ['no handle', { userHandle: '' }],
    ['a signature over something else', { forged: true }],
  ])('A-5 refuses %s at the door', async (_what, faults) => {
    await add();
    const { at, answer } = await enter(faults);
    expect([answer.status, answer.body.code]).toEqual(refused);
    expect(at.cookie('__Host-staff')).toBeUndefined();
  });

  it.each<[string, Faults]>([
    ['another origin', { origin: 'https://portal.evil.example' }],
    ['another host', { rpId: 'evil.example' }],
    ['a challenge nobody asked', { challenge: Buffer.alloc(32, 7).toString('base64url') }],
    ['a person who was not verified', { unverified: true }],
  ])('A-5 takes no new passkey with %s', async (_what, faults) => {
    expect(await add('x', key, faults)).toEqual({ status: 401, code: 'passkey_refused' });
    expect(await listed()).toEqual([]);
  });

  it('A-5 takes a challenge once, from the browser that was asked, within five minutes', async () => {
    await add();
    const first = await enter();
    const again = await first.at.call('post', 'session/passkey', { body: first.body });
    expect([again.status, again.body.code]).toEqual(refused);

    const asked = app.client('clinic');
    const other = app.client('clinic');
    const body = key.sign(await ask(asked));
    await ask(other);
    const stolen = await other.call('post', 'session/passkey', { body });
    expect([stolen.status, stolen.body.code]).toEqual(refused);
    expect((await asked.call('post', 'session/passkey', { body })).status).toBe(200);

    const late = app.client('clinic');
    const lateBody = key.sign(await ask(late));
    await shiftDatabaseTime(app, 301);
    const tooLate = await late.call('post', 'session/passkey', { body: lateBody });
    await shiftDatabaseTime(app, 0);
    expect([tooLate.status, tooLate.body.code]).toEqual(refused);
  });

  it('A-5 uses the challenge up with a wrong answer too', async () => {
    await add();
    const at = app.client('clinic');
    const question = await ask(at);
    await at.call('post', 'session/passkey', { body: key.sign(question, { forged: true }) });
    const answer = await at.call('post', 'session/passkey', { body: key.sign(question) });
    expect([answer.status, answer.body.code]).toEqual(refused);
  });

  it('A-5 refuses a counter that went back, and writes to the owner', async () => {
    await add();
    expect((await enter({ counter: 40 })).answer.status).toBe(200);
    const letters = async (): Promise<number> =>
      (
        await app.db.sql(
          `SELECT FROM outbox_message WHERE kind = 'mail.account-changed' AND subject_id = $1`,
          [member.id],
        )
      ).length;
    const before = await letters();
    for (const counter of [40, 12, 0]) {
      const { answer } = await enter({ counter });
      expect([answer.status, answer.body.code]).toEqual(refused);
    }
    expect((await letters()) - before).toBe(3);
    const acts = await app.db.sql('SELECT FROM audit_event WHERE reason_code = $1 AND actor_id = $2', [
      'counter_back',
      member.id,
    ]);
    expect(acts).toHaveLength(3);
    expect((await enter({ counter: 41 })).answer.status).toBe(200);
  });

  it('A-5 takes a synchronised passkey, which counts nothing, time after time', async () => {
    const phone = new Authenticator('synchronised');
    await add('Phone', phone);
    for (let time = 0; time < 3; time += 1) expect((await enter({}, phone)).answer.status).toBe(200);
    expect((await listed()).map(({ label, synchronised }) => [label, synchronised])).toEqual([
      ['Phone', true],
    ]);
  });

  it('A-6 says the same of a passkey that nobody has, and of one whose owner has left', async () => {
    await add();
    const unknown = await enter(
      { userHandle: Buffer.from(member.id).toString('base64url') },
      new Authenticator(),
    );
    await app.db.sql('UPDATE staff_member SET deactivated_at = app.now() WHERE id = $1', [member.id]);
    const left = await enter();
    const wrong = await enter({ forged: true });
    for (const { answer } of [unknown, left, wrong]) {
      expect([answer.status, answer.body.code, answer.body.facts]).toEqual([...refused, {}]);
    }
  });

  it('A-8 steps up with a passkey under a new session id, and with no one else’s', async () => {
    await add();
    await app.db.sql('UPDATE session SET step_up_at = NULL WHERE subject_id = $1', [member.id]);
    expect((await browser.call('post', 'account/passkeys/offer')).body.code).toBe('step_up_needed');
    const old = browser.cookie('__Host-staff');
    const question = (await browser.call('post', 'session/step-up/passkey/question'))
      .body as PasskeyQuestionView;
    expect(question.allowCredentials.map(({ id }) => id)).toEqual([key.credentialId.toString('base64url')]);

    const strange = new Authenticator();
    const refusal = await browser.call('post', 'session/step-up/passkey', { body: strange.sign(question) });
    expect([refusal.status, refusal.body.code]).toEqual(refused);

    const next = (await browser.call('post', 'session/step-up/passkey/question')).body as PasskeyQuestionView;
    const stepped = await browser.call('post', 'session/step-up/passkey', { body: key.sign(next) });
    expect([stepped.status, stepped.body.stepUpUntil === null]).toEqual([200, false]);
    expect(browser.cookie('__Host-staff')).not.toBe(old);
    expect((await browser.call('post', 'account/passkeys/offer')).status).toBe(200);
  });

  it('A-5 keeps challenges apart by what they are for', async () => {
    await add();
    const question = (await browser.call('post', 'session/step-up/passkey/question'))
      .body as PasskeyQuestionView;
    const at = app.client('clinic');
    await ask(at);
    const answer = await at.call('post', 'session/passkey', { body: key.sign(question) });
    expect([answer.status, answer.body.code]).toEqual(refused);
  });

  it('S-8 tells by mail and ends other sessions when a passkey comes or goes', async () => {
    const other = (): Promise<TestClient> => signedIn(app, member.clinicId, member.id, 'therapist');
    const before = await other();
    await add('Key ring');
    expect((await before.call('get', 'session')).status).toBe(401);
    const [{ id } = { id: '' }] = await listed();
    expect(
      (await browser.call('put', `account/passkeys/${id}`, { body: { label: 'Blue key' } })).status,
    ).toBe(200);
    expect((await listed()).map(({ label }) => label)).toEqual(['Blue key']);
    const later = await other();
    expect((await browser.call('delete', `account/passkeys/${id}`)).body.code).toBe('step_up_needed');
    await fresh();
    expect((await browser.call('delete', `account/passkeys/${id}`)).status).toBe(200);
    await browser.call('get', 'session');
    expect((await later.call('get', 'session')).status).toBe(401);
    expect(await listed()).toEqual([]);
    const sent = await app.db.sql(
      `SELECT FROM outbox_message WHERE kind = 'mail.account-changed' AND subject_id = $1`,
      [member.id],
    );
    expect(sent).toHaveLength(2);
    expect((await enter()).answer.status).toBe(401);
  });

  it('keeps a passkey one owner’s, and ten at most', async () => {
    await add();
    const mine = await listed();
    const stranger = await signIn(app, await setUpMember(app));
    const path = `account/passkeys/${mine[0]!.id}`;
    expect((await stranger.call('put', path, { body: { label: 'Mine' } })).status).toBe(404);
    expect((await stranger.call('delete', path)).status).toBe(404);
    const offer = (await stranger.call('post', 'account/passkeys/offer')).body as PasskeyOfferView;
    const twice = await stranger.call('post', 'account/passkeys', {
      body: { ...key.make(offer), label: 'x' },
    });
    expect([twice.status, twice.body.code]).toEqual(refused);
    for (let made = 1; made < 10; made += 1) await add(`Key ${String(made)}`, new Authenticator());
    await fresh();
    const full = await browser.call('post', 'account/passkeys/offer');
    expect([full.status, full.body.code, (await listed()).length]).toEqual([409, 'passkey_limit', 10]);
  });

  it('keeps the challenge and the key at the server, and neither opens anything by itself', async () => {
    await add();
    const at = app.client('clinic');
    await ask(at);
    const cookie = Buffer.from(at.cookie('__Host-passkey') ?? '', 'base64url');
    expect(cookie).toHaveLength(32);
    const rows = await app.db.sql<{ holder_hash: Buffer }>('SELECT holder_hash FROM passkey_challenge');
    expect(rows.some((row) => row.holder_hash.equals(cookie))).toBe(false);
  });
});
