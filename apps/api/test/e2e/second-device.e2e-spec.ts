import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type {
  DeviceLinkView,
  OwnDevicesView,
  PasskeyOfferView,
  PasskeyQuestionView,
} from '@trellis/contracts';
import { addCouple, setUpMember, shiftDatabaseTime, signIn } from '../arrange-identity.js';
import { enrolWithPassphrase, enrolWithPin, said } from '../arrange-phone.js';
import { Authenticator } from '../authenticator.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

const minute = 60;
let app: TestApp;
let therapist: TestClient;
let rowanId: string;
let irisId: string;
let phone: TestClient;

beforeAll(async () => {
  app = await testApp();
});
afterAll(async () => app.close());
beforeEach(async () => {
  await shiftDatabaseTime(app, 0);
  await app.db.sql('DELETE FROM rate_limit');
  const member = await setUpMember(app);
  therapist = await signIn(app, member);
  ({ rowanId, irisId } = await addCouple(therapist, member.id));
  ({ phone } = await enrolWithPassphrase(app, therapist, rowanId));
});

async function addHere(client = phone, key = new Authenticator()) {
  const offer = (await client.call('post', 'device-link/here/offer')).body as PasskeyOfferView;
  return { key, answer: await client.call('post', 'device-link/here', { body: key.make(offer) }) };
}
const newCode = async (client = phone) => (await client.call('post', 'device-link')).body as DeviceLinkView;
const openWith = (tablet: TestClient, code: string) =>
  tablet.call('post', 'device-link/open', { body: { code } });
const passkeys = async (client: TestClient) =>
  ((await client.call('get', 'devices')).body as OwnDevicesView).ways.filter(
    ({ kind }) => kind === 'passkey',
  );
/** The session has a new id after a removal, and needs a fresh proof again. */
async function fresh(): Promise<void> {
  await phone.call('get', 'session');
  await app.db.sql('UPDATE session SET step_up_at = app.now() WHERE subject_id = $1', [rowanId]);
}
const stale = () => app.db.sql('UPDATE session SET step_up_at = NULL WHERE subject_id = $1', [rowanId]);

async function enter(key: Authenticator): Promise<number> {
  const browser = app.client('home');
  const question = (await browser.call('post', 'session/passkey/question')).body as PasskeyQuestionView;
  return (await browser.call('post', 'session/passkey', { body: key.sign(question) })).status;
}

