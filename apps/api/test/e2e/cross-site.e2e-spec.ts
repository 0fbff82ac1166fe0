import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { declaredRoutes, type DeclaredRoute } from '../../src/access/declared-routes.js';
import { rightCalls } from '../right-calls/all.js';
import { addressOf, type RightCalls } from '../right-calls/right-call.js';
import { testApp, type TestApp } from '../test-app.js';

/** What a browser says of a write that a page of somebody else caused. */
const crossSite: readonly Readonly<Record<string, string>>[] = [
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'none' },
  { 'sec-fetch-site': '' },
  { 'sec-fetch-site': 'same-origin, cross-site' },
  { 'sec-fetch-site': 'Same-Origin' },
  { 'sec-fetch-site': 'cross-site', origin: 'http://localhost:3000' },
  { origin: 'https://elsewhere.example' },
  { origin: 'null' },
  { origin: 'http://localhost.elsewhere.example' },
  { origin: 'http://localhost:9' },
  { referer: 'http://localhost:3000/' },
  {},
];

describe('a write that a page of another site caused', () => {
  let app: TestApp;
  let calls: RightCalls;
  let writes: DeclaredRoute[];

  beforeAll(async () => {
    app = await testApp();
    calls = (await rightCalls(app)).calls;
    writes = declaredRoutes(app.app).filter(({ method }) => method !== 'get');
  });
  afterAll(async () => app.close());

  it('W-3 is told in twelve ways and more', () => {
    expect(crossSite.length).toBeGreaterThanOrEqual(12);
  });

  it.each(crossSite)(
    'W-3 is refused on every route, cookie and token of the person notwithstanding: %j',
    async (headers) => {
      const wrong: string[] = [];
      for (const route of writes) {
        const { as, ids, body, version } = calls[route.handler] ?? {};
        const by = await as?.();
        const door = route.path.startsWith('home') ? 'home' : 'clinic';
        const cookie = door === 'home' ? '__Host-client' : '__Host-staff';
        const call = request(app.doors[door])
          [route.method](addressOf(route, ids))
          .set({ 'x-xsrf-token': by?.csrfToken ?? '', 'idempotency-key': 'from-elsewhere' })
          .set('cookie', `${cookie}=${by?.cookie(cookie) ?? ''}`)
          .set(version === undefined ? {} : { 'if-match': `"v${String(version)}"` })
          .set(headers);
        const answer = await (body === undefined ? call : call.send(body));
        const { code } = answer.body as { code?: string };
        if (answer.status !== 403 || code !== 'cross_site_refused')
          wrong.push(`${route.handler} ${String(answer.status)} ${String(code)}`);
      }
      expect(wrong).toEqual([]);
      expect(writes.length).toBeGreaterThan(30);
    },
  );
});
