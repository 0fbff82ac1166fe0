import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { OwnDevicesView, PasskeyOfferView } from '@trellis/contracts';
import {
  addCouple,
  allConsents,
  invite,
  openInvitation,
  personPassphrase,
  setUpMember,
  shiftDatabaseTime,
  signIn,
  type Member,
} from '../arrange-identity.js';
import { signedIn } from '../arrange.js';
import { Authenticator } from '../authenticator.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

const agreed = { consents: allConsents, language: 'en' };
const newPassphrase = 'nine kites over the wet sand';
const firefox = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' };
let app: TestApp;
let member: Member;
let therapist: TestClient;
let rowanId: string;
let irisId: string;

beforeAll(async () => {
  app = await testApp();
});
afterAll(async () => app.close());
beforeEach(async () => {
  await shiftDatabaseTime(app, 0);
  await app.db.sql('DELETE FROM rate_limit');
  member = await setUpMember(app);
  therapist = await signIn(app, member);
  ({ rowanId, irisId } = await addCouple(therapist, member.id));
});

/** A phone on which a person enrolled with a passphrase; with the name to sign in by. */
async function withPassphrase(personId: string): Promise<{ phone: TestClient; signInName: string }> {
  const phone = await openInvitation(app, await invite(therapist, personId));
  const answer = await phone.call('post', 'enrolment', { body: { ...agreed, passphrase: personPassphrase } });
  await phone.call('get', 'session');
  return { phone, signInName: String(answer.body.signInName) };
}

async function withPin(personId: string): Promise<TestClient> {
  const phone = await openInvitation(app, await invite(therapist, personId));
  await phone.call('post', 'enrolment/device', { body: { ...agreed, pin: '482917' } });
  await phone.call('get', 'session');
  return phone;
}

async function withPasskey(personId: string): Promise<TestClient> {
  const phone = await openInvitation(app, await invite(therapist, personId));
  const offer = (await phone.call('post', 'enrolment/passkey/offer')).body as PasskeyOfferView;
  const body = { ...agreed, passkey: new Authenticator().make(offer) };
  await phone.call('post', 'enrolment/passkey', { body });
  await phone.call('get', 'session');
  return phone;
}

const again = (personId: string): Promise<TestClient> => signedIn(app, member.clinicId, personId, 'client');
const listed = async (phone: TestClient): Promise<OwnDevicesView> =>
  (await phone.call('get', 'devices')).body as OwnDevicesView;
const isIn = async (phone: TestClient): Promise<number> => (await phone.call('get', 'session')).status;
const stale = (personId: string) =>
  app.db.sql('UPDATE session SET step_up_at = NULL WHERE subject_id = $1', [personId]);
const enter = async (signInName: string, passphrase: string, headers = {}) => {
  const phone = app.client('home');
  const answer = await phone.call('post', 'session', { body: { signInName, passphrase }, headers });
  return { phone, status: answer.status };
};
const said = async (answer: ReturnType<TestClient['call']>): Promise<unknown[]> => {
  const { status, body } = await answer;
  return [status, (body as { code?: unknown }).code];
};

