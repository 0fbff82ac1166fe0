import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  addCouple,
  allConsents,
  invite,
  openInvitation,
  personPassphrase,
  setUpMember,
  shiftDatabaseTime,
  type Member,
} from '../arrange-identity.js';
import { signedIn } from '../arrange.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

let app: TestApp;
let mina: Member;
let portal: TestClient;
let rowanId: string;
let irisId: string;

beforeAll(async () => {
  app = await testApp();
});
beforeEach(async () => {
  await shiftDatabaseTime(app, 0);
  mina = await setUpMember(app);
  portal = await signedIn(app, mina.clinicId, mina.id, 'therapist');
  ({ rowanId, irisId } = await addCouple(portal, mina.id));
});
afterAll(async () => app.close());

const enrolBody = (changes: object = {}): object => ({
  ...{ consents: allConsents, language: 'en', passphrase: personPassphrase },
  ...changes,
});

async function enrolled(personId: string): Promise<{ phone: TestClient; signInName: string }> {
  const phone = await openInvitation(app, await invite(portal, personId));
  const answer = await phone.call('post', 'enrolment', { body: enrolBody() });
  expect(answer.status).toBe(201);
  return { phone, signInName: answer.body.signInName as string };
}

async function passphraseSignIn(
  signInName: string,
  passphrase = personPassphrase,
): Promise<{ phone: TestClient; status: number; body: Record<string, unknown> }> {
  const phone = app.client('home');
  const answer = await phone.call('post', 'session', { body: { signInName, passphrase } });
  return { phone, status: answer.status, body: answer.body as Record<string, unknown> };
}

describe('enrolling', () => {
  it('shows who invites and what is asked, and nothing of the other person but the name', async () => {
    const phone = await openInvitation(app, await invite(portal, irisId));
    const { body } = await phone.call('get', 'enrolment');
    expect(body).toEqual({
      ...{
        name: 'Iris',
        side: 'BP',
        invitedBy: 'Mina Castellan',
        therapistName: 'Mina Castellan',
        partnerName: 'Rowan',
      },
      ...{ clinicName: 'North Pier Practice', clinicPhone: '+1 312 555 0100', secretsPolicy: 'LIMITED' },
      consents: [
        { kind: 'privacy', version: 'privacy/1', required: true },
        { kind: 'secrets_policy', version: 'secrets_policy/1', required: true },
        { kind: 'measurement', version: 'measurement/1', required: false },
      ],
    });
  });

  it('S-2 keeps consents and language, and opens a full session under a new id', async () => {
    const phone = await openInvitation(app, await invite(portal, rowanId));
    const before = phone.cookie('__Host-client') ?? '';
    const consents = ['privacy/1', 'secrets_policy/1'];
    const answer = await phone.call('post', 'enrolment', { body: enrolBody({ language: 'es', consents }) });
    expect(answer.status).toBe(201);
    expect(answer.body.signInName).toMatch(/^[a-z]+-[a-z]+-[a-z]+$/);
    const session = await phone.call('get', 'session');
    expect(session.body).toMatchObject({
      level: 'full',
      person: { id: rowanId, side: 'RP', language: 'es' },
      partnerName: 'Iris',
    });
    const old = app.client('home');
    old.useCookie('__Host-client', before);
    expect((await old.call('get', 'session')).status).toBe(401);
    const kept = await app.db.sql(
      'SELECT text_version FROM consent WHERE person_id = $1 AND withdrawn_at IS NULL ORDER BY 1',
      [rowanId],
    );
    expect(kept).toEqual(consents.map((version) => ({ text_version: version })));
    const done = await app.db.sql(
      `SELECT actor_id FROM audit_event WHERE action = 'enrolment.finish' AND actor_id = $1`,
      [rowanId],
    );
    expect(done).toHaveLength(1);
  });

  it.each([
    ['a required consent is missing', { consents: ['privacy/1'] }, 'consents_missing'],
    [
      'a consent is for a text nobody was shown',
      { consents: ['privacy/9', 'secrets_policy/1'] },
      'consents_missing',
    ],
    ['the passphrase is short', { passphrase: 'only fourteen!' }, 'passphrase_too_short'],
    ['the passphrase is common', { passphrase: 'Correct Horse Battery Staple' }, 'passphrase_too_common'],
    [
      'the passphrase holds the partner’s name',
      { passphrase: 'walking with iris at noon' },
      'passphrase_too_common',
    ],
    [
      'the passphrase holds the clinic’s name',
      { passphrase: 'the north pier practice door' },
      'passphrase_too_common',
    ],
  ])('is refused when %s, and can go on afterwards', async (_why, changes, code) => {
    const phone = await openInvitation(app, await invite(portal, rowanId));
    const answer = await phone.call('post', 'enrolment', { body: enrolBody(changes) });
    expect([answer.status, answer.body.code]).toEqual([400, code]);
    expect(await app.db.sql('SELECT FROM client_account WHERE person_id = $1', [rowanId])).toHaveLength(0);
    expect((await phone.call('post', 'enrolment', { body: enrolBody() })).status).toBe(201);
  });

  it('N-5 happens once when it is sent twice at the same time', async () => {
    const phone = await openInvitation(app, await invite(portal, rowanId));
    const twins = [1, 2].map(() => {
      const twin = app.client('home');
      twin.useCookie('__Host-client', phone.cookie('__Host-client') ?? '');
      twin.csrfToken = phone.csrfToken;
      return twin;
    });
    const answers = await Promise.all(
      twins.map((twin) => twin.call('post', 'enrolment', { body: enrolBody() })),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 401]);
    const name = answers.find((answer) => answer.status === 201)?.body.signInName as string;
    expect((await passphraseSignIn(name)).status).toBe(200);
    expect(await app.db.sql('SELECT FROM consent WHERE person_id = $1', [rowanId])).toHaveLength(3);
  });

  it('is over after fifteen minutes', async () => {
    const phone = await openInvitation(app, await invite(portal, rowanId));
    await shiftDatabaseTime(app, 15 * 60 + 5);
    expect((await phone.call('get', 'enrolment')).status).toBe(401);
  });

  it('starts anew with a new invitation: new name and passphrase, old sessions gone', async () => {
    const first = await enrolled(rowanId);
    const second = await enrolled(rowanId);
    expect((await first.phone.call('get', 'session')).status).toBe(401);
    expect((await passphraseSignIn(first.signInName)).status).toBe(401);
    expect((await passphraseSignIn(second.signInName)).status).toBe(200);
  });
});

