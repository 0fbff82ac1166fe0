import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { declaredRoutes, type DeclaredRoute } from '../../src/access/declared-routes.js';
import { placesIn, withValue } from '../corpora/wrong-input.js';
import { rightCalls } from '../right-calls/all.js';
import { addressOf, type RightCall, type RightCalls } from '../right-calls/right-call.js';
import { testApp, type TestApp } from '../test-app.js';

const somebody = '11111111-1111-4111-8111-111111111111';

/** Keys that the server alone writes, with values it would have written. */
const serverOwned: Readonly<Record<string, string>> = {
  clinicId: `"${somebody}"`,
  clinic_id: `"${somebody}"`,
  role: '"owner"',
  authorId: `"${somebody}"`,
  version: '9',
  releasedAt: '"2025-01-06T00:00:00.000Z"',
  revokedAt: 'null',
  createdAt: '"2025-01-06T00:00:00.000Z"',
  state: '"reviewed"',
  actorId: `"${somebody}"`,
  isAdmin: 'true',
  constructor: '{"prototype":{"role":"owner"}}',
};
const keys = [...Object.keys(serverOwned), '__proto__'];
const valueOf = (key: string): string =>
  key === '__proto__' ? '{"role":"owner"}' : (serverOwned[key] ?? 'null');

/** Tables in which a refusal may leave a trace. */
const traces = ['audit_event', 'rate_limit', 'session', 'idempotency_record', 'migrations', 'passkey_challenge'];

describe('keys that the server alone writes', () => {
  let app: TestApp;
  let writes: { route: DeclaredRoute; call: RightCall & { readonly body: object } }[];
  let wholeDatabase: string;

  beforeAll(async () => {
    app = await testApp();
    const calls: RightCalls = (await rightCalls(app)).calls;
    writes = declaredRoutes(app.app).flatMap((route) => {
      const call = calls[route.handler];
      return call?.body === undefined ? [] : [{ route, call: { ...call, body: call.body } }];
    });
    const tables = await app.db.sql<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL ($1) ORDER BY 1`,
      [traces],
    );
    wholeDatabase = tables
      .map(
        ({ name }) =>
          `SELECT '${name}' AS name, md5(coalesce(string_agg(t::text, ',' ORDER BY t::text), '')) AS is FROM "${name}" t`,
      )
      .join(' UNION ALL ');
  });
  afterAll(async () => app.close());

  /** Places of a body that are objects of fields; the answers of a form are named by the form. */
  const objectsOf = ({ body, loose }: RightCall & { readonly body: object }): (readonly string[])[] => {
    const inner = placesIn(body).filter((place) => {
      const value = place.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], body);
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    });
    return [[], ...inner].filter((place) => loose?.test(place.join('.')) !== true);
  };

  it('C-5 are refused in every body and every part of it, and not one row is changed', async () => {
    const before = await app.db.sql(wholeDatabase);
    const wrong: string[] = [];
    let asked = 0;
    for (const { route, call } of writes) {
      const client = await call.as();
      for (const place of objectsOf(call)) {
        const own = place.reduce<unknown>(
          (at, key) => (at as Record<string, unknown>)[key],
          call.body,
        ) as object;
        for (const key of keys.filter((one) => !Object.hasOwn(own, one))) {
          const answer = await client.raw(route.method, addressOf(route, call.ids), {
            body: withKey(call.body, place, key),
            ...(call.version === undefined ? {} : { version: call.version }),
          });
          asked += 1;
          if (answer.status !== 400)
            wrong.push(`${route.handler} ${[...place, key].join('.')}: ${String(answer.status)}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(await app.db.sql(wholeDatabase)).toEqual(before);
    expect(asked).toBeGreaterThan(writes.length * 10);
    expect(({} as { role?: string }).role).toBeUndefined();
  }, 300_000);

  it('C-5 stand in every write with a body, of which there are many', () => {
    expect(writes.length).toBeGreaterThan(15);
  });
});

/** JSON of `body` with one more key at `place`. */
function withKey(body: object, place: readonly string[], key: string): string {
  const mark = 'one-more-key';
  return withValue(body, [...place, mark], valueOf(key)).replace(`"${mark}":`, () => `"${key}":`);
}
