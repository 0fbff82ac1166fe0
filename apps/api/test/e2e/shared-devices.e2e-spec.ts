import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CoupleView, OwnDevicesView } from '@trellis/contracts';
import { personPassphrase, setUpMember, signIn, type Member } from '../arrange-identity.js';
import { arrangeStaff, newCouple, signedIn } from '../arrange.js';
import { agreed, enrolWithPassphrase, enrolWithPin, pin, said } from '../arrange-phone.js';
import { invite, openInvitation } from '../arrange-identity.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

let app: TestApp;
let member: Member;
let mina: TestClient;
let jo: TestClient;
let coupleId: string;
let rowanId: string;
let irisId: string;

beforeAll(async () => {
  app = await testApp();
});
afterAll(async () => app.close());
beforeEach(async () => {
  await app.db.sql('DELETE FROM rate_limit');
  member = await setUpMember(app);
  const joId = await arrangeStaff(app, member.clinicId, 'therapist', 'Jo Whitlock');
  mina = await signIn(app, member);
  jo = await signedIn(app, member.clinicId, joId, 'therapist');
  const careTeam = [
    { staffId: member.id, side: 'RP' },
    { staffId: joId, side: 'BP' },
    { staffId: member.id, side: 'JOINT' },
  ] as const;
  const made = await mina.call('post', 'couples', {
    body: newCouple(member.id, { careTeam: [...careTeam] }),
  });
  const couple = made.body as CoupleView;
  coupleId = couple.id;
  rowanId = couple.people.find(({ side }) => side === 'RP')!.id;
  irisId = couple.people.find(({ side }) => side === 'BP')!.id;
});

/** What a member of staff reads of the recovering person's and the partner's device. */
async function seen(by: TestClient): Promise<(boolean | null)[]> {
  const { people } = (await by.call('get', `couples/${coupleId}`)).body as CoupleView;
  return ['RP', 'BP'].map((side) => people.find((one) => one.side === side)!.sharedDevice);
}
const known = (phone: TestClient) => phone.cookie('__Host-known');
const listed = async (phone: TestClient) => (await phone.call('get', 'devices')).body as OwnDevicesView;

