import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { arrangeCase, assignOne, type ArrangedCase } from '../arrange-case.js';
import { rewritingHeaders, urlForms } from '../corpora/url-forms.js';
import { listen, sendRaw, type RawAnswer } from '../raw-request.js';
import type { TestClient } from '../test-client.js';
import { testApp, type TestApp } from '../test-app.js';

/** Answers by which a spelling is refused: it is wrong, has no page here, or not for whoever asks. */
const refusals = [400, 401, 403, 404, 405];

describe('another spelling of an address', () => {
  let app: TestApp;
  let port: number;
  let ours: ArrangedCase;
  /** What the therapist may open here, and what nobody who asks here may. */
  let pages: string[];
  let closed: string[];

  beforeAll(async () => {
    app = await testApp();
    ours = await arrangeCase(app);
    const taskId = await assignOne(ours.mina, ours.rowanId, 'R01');
    port = await listen(app.app.getHttpServer());
    const { coupleId } = ours;
    const lists = ['session', 'caseload', `homework?coupleId=${coupleId}`];
    const ones = [`couples/${coupleId}`, `disclosure/${coupleId}`, `homework/${taskId}`];
    pages = [...lists, ...ones].map((path) => `/api/clinic/${path}`);
    closed = [
      '/api/clinic/staff',
      '/api/clinic/reports/exports',
      '/api/home/homework/today',
      '/api/home/openings',
    ];
  });
  afterAll(async () => app.close());

  const cookieOf = (by: TestClient): string =>
    `cookie: __Host-staff=${by.cookie('__Host-staff') ?? ''}; __Host-client=${by.cookie('__Host-client') ?? ''}`;

  const ask = (
    by: TestClient | null,
    method: string,
    target: string,
    more: readonly string[] = [],
  ): Promise<RawAnswer> =>
    sendRaw(port, { method, target, headers: by === null ? more : [cookieOf(by), ...more] });

  it('V-1 is one of a corpus of at least eighty', () => {
    const path = '/api/clinic/caseload';
    expect(new Set(urlForms.map(({ of }) => of(path))).size).toBeGreaterThanOrEqual(80);
    expect(urlForms.map(({ of }) => of(path))).not.toContain(path);
  });

  it('V-1 gets the answer of the address itself, or none, whoever asks', async () => {
    const wrong: string[] = [];
    let answered = 0;
    for (const path of pages) expect([path, (await ask(ours.mina, 'GET', path)).status]).toEqual([path, 200]);
    for (const path of [...pages, ...closed])
      for (const by of [null, ours.dana, ours.mina, ours.rowan]) {
        const canonical = await ask(by, 'GET', path);
        for (const { what, of } of urlForms) {
          const answer = await ask(by, 'GET', of(path));
          const same = answer.status === canonical.status && answer.body === canonical.body;
          if (!same && !refusals.includes(answer.status))
            wrong.push(`${what} ${path}: ${String(answer.status)} for ${String(canonical.status)}`);
          if (same && answer.status === 200) answered += 1;
        }
      }
    expect(wrong).toEqual([]);
    expect(answered).toBeGreaterThan(20);
  }, 120_000);

  it('V-4 answers the twins HEAD and OPTIONS of a page with 405, as every method nobody declared', async () => {
    for (const path of pages)
      for (const method of ['HEAD', 'OPTIONS', 'TRACE', 'PROPFIND', 'QUERY', 'LOCK', 'SEARCH'])
        for (const by of [null, ours.mina]) {
          const answer = await ask(by, method, path);
          expect([path, method, answer.status]).toEqual([path, method, 405]);
        }
  });

  it.each(rewritingHeaders)('V-5 is not taken from the header %s', async (line) => {
    const answer = await ask(ours.mina, 'GET', '/api/clinic/session', [line]);
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('csrfToken');
    expect((await ask(null, 'GET', '/api/clinic/session', [line])).status).toBe(401);
    expect((await ask(ours.mina, 'POST', '/api/clinic/session', [line])).status).not.toBe(200);
  });
});
