import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { arrangeCase, type ArrangedCase } from '../arrange-case.js';
import { newCouple } from '../arrange.js';
import { doubtfulTypes, otherTypes, takenTypes } from '../corpora/content-types.js';
import { listen, sendRaw, type RawAnswer } from '../raw-request.js';
import { testApp, type TestApp } from '../test-app.js';

describe('the media type of a body', () => {
  let app: TestApp;
  let port: number;
  let ours: ArrangedCase;

  beforeAll(async () => {
    app = await testApp();
    ours = await arrangeCase(app);
    port = await listen(app.app.getHttpServer());
  });
  afterAll(async () => app.close());

  const couples = async (): Promise<unknown> => app.db.sql('SELECT count(*) FROM couple');

  /** A write of somebody who may, key and all, with these header lines. */
  function write(method: string, types: readonly string[], body: object, key: string): Promise<RawAnswer> {
    const headers = [
      `cookie: __Host-staff=${ours.mina.cookie('__Host-staff') ?? ''}`,
      `x-xsrf-token: ${ours.mina.csrfToken}`,
      'sec-fetch-site: same-origin',
      `idempotency-key: media-type-${key}`,
      ...types,
    ];
    const target = method === 'DELETE' ? '/api/clinic/account/devices/nobody' : '/api/clinic/couples';
    return sendRaw(port, { method, target, headers, body: JSON.stringify(body) });
  }

  it('V-2 is of a corpus of at least sixty', () => {
    const all = [...otherTypes, ...doubtfulTypes].map((lines) => lines.join('\n'));
    expect(new Set(all).size).toBeGreaterThanOrEqual(60);
  });

  it.each(takenTypes)('V-2 is taken as "%s", and the body is checked', async (type) => {
    const smuggled = { ...newCouple(ours.minaId), clinicId: ours.clinicId };
    const refused = await write(
      'POST',
      [`content-type: ${type}`],
      smuggled,
      `smuggled ${type.length}`.replace(' ', '-'),
    );
    expect([type, refused.status]).toEqual([type, 400]);
    const right = await write(
      'POST',
      [`content-type: ${type}`],
      newCouple(ours.minaId),
      `right-${String(type.length)}`,
    );
    expect([type, right.status]).toEqual([type, 201]);
  });

  it('V-2 is refused with 415 before the body is read, whatever else it says', async () => {
    const before = await couples();
    for (const [at, types] of otherTypes.entries())
      for (const method of ['POST', 'DELETE']) {
        const answer = await write(method, types, newCouple(ours.minaId), `other-${method}-${String(at)}`);
        const code = answer.status === 415 ? (JSON.parse(answer.body) as { code: string }).code : answer.body;
        expect([method, types, answer.status, code]).toEqual([method, types, 415, 'media_type_unsupported']);
      }
    expect(await couples()).toEqual(before);
  });

  it('V-2 that comes twice, dressed up or encoded is refused, or the body is checked in full', async () => {
    const before = await couples();
    const smuggled = { ...newCouple(ours.minaId), clinicId: ours.clinicId };
    for (const [at, types] of doubtfulTypes.entries()) {
      const answer = await write('POST', types, smuggled, `doubtful-${String(at)}`);
      expect([400, 415]).toContain(answer.status);
    }
    expect(await couples()).toEqual(before);
  });
});