describe('a device that somebody else uses too', () => {
  it('is said in the invitation, keeps nothing on it, and is shown to therapists of the own side alone', async () => {
    const { phone, signInName } = await enrolWithPassphrase(app, mina, rowanId, { sharedDevice: true });
    expect([known(phone), phone.cookie('__Host-device')]).toEqual([undefined, undefined]);
    expect((await listed(phone)).shared).toBe(true);
    const again = app.client('home');
    const body = { signInName, passphrase: personPassphrase };
    expect((await again.call('post', 'session', { body })).status).toBe(200);
    expect(known(again)).toBeUndefined();
    expect([await seen(mina), await seen(jo)]).toEqual([
      [true, null],
      [null, false],
    ]);
    for (const role of ['clinic_admin', 'owner'] as const) {
      const id = await arrangeStaff(app, member.clinicId, role, 'Ada Field');
      expect(await seen(await signedIn(app, member.clinicId, id, role))).toEqual([null, null]);
    }
  });

  it('gets no key to keep words under; a device of its own gets one, for this person and this device alone', async () => {
    const rowan = (await enrolWithPassphrase(app, mina, rowanId)).phone;
    const iris = (await enrolWithPassphrase(app, mina, irisId)).phone;
    const asked = async (by: TestClient, device: unknown = 'd'.repeat(43)) => {
      const { status, body } = await by.call('post', 'devices/key', { body: { device } });
      return { status, key: (body as { key?: unknown }).key };
    };
    const own = await asked(rowan);
    expect(own).toEqual({ status: 200, key: expect.stringMatching(/^[\w+/]{43}=$/) });
    expect(await asked(rowan)).toEqual(own);
    const others = [await asked(rowan, 'e'.repeat(43)), await asked(iris)];
    expect(new Set([own, ...others].map(({ key }) => key)).size).toBe(3);
    for (const wrong of ['d'.repeat(42), 'd'.repeat(44), 7, null, ['d'.repeat(43)], '/'.repeat(43)])
      expect((await asked(rowan, wrong)).status).toBe(400);
    expect((await asked(app.client('home'))).status).toBe(401);
    expect((await mina.call('post', 'devices/key', { body: { device: 'd'.repeat(43) } })).status).toBe(404);
    expect((await rowan.call('put', 'devices/shared', { body: { shared: true } })).status).toBe(204);
    expect(await asked(rowan)).toEqual({ status: 200, key: null });
    expect((await asked(iris)).key).toBe(others[1]?.key);
  });

  it('takes no PIN', async () => {
    const phone = await openInvitation(app, await invite(mina, rowanId));
    const body = { ...agreed, sharedDevice: true, pin };
    const refused = phone.call('post', 'enrolment/device', { body });
    expect(await said(refused)).toEqual([409, 'pin_on_shared_device']);
    expect((await phone.call('get', 'session')).body.level).toBe('enrolment');
    const own = { ...body, sharedDevice: false };
    expect((await phone.call('post', 'enrolment/device', { body: own })).status).toBe(201);
  });

  it('is said later, and taken back with a real factor; what the browser kept goes', async () => {
    const { phone } = await enrolWithPassphrase(app, mina, rowanId);
    expect([known(phone) === undefined, (await listed(phone)).shared]).toEqual([false, false]);
    expect((await phone.call('put', 'devices/shared', { body: { shared: true } })).status).toBe(204);
    expect([known(phone), (await listed(phone)).shared, (await seen(mina))[0]]).toEqual([
      undefined,
      true,
      true,
    ]);
    for (const shared of ['yes', null, 1])
      expect((await phone.call('put', 'devices/shared', { body: { shared } })).status).toBe(400);
    expect((await phone.call('put', 'devices/shared', { body: { shared: false } })).status).toBe(204);
    expect([(await listed(phone)).shared, (await seen(mina))[0]]).toEqual([false, false]);
    const acts = await app.db.sql<{ action: string }>(
      `SELECT action FROM audit_event WHERE person_id = $1 AND action LIKE 'account.device%'`,
      [rowanId],
    );
    expect(acts.map(({ action }) => action).sort()).toEqual(['account.device_own', 'account.device_shared']);
  });

  it('may be said by whoever holds a PIN alone, who is not locked out by it and cannot take it back', async () => {
    const phone = await enrolWithPin(app, mina, rowanId);
    expect((await phone.call('put', 'devices/shared/here')).status).toBe(204);
    expect((await listed(phone)).shared).toBe(true);
    expect(await said(phone.call('put', 'devices/shared', { body: { shared: false } }))).toEqual([
      403,
      'stronger_sign_in_needed',
    ]);
    expect((await phone.call('post', 'session/pin', { body: { pin } })).status).toBe(200);
  });

  it('N-7 is found by itself when both come in on one browser, without a word to either', async () => {
    const { phone } = await enrolWithPassphrase(app, mina, rowanId, { sharedDevice: false });
    const before = await listed(phone);
    await phone.call('delete', 'session');
    await enrolWithPassphrase(app, jo, irisId, { phone, sharedDevice: false });
    const hers = await listed(phone);
    expect([before.shared, hers.shared]).toEqual([false, false]);
    expect([await seen(mina), await seen(jo)]).toEqual([
      [true, null],
      [null, true],
    ]);
    await enrolWithPassphrase(app, mina, rowanId, { sharedDevice: false });
    expect([(await seen(mina))[0], (await seen(jo))[1]]).toEqual([false, true]);
  });

  it('takes away what the browser keeps of oneself, and leaves what it keeps of the other', async () => {
    const { phone, signInName } = await enrolWithPassphrase(app, mina, rowanId, { sharedDevice: false });
    await phone.call('delete', 'session');
    await enrolWithPassphrase(app, jo, irisId, { phone, sharedDevice: false });
    const both = known(phone)!.split('.').length;
    await phone.call('put', 'devices/shared', { body: { shared: true } });
    expect(known(phone)!.split('.').length).toBe(both - 1);
    const body = { signInName, passphrase: personPassphrase };
    expect((await phone.call('post', 'session', { body })).status).toBe(200);
    expect([await seen(mina), await seen(jo)]).toEqual([
      [true, null],
      [null, true],
    ]);
  });

  it('N-7 is found when an invitation is opened where the partner is still signed in', async () => {
    const { phone } = await enrolWithPassphrase(app, mina, rowanId, { sharedDevice: true });
    const { token, code } = await invite(jo, irisId);
    const answer = await phone.call('post', 'invitations/exchange', { body: { token, code } });
    expect(answer.status).toBe(204);
    await phone.call('get', 'session');
    const body = { ...agreed, sharedDevice: false, passphrase: personPassphrase };
    expect((await phone.call('post', 'enrolment', { body })).status).toBe(201);
    expect((await seen(jo))[1]).toBe(true);
  });

  it('N-7 costs the partner the same statements and answers, whether it was found or not', async () => {
    const enrol = async (used: boolean) => {
      const phone = app.client('home');
      if (used) {
        await enrolWithPassphrase(app, mina, rowanId, { phone, sharedDevice: false });
        await phone.call('delete', 'session');
      }
      const { token, code } = await invite(jo, irisId);
      await phone.call('post', 'invitations/exchange', { body: { token, code } });
      await phone.call('get', 'session');
      const body = { ...agreed, sharedDevice: false, passphrase: personPassphrase };
      const answer = await phone.call('post', 'enrolment', { body });
      return [answer.status, Object.keys(answer.body as object)];
    };
    expect(await enrol(true)).toEqual(await enrol(false));
  });

  it('is nobody else’s to say', async () => {
    const put = (client: TestClient) => client.call('put', 'devices/shared', { body: { shared: true } });
    expect((await put(app.client('home'))).status).toBe(401);
    expect((await put(await openInvitation(app, await invite(mina, rowanId)))).status).toBe(403);
    expect((await put(mina)).status).toBe(404);
  });
});