describe('a further passkey of a person', () => {
  it('A-5, A-8 is added where the person is signed in, with a fresh proof, beside every other way in', async () => {
    await stale();
    for (const path of ['device-link/here/offer', 'device-link'])
      expect(await said(phone.call('post', path))).toEqual([403, 'step_up_needed']);
    await app.db.sql('UPDATE session SET step_up_at = app.now() WHERE subject_id = $1', [rowanId]);
    const first = await addHere();
    expect(first.answer.status).toBe(204);
    const second = await addHere();
    expect([second.answer.status, (await passkeys(phone)).length]).toEqual([204, 2]);
    expect([await enter(first.key), await enter(second.key)]).toEqual([200, 200]);
    const offer = (await phone.call('post', 'device-link/here/offer')).body as PasskeyOfferView;
    expect(offer.excludeCredentials).toHaveLength(2);
    expect(JSON.stringify(offer)).not.toMatch(/Rowan|Ellery|North Pier/);
  });

  it('A-5 takes ten at most, and none that is somebody’s', async () => {
    const { key } = await addHere();
    const iris = await enrolWithPassphrase(app, therapist, irisId);
    expect(await said(Promise.resolve((await addHere(iris.phone, key)).answer))).toEqual([
      401,
      'passkey_refused',
    ]);
    await app.db.sql(
      `INSERT INTO client_passkey SELECT clinic_id, gen_random_uuid(), person_id, decode(md5(n::text), 'hex'), '\\x01', 0,
        '{}', false, now(), NULL FROM client_passkey, generate_series(1, 9) n WHERE person_id = $1`,
      [rowanId],
    );
    expect(await said(phone.call('post', 'device-link/here/offer'))).toEqual([409, 'passkey_limit']);
    expect(await said(phone.call('post', 'device-link'))).toEqual([409, 'passkey_limit']);
  });

  it('A-5 is made on another device with a code that works once and opens nothing else', async () => {
    const { code } = await newCode();
    expect(code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    const tablet = app.client('home');
    expect((await openWith(tablet, code.toLowerCase().replaceAll('-', ' '))).status).toBe(204);
    const view = (await tablet.call('get', 'session')).body;
    expect(view.level).toBe('adding');
    for (const path of ['homework/today', 'devices', 'record/openings', 'enrolment', 'homework/record'])
      expect([path, (await tablet.call('get', path)).status]).toEqual([path, 403]);
    expect(await said(openWith(app.client('home'), code))).toEqual([401, 'device_link_refused']);
    const key = new Authenticator();
    const offer = (await tablet.call('post', 'device-link/there/offer')).body as PasskeyOfferView;
    expect((await tablet.call('post', 'device-link/there', { body: key.make(offer) })).status).toBe(204);
    expect((await tablet.call('get', 'session')).body.level).toBe('full');
    expect([await enter(key), (await passkeys(phone)).length]).toEqual([200, 1]);
    const acts = await app.db.sql<{ action: string }>(
      `SELECT DISTINCT action FROM audit_event WHERE person_id = $1 AND action IN
        ('account.device_code', 'session.device_code', 'account.passkey_add')`,
      [rowanId],
    );
    expect(acts).toHaveLength(3);
  });

  it('A-7 refuses a code that is wrong, ran out, or was followed by another, all the same', async () => {
    const first = await newCode();
    const second = await newCode();
    const wrong = await openWith(app.client('home'), 'AAAA-BBBB-CCCC');
    const old = await openWith(app.client('home'), first.code);
    await shiftDatabaseTime(app, 10 * minute + 1);
    const late = await openWith(app.client('home'), second.code);
    for (const { status, body } of [wrong, old, late])
      expect([status, body.code, body.facts]).toEqual([401, 'device_link_refused', {}]);
    expect((await openWith(app.client('home'), 'nonsense')).status).toBe(400);
  });

  it('A-7 lets one of two devices in that send the code at once, and limits guessing', async () => {
    const { code } = await newCode();
    const both = await Promise.all([0, 1].map(async () => (await openWith(app.client('home'), code)).status));
    expect(both.sort()).toEqual([204, 401]);
    const guess = async (at: number) =>
      (await openWith(app.client('home'), `GUESS${String(1_000_000 + at)}`)).status;
    const answers = [];
    for (let at = 0; at < 101; at += 1) answers.push(await guess(at));
    expect(answers.at(-1)).toBe(429);
  });

  it('S-7 keeps the code as a keyed hash, and is nobody else’s to ask for', async () => {
    const { code } = await newCode();
    const [row] = await app.db.sql<{ whole: string }>(
      'SELECT d::text AS whole FROM device_link d WHERE person_id = $1',
      [rowanId],
    );
    expect(row!.whole).not.toContain(code.replaceAll('-', ''));
    const device = await enrolWithPin(app, therapist, irisId);
    expect(await said(device.call('post', 'device-link'))).toEqual([403, 'stronger_sign_in_needed']);
    expect((await app.client('home').call('post', 'device-link')).status).toBe(401);
    expect((await therapist.call('post', 'device-link')).status).toBe(404);
    expect((await phone.call('post', 'device-link/there/offer')).status).toBe(403);
  });

  it('S-7 takes the last passkey away only where a passphrase is left', async () => {
    await addHere();
    const [own] = await passkeys(phone);
    expect((await phone.call('delete', `devices/passkeys/${own!.id}`)).status).toBe(204);
    await fresh();
    await addHere();
    await addHere();
    await app.db.sql('DELETE FROM client_account WHERE person_id = $1', [rowanId]);
    const [one, other] = await passkeys(phone);
    const take = (id: string) => said(phone.call('delete', `devices/passkeys/${id}`));
    expect(await take(one!.id)).toEqual([204, undefined]);
    await fresh();
    expect(await take(other!.id)).toEqual([409, 'last_way_in']);
    expect(await passkeys(phone)).toHaveLength(1);
  });
});
