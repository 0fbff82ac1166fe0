import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { arrangeCase, type ArrangedCase } from '../arrange-case.js';
import { insides } from '../corpora/wrong-input.js';
import { jsonShapes } from '../corpora/json-shapes.js';
import { listen, sendRaw, type RawRequest } from '../raw-request.js';
import { testApp, type TestApp } from '../test-app.js';

/** Milliseconds in which a body has to be refused. */
const soon = 50;

describe('a body of a shape that nobody takes', () => {
  let app: TestApp;
  let port: number;
  let targets: Omit<RawRequest, 'body'>[];
  let ours: ArrangedCase;

  beforeAll(async () => {
    app = await testApp();
    ours = await arrangeCase(app);
    port = await listen(app.app.getHttpServer());
    const as = [
      `cookie: __Host-staff=${ours.mina.cookie('__Host-staff') ?? ''}`,
      `x-xsrf-token: ${ours.mina.csrfToken}`,
      ...['sec-fetch-site: same-origin', 'content-type: application/json', 'idempotency-key: shape-of-json'],
      'if-match: "v1"',
    ];
    const write = (method: string, path: string): Omit<RawRequest, 'body'> => ({
      method,
      target: `/api/clinic/${path}`,
      headers: as,
    });
    targets = [write('POST', 'session/password'), write('POST', 'couples'), write('POST', 'homework')];
  });
  afterAll(async () => app.close());

  it('V-3 is one of a corpus of at least four hundred', () => {
    expect(
      new Set(jsonShapes.map(({ body }) => Buffer.from(body).toString('latin1'))).size,
    ).toBeGreaterThanOrEqual(400);
  });

  it('V-3 is refused within fifty milliseconds, changes no row and no prototype, and is not quoted', async () => {
    const before = await app.db.sql(
      'SELECT (SELECT count(*) FROM couple) AS couples, (SELECT count(*) FROM homework_task) AS tasks',
    );
    const own = Object.getOwnPropertyNames(Object.prototype).sort();
    const wrong: string[] = [];
    for (const target of targets)
      for (const { what, body } of jsonShapes) {
        const { status, body: text, took } = await soonest({ ...target, body });
        const problems = [
          ...(status >= 400 && status < 500 ? [] : [`answered ${String(status)}`]),
          ...(took > soon ? [`took ${String(Math.round(took))} ms`] : []),
          ...(insides.test(text) ? [`tells ${text.slice(0, 100)}`] : []),
          ...(text.length > 8000 ? [`answers with ${String(text.length)} letters`] : []),
        ];
        if (problems.length > 0) wrong.push(`${target.target} ${what}: ${problems.join('; ')}`);
      }
    expect(wrong).toEqual([]);
    expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(own);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(
      await app.db.sql(
        'SELECT (SELECT count(*) FROM couple) AS couples, (SELECT count(*) FROM homework_task) AS tasks',
      ),
    ).toEqual(before);
  }, 120_000);

  /**
   * The cheapest of at most twelve tries: the first may have waited for the compiler of the engine, and others for the
   * collector of a process that has run many files. A body that costs too much by itself does so each time.
   */
  async function soonest(request: RawRequest): ReturnType<typeof sendRaw> {
    let best = await measured(request);
    for (let more = 0; best.took > soon && more < 11; more += 1) {
      const next = await measured(request);
      if (next.took < best.took || next.status >= 500) best = next;
    }
    return best;
  }

  /** By the work of this process where the clock says more: another process may have had the machine. */
  async function measured(request: RawRequest): ReturnType<typeof sendRaw> {
    const before = process.cpuUsage();
    const answer = await sendRaw(port, request);
    const { user, system } = process.cpuUsage(before);
    return { ...answer, took: Math.min(answer.took, (user + system) / 1000) };
  }
});
