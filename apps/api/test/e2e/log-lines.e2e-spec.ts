import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PinoLogger } from 'nestjs-pino';
import { symbols } from 'pino';
import { declaredRoutes } from '../../src/access/declared-routes.js';
import {
  addCouple,
  invite,
  openInvitation,
  setUpMember,
  signIn,
  staffPassword,
} from '../arrange-identity.js';
import { placesIn, withValue } from '../corpora/wrong-input.js';
import { rightCalls } from '../right-calls/all.js';
import { addressOf } from '../right-calls/right-call.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

const canary = 'cnry-log-9d1f';

describe('what the server writes to its log, at its most talkative', () => {
  let app: TestApp;
  let log = '';
  /** Everything that must not be in it, by what it is. */
  const secrets = new Map<string, string>();

  beforeAll(async () => {
    app = await testApp();
    listenIn((text) => {
      log += text;
    });
    const member = await setUpMember(app);
    const therapist = await signIn(app, member);
    const { rowanId } = await addCouple(therapist, member.id);
    const invitation = await invite(therapist, rowanId);
    const guest = await openInvitation(app, invitation);
    note('password', staffPassword);
    note('address', member.email);
    note('seed', member.totpSecret);
    note('token of an invitation', invitation.token);
    note('cookie of staff', therapist.cookie('__Host-staff'));
    note('cookie of a guest', guest.cookie('__Host-client'));
    note('token of a session', therapist.csrfToken);
    const { ours, calls } = await rightCalls(app);
    for (const [name, one] of Object.entries(ours))
      if (isClient(one)) note(`token of ${name}`, one.csrfToken);
    for (const route of declaredRoutes(app.app)) {
      const call = calls[route.handler];
      if (call === undefined) continue;
      const client = await call.as();
      const options = call.version === undefined ? {} : { version: call.version };
      await client.raw(route.method, `${addressOf(route, call.ids)}?search=${canary}`, options);
      for (const place of call.body === undefined ? [] : placesIn(call.body))
        await client.raw(route.method, addressOf(route, call.ids), {
          ...options,
          body: withValue(call.body!, place, `"${canary}"`),
        });
    }
    await fail(app, ours.mina);
  }, 120_000);
  afterAll(async () => app.close());

  function note(what: string, secret: string | undefined): void {
    expect(secret?.length ?? 0).toBeGreaterThan(7);
    secrets.set(what, secret!);
  }

  it('L-2 tells that requests were answered, by the pattern of their route', () => {
    const lines = log
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { route?: string; errorName?: string });
    expect(lines.filter(({ route }) => route === '/api/clinic/caseload').length).toBeGreaterThan(0);
    expect(lines.filter(({ errorName }) => errorName !== undefined).length).toBeGreaterThan(0);
  });

  it('L-2 holds no word, secret, token, code, cookie or address of anybody', () => {
    const found = [...secrets].filter(([, secret]) => log.includes(secret)).map(([what]) => what);
    expect([...found, ...(log.includes(canary) ? ['words'] : [])]).toEqual([]);
  });

  it('L-2 names people by no id, name or network', () => {
    expect(log).not.toMatch(/Rowan|Iris|Ellery|Castellan|127\.0\.0\.1|::1/);
    const correlation = new Set(
      [...log.matchAll(/"correlationId":"([0-9a-f-]{36})"/g)].map((match) => match[1]),
    );
    const ids = [...log.matchAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g)].map(
      ([id]) => id,
    );
    expect(ids.filter((id) => !correlation.has(id))).toEqual([]);
  });
});

const isClient = (one: unknown): one is TestClient =>
  typeof one === 'object' && one !== null && 'csrfToken' in one;

/** Lets the logger write here instead of to the terminal. */
function listenIn(hear: (text: string) => void): void {
  const sink = new Writable({
    write: (chunk: Buffer, _, done) => {
      hear(chunk.toString('utf8'));
      done();
    },
  });
  Object.assign(PinoLogger.root, { [symbols.streamSym]: sink, level: 'debug' });
}

/** A fault whose message, from the database, quotes what was sent. */
async function fail(app: TestApp, by: TestClient): Promise<void> {
  await app.db.sql(`ALTER TABLE couple ADD CONSTRAINT told CHECK (time_zone <> 'America/Denver')`);
  const answer = await by.call('get', 'colleagues');
  expect(answer.status).toBeLessThan(500);
  await app.db.sql('REVOKE SELECT ON couple FROM trellis_api');
  expect((await by.call('get', `caseload?search=${canary}`)).status).toBe(500);
  await app.db.sql('GRANT SELECT ON couple TO trellis_api');
}
