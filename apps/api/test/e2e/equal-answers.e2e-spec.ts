import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner.js';
import { PasswordHasher } from '../../src/identity/password-hasher.js';
import {
  addCouple,
  invite,
  openInvitation,
  otherCode,
  setUpMember,
  signIn,
  type Member,
} from '../arrange-identity.js';
import { enrolledPerson } from '../arrange-person.js';
import type { TestClient } from '../test-client.js';
import { listen, sendRaw } from '../raw-request.js';
import { testApp, type TestApp } from '../test-app.js';

/** Pairs of samples by `npm run proof:answers`; in the gate bytes and work are compared, which no busy machine changes. */
const samples = Number(process.env['PROOF_SAMPLES'] ?? 3);
/** Milliseconds that two medians may lie apart. Hashing alone takes many times the bound of the proof. */
const gap = samples > 100 ? 5 : 2000;

interface Door {
  readonly door: 'clinic' | 'home';
  readonly path: string;
}
interface Try extends Door {
  readonly body: object;
}
interface Cost {
  /** The answer as it stood on the wire, but for its own id and the time. */
  readonly bytes: string;
  readonly status: number;
  readonly hashes: number;
  /** How often the database was asked. Where one answer leaves a record, the other asks for the time instead. */
  readonly statements: number;
}

describe('answers about somebody who is there, and somebody who is not', () => {
  let app: TestApp;
  let member: Member;
  let portal: TestClient;
  let ports: Record<'clinic' | 'home', number>;

  beforeAll(async () => {
    app = await testApp();
    ports = { clinic: await listen(app.doors.clinic), home: await listen(app.doors.home) };
  });
  afterAll(async () => app.close());
  beforeEach(async () => {
    await app.db.sql('DELETE FROM rate_limit');
    member = await setUpMember(app);
    portal = await signIn(app, member);
  });

  async function send({ door, path, body }: Try): Promise<{ status: number; bytes: string; took: number }> {
    await app.db.sql('DELETE FROM rate_limit');
    const headers = ['content-type: application/json', 'sec-fetch-site: same-origin'];
    const target = `/api/${door}/${path}`;
    const answer = await sendRaw(ports[door], {
      method: 'POST',
      target,
      headers,
      body: JSON.stringify(body),
    });
    const id = /x-correlation-id: (\S+)/.exec(answer.head)?.[1] ?? 'none';
    const bytes = `${answer.head}\n${answer.body}`.replaceAll(id, 'ID').replace(/^date: .*$/m, 'date');
    return { status: answer.status, bytes, took: answer.took };
  }

  async function costOf(one: Try): Promise<Cost> {
    const hashes = jest.spyOn(PasswordHasher.prototype, 'verify');
    const statements = jest.spyOn(PostgresQueryRunner.prototype, 'query');
    try {
      const { status, bytes } = await send(one);
      return { status, bytes, hashes: hashes.mock.calls.length, statements: statements.mock.calls.length };
    } finally {
      hashes.mockRestore();
      statements.mockRestore();
    }
  }

  const staff = (email: string, password = 'not this one at all'): Try => ({
    ...{ door: 'clinic', path: 'session/password' },
    body: { email, password },
  });
  const person = (signInName: string): Try => ({
    ...{ door: 'home', path: 'session' },
    body: { signInName, passphrase: 'not this one at all' },
  });
  const link = (token: string, code: string): Try => ({
    ...{ door: 'home', path: 'invitations/exchange' },
    body: { token, code },
  });

  it('A-6 are the same bytes for the same hashes and statements at the sign-in of staff', async () => {
    const known = await costOf(staff(member.email));
    const unknown = await costOf(staff(`x${member.email}`));
    expect(known).toEqual(unknown);
    await app.db.sql('UPDATE staff_member SET deactivated_at = now() WHERE id = $1', [member.id]);
    expect((await costOf(staff(member.email))).bytes).toBe(known.bytes);
    expect([known.status, known.hashes, known.statements > 5]).toEqual([401, 1, true]);
  });

  it('A-6 are the same bytes for the same hashes and statements at the sign-in of people', async () => {
    const { signInName } = await enrolledPerson(app);
    const known = await costOf(person(signInName));
    expect(known).toEqual(await costOf(person('nobody-has-this')));
    expect([known.status, known.hashes]).toEqual([401, 1]);
  });

  it('A-6, N-4 are the same bytes for every invitation that is not good, whatever it was', async () => {
    const { rowanId } = await addCouple(portal, member.id);
    const superseded = await invite(portal, rowanId);
    const locked = await invite(portal, rowanId);
    for (let time = 0; time < 5; time += 1) await send(link(locked.token, otherCode(locked.code)));
    const ways = [
      await costOf(link('A'.repeat(43), locked.code)),
      await costOf(link(superseded.token, superseded.code)),
      await costOf(link(locked.token, locked.code)),
    ];
    const used = await invite(portal, rowanId);
    await openInvitation(app, used);
    ways.push(await costOf(link(used.token, used.code)));
    const expired = await invite(portal, rowanId);
    await app.db.sql("UPDATE invitation SET expires_at = now() - interval '1 hour' WHERE id = $1", [
      expired.id,
    ]);
    ways.push(await costOf(link(expired.token, expired.code)));
    for (const way of ways) expect(way).toEqual(ways[0]);
    // A wrong code is put on record, which the other answers are not: bytes alone are compared.
    const good = await invite(portal, rowanId);
    expect((await costOf(link(good.token, otherCode(good.code)))).bytes).toBe(ways[0]?.bytes);
  });

  it(`A-6 take as long, by the medians of ${String(samples)} samples each`, async () => {
    const { rowanId } = await addCouple(portal, member.id);
    const { signInName } = await enrolledPerson(app);
    const good = await invite(portal, rowanId);
    const pairs: Readonly<Record<string, readonly [Try, Try]>> = {
      staff: [staff(member.email), staff(`x${member.email}`)],
      people: [person(signInName), person('nobody-has-this')],
      invitations: [link(good.token, otherCode(good.code)), link('A'.repeat(43), good.code)],
    };
    for (const [name, pair] of Object.entries(pairs)) {
      const times: [number[], number[]] = [[], []];
      for (let round = 0; round < samples; round += 1)
        for (const at of [0, 1] as const) {
          await app.db.sql('UPDATE invitation SET attempts = 0');
          times[at].push((await send(pair[at])).took);
        }
      const [known, unknown] = [medianOf(times[0]), medianOf(times[1])];
      process.stderr.write(`${name}: ${known.toFixed(2)} ms and ${unknown.toFixed(2)} ms\n`);
      expect({ name, near: Math.abs(known - unknown) < gap }).toEqual({ name, near: true });
    }
  }, 3_600_000);
});

function medianOf(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