describe('signing in as a person', () => {
  it('takes name and passphrase however they were spelled, and says who reads along', async () => {
    const { signInName } = await enrolled(irisId);
    const { status, body, phone } = await passphraseSignIn(
      ` ${signInName.toUpperCase().replaceAll('-', ' ')} `,
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      level: 'full',
      person: { id: irisId, name: 'Iris', side: 'BP' },
      therapistName: 'Mina Castellan',
      clinic: { name: 'North Pier Practice', timeZone: 'America/Chicago', phone: '+1 312 555 0100' },
    });
    expect((await phone.call('get', 'session')).body.person).toEqual(body['person']);
  });

  it('answers an unknown name and a wrong passphrase alike', async () => {
    const { signInName } = await enrolled(rowanId);
    for (const [name, passphrase] of [
      ['no-such-name', personPassphrase],
      [signInName, 'some other boats entirely'],
    ] as const) {
      const { status, body } = await passphraseSignIn(name, passphrase);
      expect([status, body['code'], body['facts']]).toEqual([401, 'sign_in_refused', {}]);
    }
  });

  it('leaves at once by beacon, without a token, from its own site only', async () => {
    const { phone } = await enrolled(rowanId);
    const id = phone.cookie('__Host-client') ?? '';
    phone.csrfToken = '';
    expect(
      (await phone.call('post', 'session/exit', { headers: { 'sec-fetch-site': 'cross-site' } })).status,
    ).toBe(403);
    expect((await phone.call('get', 'session')).status).toBe(200);
    phone.csrfToken = '';
    expect((await phone.call('post', 'session/exit')).status).toBe(204);
    phone.useCookie('__Host-client', id);
    expect((await phone.call('get', 'session')).status).toBe(401);
    expect((await app.client('home').call('post', 'session/exit')).status).toBe(204);
  });

  it('S-5 signs out', async () => {
    const { phone } = await enrolled(rowanId);
    await phone.call('get', 'session');
    expect((await phone.call('delete', 'session')).status).toBe(204);
    expect((await phone.call('get', 'session')).status).toBe(401);
  });
});
