import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { arrangeClinic, arrangeStaff, newCouple, signedIn } from '../arrange.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

describe('the frame around every request', () => {
  let app: TestApp;
  let mina: TestClient;
  let minaId: string;

  beforeAll(async () => {
    app = await testApp();
    const clinicId = await arrangeClinic(app);
    minaId = await arrangeStaff(app, clinicId, 'therapist', 'Mina Castellan');
    mina = await signedIn(app, clinicId, minaId, 'therapist');
  });
  afterAll(async () => app.close());

  it('W-3: refuses a write without the token of the session, and one with the token of another', async () => {
    for (const token of ['', 'A'.repeat(43)]) {
      const response = await mina.call('post', 'couples', {
        body: newCouple(minaId),
        headers: { 'x-xsrf-token': token },
      });
      expect([response.status, response.body.code]).toEqual([403, 'cross_site_refused']);
    }
  });

  it('V-1, C-5: refuses keys nobody asked for, and changes nothing', async () => {
    const before = await app.db.sql<{ n: string }>('SELECT count(*) AS n FROM couple');
    for (const extra of [
      { clinicId: minaId },
      { version: 9 },
      { role: 'owner' },
      { constructor: { prototype: {} } },
    ]) {
      const response = await mina.call('post', 'couples', { body: { ...newCouple(minaId), ...extra } });
      expect({ extra, status: response.status, code: response.body.code }).toEqual({
        extra,
        status: 400,
        code: 'invalid_request',
      });
    }
    expect(await app.db.sql('SELECT count(*) AS n FROM couple')).toEqual(before);
  });

  it('V-1: names the fields that are wrong, also inside lists and objects, and never their values', async () => {
    const wrong = {
      ...newCouple(minaId),
      timeZone: 'Mars/Olympus',
      partner: { name: '', pronouns: 'x', language: 'fr' },
    };
    const response = await mina.call('post', 'couples', { body: wrong });
    const fields = (response.body.facts.fields as { field: string }[]).map(({ field }) => field).sort();
    expect(fields).toEqual(['partner.language', 'partner.name', 'timeZone']);
    expect(JSON.stringify(response.body)).not.toContain('Mars/Olympus');
  });

  it.each([
    ['{"a":', 400, 'invalid_request'],
    ['{"__proto__":{"admin":true}}', 400, 'invalid_request'],
    [`{"email":"${'a'.repeat(300 * 1024)}"}`, 413, 'body_too_large'],
    ['[]', 400, 'invalid_request'],
    ['null', 400, 'invalid_request'],
  ])('V-3: answers a malformed body with one clear code', async (body, status, code) => {
    const response = await request(app.app.getHttpServer())
      .post('/api/clinic/session/password')
      .set('content-type', 'application/json')
      .set('sec-fetch-site', 'same-origin')
      .send(body);
    expect([response.status, response.body.code]).toEqual([status, code]);
    expect(Object.keys(response.body as object).sort()).toEqual(['code', 'correlationId', 'facts']);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it('W-4: sends the protective headers and no-store with every API answer', async () => {
    for (const door of ['clinic', 'home'] as const) {
      const response = await app.client(door).call('get', 'session');
      expect(response.headers).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'x-frame-options': 'DENY',
      });
    }
  });

  it('L-6: says nothing of the inside when something breaks', async () => {
    await app.db.sql('REVOKE SELECT ON couple FROM trellis_api');
    const response = await mina.call('get', 'caseload');
    await app.db.sql('GRANT SELECT ON couple TO trellis_api');
    expect([response.status, response.body.code]).toEqual([500, 'unexpected']);
    expect(JSON.stringify(response.body)).not.toMatch(/permission|couple|select|stack|node_modules/i);
  });
});