describe('where a person of a couple is signed in', () => {
  it('S-7 shows a person their own devices, to the day and without a place, and nothing of the partner', async () => {
    const { phone, signInName } = await withPassphrase(rowanId);
    await withPasskey(irisId);
    const { phone: laptop } = await enter(signInName, personPassphrase, firefox);
    const { sessions, ways } = await listed(laptop);
    const today = expect.stringMatching(/^\d{4}-\d\d-\d\d$/);
    expect(sessions.map(({ device, current }) => [device, current]).sort()).toEqual([
      ['', false],
      ['Firefox, Linux', true],
    ]);
    for (const one of sessions)
      expect(one).toEqual({ ...one, ref: expect.any(String), since: today, lastUsed: today });
    expect(ways).toEqual([{ id: rowanId, kind: 'passphrase', since: today, lastUsed: null, here: false }]);
    expect(Object.keys(sessions[0]!).sort()).toEqual(['current', 'device', 'lastUsed', 'ref', 'since']);
    expect(await isIn(phone)).toBe(200);
  });

  it('S-7 counts days by the clinic’s calendar', async () => {
    const { phone } = await withPassphrase(rowanId);
    await app.db.sql(
      `UPDATE session SET created_at = '2026-03-02T04:30:00Z' WHERE subject_id = $1 AND level = 'full'`,
      [rowanId],
    );
    expect((await listed(phone)).sessions[0]?.since).toBe('2026-03-01');
  });

  it('S-7 signs a person out on a device of theirs, and never the partner or somebody of another clinic', async () => {
    const { phone } = await withPassphrase(rowanId);
    const old = await again(rowanId);
    const iris = await withPasskey(irisId);
    const elsewhere = await setUpMember(app);
    const couple = await addCouple(await signIn(app, elsewhere), elsewhere.id);
    const stranger = await signedIn(app, elsewhere.clinicId, couple.rowanId, 'client');
    const { ref } = (await listed(phone)).sessions.find(({ current }) => !current)!;
    for (const one of [iris, stranger])
      expect(await said(one.call('delete', `devices/sessions/${ref}`))).toEqual([404, 'not_found']);
    expect(await isIn(old)).toBe(200);
    expect((await phone.call('delete', `devices/sessions/${ref}`)).status).toBe(204);
    expect([await isIn(old), await isIn(phone)]).toEqual([401, 200]);
    for (const gone of [ref, 'nonsense'])
      expect((await phone.call('delete', `devices/sessions/${gone}`)).status).toBe(404);
    const acts = await app.db.sql(
      `SELECT actor_id, person_id FROM audit_event WHERE clinic_id = $1 AND action = 'session.end_device'`,
      [member.clinicId],
    );
    expect(acts).toEqual([{ actor_id: rowanId, person_id: rowanId }]);
  });

  it('S-7, A-8 signs a person out everywhere else with a fresh proof, and leaves the partner signed in', async () => {
    const { phone } = await withPassphrase(rowanId);
    const others = [await again(rowanId), await again(rowanId)];
    const iris = await withPasskey(irisId);
    await stale(rowanId);
    const late = phone.call('delete', 'devices/sessions');
    expect(await said(late)).toEqual([403, 'step_up_needed']);
    await phone.call('post', 'session/step-up', { body: { passphrase: personPassphrase } });
    const old = phone.cookie('__Host-client');
    expect((await phone.call('delete', 'devices/sessions')).status).toBe(204);
    expect(phone.cookie('__Host-client')).not.toBe(old);
    expect([await isIn(others[0]!), await isIn(others[1]!)]).toEqual([401, 401]);
    expect([await isIn(phone), await isIn(iris)]).toEqual([200, 200]);
    expect((await listed(phone)).sessions).toHaveLength(1);
  });

  it('S-7 tells nobody else: no stranger, no member of staff, nobody who has not enrolled yet', async () => {
    await withPassphrase(rowanId);
    const guest = await openInvitation(app, await invite(therapist, irisId));
    const walk = async (client: TestClient) => {
      const statuses = [];
      for (const [method, path] of [
        ['get', 'devices'],
        ['delete', 'devices/sessions'],
        ['delete', 'devices/pin'],
      ] as const)
        statuses.push((await client.call(method, path)).status);
      return statuses;
    };
    expect(await walk(app.client('home'))).toEqual([401, 401, 401]);
    expect(await walk(guest)).toEqual([403, 403, 403]);
    for (const role of ['therapist', 'clinic_admin', 'owner'] as const) {
      const staff = await signedIn(app, member.clinicId, member.id, role);
      expect(await walk(staff)).toEqual([404, 404, 404]);
      expect((await staff.raw('get', '/api/home/devices')).status).toBe(404);
    }
  });
});

