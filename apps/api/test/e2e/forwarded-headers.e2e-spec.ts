import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { arrangeCase, type ArrangedCase } from '../arrange-case.js';
import { forwardedHeaders } from '../corpora/forwarded-headers.js';
import { listen, sendRaw, type RawAnswer } from '../raw-request.js';
import { testApp, type TestApp } from '../test-app.js';

/** A try to sign in; it is counted against the network that the server takes it to come from. */
function tryIn(port: number, lines: readonly string[]): Promise<RawAnswer> {
  return sendRaw(port, {
    method: 'POST',
    target: '/api/clinic/session/password',
    headers: ['sec-fetch-site: same-origin', 'content-type: application/json', ...lines],
    body: JSON.stringify({ email: 'nobody@clinic.example', password: 'words that open nothing' }),
  });
}

const networks = async (app: TestApp): Promise<string[]> =>
  (await app.db.sql<{ key: string }>("SELECT key FROM rate_limit WHERE key LIKE 'network:%'")).map(
    ({ key }) => key,
  );

describe('V-5 headers that say who is asking', () => {
  let app: TestApp;
  let port: number;
  let ours: ArrangedCase;

  beforeAll(async () => {
    app = await testApp();
    ours = await arrangeCase(app);
    port = await listen(app.app.getHttpServer());
  });
  beforeEach(async () => {
    await app.db.sql('DELETE FROM rate_limit');
  });
  afterAll(async () => app.close());

  it('V-5 are of a corpus of at least fifty', () => {
    expect(new Set(forwardedHeaders.map((lines) => lines.join('\n'))).size).toBeGreaterThanOrEqual(50);
  });

  it('V-5 move nobody to another network when they come from a peer that is no proxy', async () => {
    await tryIn(port, []);
    const [here] = await networks(app);
    for (const lines of forwardedHeaders) {
      await app.db.sql('DELETE FROM rate_limit');
      const answer = await tryIn(port, lines);
      expect([lines, answer.status, await networks(app)]).toEqual([lines, 401, [here]]);
    }
  });

  it('V-5 make no foreign site the own one', async () => {
    const before = await app.db.sql('SELECT count(*) FROM homework_task');
    for (const lines of forwardedHeaders) {
      const answer = await sendRaw(port, {
        method: 'POST',
        target: '/api/clinic/homework',
        headers: [
          `cookie: __Host-staff=${ours.mina.cookie('__Host-staff') ?? ''}`,
          `x-xsrf-token: ${ours.mina.csrfToken}`,
          ...['origin: https://elsewhere.example', 'content-type: application/json', ...lines],
        ],
        body: JSON.stringify({ personId: ours.rowanId, templateCode: 'R01', startsOn: '2025-01-06' }),
      });
      expect([lines, answer.status]).toEqual([lines, 403]);
    }
    expect(await app.db.sql('SELECT count(*) FROM homework_task')).toEqual(before);
  });
});

describe('V-5 headers of a proxy that the operator named', () => {
  let app: TestApp;
  let port: number;

  beforeAll(async () => {
    app = await testApp({ TRELLIS_TRUSTED_PROXIES: '127.0.0.0/8' });
    port = await listen(app.app.getHttpServer());
  });
  afterAll(async () => app.close());

  it('V-5 count, from the right, up to the first address that is no proxy', async () => {
    await tryIn(port, []);
    await tryIn(port, ['x-forwarded-for: 203.0.113.7']);
    expect(await networks(app)).toHaveLength(2);
    // What the sender wrote in front of the proxy's own entry moves nobody.
    await tryIn(port, ['x-forwarded-for: 198.51.100.1, 203.0.113.8, 127.0.0.1']);
    expect(await networks(app)).toHaveLength(2);
    await tryIn(port, ['x-forwarded-for: 198.51.100.1']);
    expect(await networks(app)).toHaveLength(3);
  });
});
