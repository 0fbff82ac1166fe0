import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addCouple, invite, otherCode, setUpMember, type Invited } from '../arrange-identity.js';
import { signedIn } from '../arrange.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

// `npm run proof:exchanges` sends ten thousand.
const exchanges = Number(process.env['PROOF_EXCHANGES'] ?? 200);
const couples = 10;
const guesses = 64;

let app: TestApp;
let portal: TestClient;
let people: string[];

beforeAll(async () => {
  app = await testApp();
  const mina = await setUpMember(app);
  portal = await signedIn(app, mina.clinicId, mina.id, 'therapist');
  const added = await Promise.all(Array.from({ length: couples }, () => addCouple(portal, mina.id)));
  people = added.flatMap(({ rowanId, irisId }) => [rowanId, irisId]);
});
// The limit by network is for other tests; here the same machine plays every phone there is.
beforeEach(async () => {
  await app.db.sql('DELETE FROM rate_limit');
});
afterAll(async () => app.close());

async function exchange({ token, code }: Pick<Invited, 'token' | 'code'>): Promise<number> {
  const answer = await app.client('home').call('post', 'invitations/exchange', { body: { token, code } });
  return answer.status;
}

/** One round: everybody is invited, and every link is exchanged twice, all at the same time. */
async function round(): Promise<number[][]> {
  await app.db.sql('DELETE FROM rate_limit');
  const invited = await Promise.all(people.map((id) => invite(portal, id)));
  const raced = invited.flatMap((one) => [one, one]).map((one, at) => ({ one, at }));
  const statuses = await Promise.all(raced.map(async ({ one, at }) => ({ at, status: await exchange(one) })));
  return invited.map((_one, at) =>
    statuses.filter((found) => Math.floor(found.at / 2) === at).map(({ status }) => status),
  );
}

describe('invitations that are opened at the same time', () => {
  it(
    `N-5 gives exactly one session each in ${String(exchanges)} exchanges`,
    async () => {
      const rounds = Math.ceil(exchanges / (2 * people.length));
      let sent = 0;
      for (let at = 0; at < rounds; at += 1) {
        const answers = await round();
        for (const pair of answers) expect(pair.sort()).toEqual([204, 401]);
        sent += answers.flat().length;
      }
      expect(sent).toBeGreaterThanOrEqual(exchanges);
      const opened = await app.db.sql<{ sessions: number; used: number; most: number }>(
        `SELECT (SELECT count(*)::int FROM session WHERE level = 'enrolment') AS sessions,
          count(*) FILTER (WHERE used_at IS NOT NULL)::int AS used, max(attempts)::int AS most FROM invitation`,
      );
      expect(opened).toEqual([{ sessions: sent / 2, used: sent / 2, most: 2 }]);
    },
    30_000 + exchanges * 200,
  );

  it('N-3 evaluates five of sixty-four guesses sent at once, and not the right code after them', async () => {
    const invited = await invite(portal, people[0]!);
    let { code } = invited;
    const wrong = Array.from({ length: guesses }, () => (code = otherCode(code)));
    const statuses = await Promise.all(wrong.map((guess) => exchange({ token: invited.token, code: guess })));
    expect(new Set(statuses)).toEqual(new Set([401]));
    const tried = await app.db.sql<{ attempts: number; evaluated: number }>(
      `SELECT i.attempts, (SELECT count(*)::int FROM audit_event a
          WHERE a.resource_id = i.id AND a.reason_code = 'wrong_code') AS evaluated FROM invitation i WHERE i.id = $1`,
      [invited.id],
    );
    expect(tried).toEqual([{ attempts: 5, evaluated: 5 }]);
    expect(await exchange(invited)).toBe(401);
  });
});