describe('what a person of a couple comes in by', () => {
  it('S-7, S-8 takes a passkey away with a fresh proof, ends every other session, and spares the partner’s', async () => {
    const phone = await withPasskey(rowanId);
    const other = await again(rowanId);
    const iris = await withPasskey(irisId);
    const offer = (await phone.call('post', 'device-link/here/offer')).body as PasskeyOfferView;
    await phone.call('post', 'device-link/here', { body: new Authenticator().make(offer) });
    const [own] = (await listed(phone)).ways;
    const [hers] = (await listed(iris)).ways;
    await stale(rowanId);
    const take = (id = own!.id) => said(phone.call('delete', `devices/passkeys/${id}`));
    expect(await take()).toEqual([403, 'step_up_needed']);
    await app.db.sql('UPDATE session SET step_up_at = app.now() WHERE subject_id = $1', [rowanId]);
    for (const id of [hers!.id, rowanId, 'nonsense']) expect(await take(id)).toEqual([404, 'not_found']);
    expect([await isIn(other), (await listed(iris)).ways.length]).toEqual([200, 1]);
    expect((await take())[0]).toBe(204);
    expect([await isIn(phone), await isIn(other), await isIn(iris)]).toEqual([200, 401, 200]);
    expect((await listed(phone)).ways.map(({ kind }) => kind)).toEqual(['passkey']);
  });

  it('S-7 shows a device with a PIN itself, and lets it forget the PIN, but nothing that needs a real factor', async () => {
    const phone = await withPin(rowanId);
    const view = await listed(phone);
    expect(view.ways.map(({ kind, here }) => [kind, here])).toEqual([['pin', true]]);
    for (const path of ['sessions', `sessions/${view.sessions[0]!.ref}`, `pins/${view.ways[0]!.id}`])
      expect(await said(phone.call('delete', `devices/${path}`))).toEqual([403, 'stronger_sign_in_needed']);
    const token = phone.cookie('__Host-device')!;
    expect((await phone.call('delete', 'devices/pin')).status).toBe(204);
    expect([await isIn(phone), phone.cookie('__Host-device'), phone.cookie('__Host-client')]).toEqual([
      401,
      undefined,
      undefined,
    ]);
    phone.useCookie('__Host-device', token);
    expect(await said(phone.call('post', 'session/pin', { body: { pin: '482917' } }))).toEqual([
      401,
      'pin_refused',
    ]);
  });

  it('S-7 lets nobody make a device of somebody else forget its PIN', async () => {
    const phone = await withPin(rowanId);
    const iris = await withPasskey(irisId);
    const [way] = (await listed(phone)).ways;
    iris.useCookie('__Host-device', phone.cookie('__Host-device')!);
    expect((await listed(iris)).ways.map(({ kind }) => kind)).toEqual(['passkey']);
    await app.db.sql('UPDATE session SET step_up_at = app.now() WHERE subject_id = $1', [irisId]);
    for (const path of ['pin', `pins/${way!.id}`])
      expect(await said(iris.call('delete', `devices/${path}`))).toEqual([404, 'not_found']);
    expect((await listed(phone)).ways).toHaveLength(1);
    const own = await again(rowanId);
    expect((await own.call('delete', `devices/pins/${way!.id}`)).status).toBe(204);
    expect(await isIn(phone)).toBe(401);
  });

  it('S-7 leaves out a PIN that opens nothing any more', async () => {
    const phone = await withPin(rowanId);
    await app.db.sql('UPDATE device_pin SET attempts = 5 WHERE person_id = $1', [rowanId]);
    expect((await listed(phone)).ways).toEqual([]);
  });

  it('S-7, S-8 changes the passphrase with a fresh proof, ends every other session, and keeps the name', async () => {
    const { phone, signInName } = await withPassphrase(rowanId);
    const other = await again(rowanId);
    const change = (passphrase: string) =>
      said(phone.call('put', 'devices/passphrase', { body: { passphrase } }));
    await stale(rowanId);
    expect(await change(newPassphrase)).toEqual([403, 'step_up_needed']);
    await phone.call('post', 'session/step-up', { body: { passphrase: personPassphrase } });
    expect(await change('too short')).toEqual([400, 'passphrase_too_short']);
    expect(await change('iris and the seven boats')).toEqual([400, 'passphrase_too_common']);
    expect((await change(newPassphrase))[0]).toBe(204);
    expect([await isIn(phone), await isIn(other)]).toEqual([200, 401]);
    const tries = [];
    for (const one of [personPassphrase, newPassphrase]) tries.push((await enter(signInName, one)).status);
    expect(tries).toEqual([401, 200]);
    const none = await withPasskey(irisId);
    await app.db.sql('UPDATE session SET step_up_at = app.now() WHERE subject_id = $1', [irisId]);
    const answer = none.call('put', 'devices/passphrase', { body: { passphrase: newPassphrase } });
    expect(await said(answer)).toEqual([404, 'not_found']);
  });
});
