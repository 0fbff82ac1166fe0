import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PasskeyOfferView, PasskeyQuestionView } from '@trellis/contracts';
import {
  addCouple,
  allConsents,
  invite,
  openInvitation,
  personPassphrase,
  setUpMember,
  signIn,
} from '../arrange-identity.js';
import { Authenticator, type Faults } from '../authenticator.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

const agreed = { consents: allConsents, language: 'en' };
const refused = [401, 'passkey_refused'];
let app: TestApp;
let therapist: TestClient;
let rowanId: string;
let irisId: string;

beforeAll(async () => {
  app = await testApp();
});
afterAll(async () => app.close());
beforeEach(async () => {
  await app.db.sql('DELETE FROM rate_limit');
  const member = await setUpMember(app);
  therapist = await signIn(app, member);
  ({ rowanId, irisId } = await addCouple(therapist, member.id));
});

/** Enrols a person with a passkey of a fresh authenticator. */
async function enrol(personId = rowanId, faults: Faults = {}) {
  const phone = await openInvitation(app, await invite(therapist, personId));
  const key = new Authenticator();
  const offer = (await phone.call('post', 'enrolment/passkey/offer')).body as PasskeyOfferView;
  const body = { ...agreed, passkey: key.make(offer, faults) };
  const answer = await phone.call('post', 'enrolment/passkey', { body });
  await phone.call('get', 'session');
  return { phone, key, offer, answer };
}

async function enter(key: Authenticator, faults: Faults = {}) {
  const phone = app.client('home');
  const question = (await phone.call('post', 'session/passkey/question')).body as PasskeyQuestionView;
  return { phone, answer: await phone.call('post', 'session/passkey', { body: key.sign(question, faults) }) };
}

describe('passkeys of people of couples', () => {
  it('A-5 enrols with a passkey that carries no name, and lets in with it', async () => {
    const { phone, key, offer, answer } = await enrol();
    expect([answer.status, answer.body]).toEqual([201, { signInName: null }]);
    expect(offer.user.name).toMatch(/^[a-z]+-[a-z]+-[a-z]+$/);
    expect(JSON.stringify(offer)).not.toMatch(/Rowan|Ellery|North Pier/);
    expect((await phone.call('get', 'session')).body.level).toBe('full');
    const entered = await enter(key);
    expect([entered.answer.status, entered.answer.body.person.id]).toEqual([200, rowanId]);
    expect((await entered.phone.call('get', 'record/openings')).status).toBe(200);
  });

  it.each<[string, Faults]>([
    ['another origin', { origin: 'http://localhost:1' }],
    ['another host', { rpId: 'evil.example' }],
    ['a challenge nobody asked', { challenge: Buffer.alloc(32, 7).toString('base64url') }],
    ['a person who was not verified', { unverified: true }],
    ['a counter that went back', { counter: 1 }],
    ['the partner’s handle', { userHandle: Buffer.from('somebody').toString('base64url') }],
    ['no handle', { userHandle: '' }],
    ['a signature over something else', { forged: true }],
  ])('A-5 refuses %s at the homework app’s door', async (_what, faults) => {
    const { key } = await enrol();
    expect((await enter(key)).answer.status).toBe(200);
    const { phone, answer } = await enter(key, faults);
    expect([answer.status, answer.body.code]).toEqual(refused);
    expect(phone.cookie('__Host-client')).toBeUndefined();
  });

  it('A-5 keeps nothing of an enrolment whose passkey does not hold', async () => {
    const { phone, answer } = await enrol(rowanId, { unverified: true });
    expect([answer.status, answer.body.code]).toEqual(refused);
    expect((await phone.call('get', 'session')).body.level).toBe('enrolment');
    expect(await app.db.sql('SELECT FROM client_passkey WHERE person_id = $1', [rowanId])).toEqual([]);
  });

  it('A-5 opens only its owner’s pages, and no passkey opens the portal', async () => {
    const rowan = await enrol();
    const iris = await enrol(irisId);
    expect((await enter(iris.key)).answer.body.person.id).toBe(irisId);
    expect((await enter(rowan.key)).answer.body.person.id).toBe(rowanId);
    const portal = app.client('clinic');
    const question = (await portal.call('post', 'session/passkey/question')).body as PasskeyQuestionView;
    const answer = await portal.call('post', 'session/passkey', { body: rowan.key.sign(question) });
    expect([answer.status, answer.body.code]).toEqual(refused);
  });

  it('A-6 says the same of a passkey that nobody has', async () => {
    const { key } = await enrol();
    const known = await enter(key, { forged: true });
    const unknown = await enter(new Authenticator(), {
      userHandle: Buffer.from(rowanId).toString('base64url'),
    });
    for (const { answer } of [known, unknown])
      expect([answer.status, answer.body.code, answer.body.facts]).toEqual([...refused, {}]);
  });

  it('A-8 steps up with the person’s own passkey, and not with the partner’s', async () => {
    const { phone, key } = await enrol();
    const iris = await enrol(irisId);
    const ask = async () =>
      (await phone.call('post', 'session/step-up/passkey/question')).body as PasskeyQuestionView;
    const question = await ask();
    expect(question.allowCredentials.map(({ id }) => id)).toEqual([key.credentialId.toString('base64url')]);
    const partner = await phone.call('post', 'session/step-up/passkey', { body: iris.key.sign(question) });
    expect([partner.status, partner.body.code]).toEqual(refused);
    const old = phone.cookie('__Host-client');
    const stepped = await phone.call('post', 'session/step-up/passkey', { body: key.sign(await ask()) });
    expect(stepped.status).toBe(200);
    expect(phone.cookie('__Host-client')).not.toBe(old);
  });

  it('A-8 steps up with the passphrase too, and makes guessing wait', async () => {
    const phone = await openInvitation(app, await invite(therapist, rowanId));
    await phone.call('post', 'enrolment', { body: { ...agreed, passphrase: personPassphrase } });
    await phone.call('get', 'session');
    const stepUp = (passphrase: string) => phone.call('post', 'session/step-up', { body: { passphrase } });
    expect((await stepUp('not this one')).body.code).toBe('sign_in_refused');
    expect((await stepUp(personPassphrase)).status).toBe(200);
    for (let time = 0; time < 6; time += 1) await stepUp('not this one');
    expect((await stepUp(personPassphrase)).body.code).toBe('sign_in_refused');
  });

  it('ends every earlier way in with a new enrolment', async () => {
    const first = await enrol();
    const second = await enrol();
    expect((await first.phone.call('get', 'session')).status).toBe(401);
    expect((await enter(first.key)).answer.status).toBe(401);
    expect((await enter(second.key)).answer.status).toBe(200);
  });
});
