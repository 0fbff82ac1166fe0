import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { arrangeClinic, arrangeStaff, newCouple, signedIn, type StaffRole } from '../arrange.js';
import { testApp, type TestApp } from '../test-app.js';
import type { CallOptions, TestClient } from '../test-client.js';

const startsAt = '2025-07-01T15:00:00Z';
const routes: [string, 'get' | 'post', (id: string) => string, CallOptions][] = [
  ['couple', 'get', (id) => `couples/${id}`, {}],
  ['disclosure', 'get', (id) => `disclosure/${id}`, {}],
  ['disclosure opening', 'post', (id) => `disclosure/${id}`, {}],
  ['disclosure date', 'post', (id) => `disclosure/${id}/schedule`, { body: { startsAt }, version: 0 }],
];

describe('the wall around a couple', () => {
  let app: TestApp;
  let clinicId: string;
  let coupleId: string;
  let mina: string;
  let partnerId: string;

  beforeAll(async () => {
    app = await testApp();
    clinicId = await arrangeClinic(app);
    mina = await arrangeStaff(app, clinicId, 'therapist', 'Mina Castellan');
    const client = await signedIn(app, clinicId, mina, 'therapist');
    const added = await client.call('post', 'couples', { body: newCouple(mina) });
    coupleId = added.body.id;
    partnerId = added.body.people[1].id;
  });
  afterAll(async () => app.close());

  async function staff(role: StaffRole, clinic = clinicId): Promise<TestClient> {
    return signedIn(app, clinic, await arrangeStaff(app, clinic, role, 'Somebody'), role);
  }

  async function answers(
    client: TestClient,
    method: 'get' | 'post',
    path: (id: string) => string,
    options: CallOptions,
  ): Promise<[string, string]> {
    const masked = async (id: string): Promise<string> => {
      const { status, text, body, headers } = await client.raw(method, `/api/clinic/${path(id)}`, options);
      const kept = Object.entries(headers).filter(([name]) => name !== 'date' && name !== 'x-correlation-id');
      return JSON.stringify({ status, kept, text: text.replace(String(body.correlationId), '') });
    };
    return [await masked(coupleId), await masked(randomUUID())];
  }

  describe.each(routes)('%s', (_, method, path, options) => {
    it.each([
      ['a colleague outside the care team', async () => staff('therapist')],
      ["another clinic's therapist", async () => staff('therapist', await arrangeClinic(app, 'South Quay'))],
      ["another clinic's admin", async () => staff('clinic_admin', await arrangeClinic(app, 'South Quay'))],
      ['a supervisor', async () => staff('supervisor')],
      ['the partner', async () => signedIn(app, clinicId, partnerId, 'client')],
    ])('looks to %s as if it did not exist', async (_who, client) => {
      const [real, unknown] = await answers(await client(), method, path, options);
      expect(real).toBe(unknown);
      expect(JSON.parse(real).status).toBe(404);
    });
  });

  it('shows an admin no disclosure, only the couple', async () => {
    const admin = await staff('clinic_admin');
    for (const [, method, path, options] of routes.slice(1, 3)) {
      const [real, unknown] = await answers(admin, method, path, options);
      expect(real).toBe(unknown);
      expect(JSON.parse(real).status).toBe(404);
    }
    const couple = await admin.call('get', `couples/${coupleId}`);
    expect(couple.body).toMatchObject({ name: 'Ellery', mySides: [] });
  });

  it('answers an id that is no id like an unknown one', async () => {
    const client = await staff('therapist');
    const answer = await client.call('get', 'couples/not-an-id');
    expect([answer.status, answer.body.code]).toEqual([404, 'not_found']);
  });

  it('closes when an assignment ends', async () => {
    const jo = await arrangeStaff(app, clinicId, 'therapist', 'Jo Whitlock');
    await app.db.sql(
      "INSERT INTO care_assignment VALUES ($1, $2, $3, $4, 'BP', false, now() - interval '1 day', NULL)",
      [clinicId, randomUUID(), coupleId, jo],
    );
    await app.db.sql(
      "INSERT INTO care_assignment VALUES ($1, $2, $3, $4, 'RP', false, now() - interval '2 days', now() - interval '1 day')",
      [clinicId, randomUUID(), coupleId, jo],
    );
    const client = await signedIn(app, clinicId, jo, 'therapist');
    expect((await client.call('get', `couples/${coupleId}`)).body.mySides).toEqual(['BP']);
    await app.db.sql("UPDATE care_assignment SET to_at = now() - interval '1 second' WHERE staff_id = $1", [
      jo,
    ]);
    expect((await client.call('get', `couples/${coupleId}`)).status).toBe(404);
  });

  it('keeps the record of a refusal, with and without an idempotent transaction around it', async () => {
    const id = await arrangeStaff(app, clinicId, 'therapist', 'Curious Colleague');
    const client = await signedIn(app, clinicId, id, 'therapist');
    await client.call('get', `couples/${coupleId}`);
    await client.call('post', `disclosure/${coupleId}`);
    const rows = await app.db.sql<{ action: string; decision: string }>(
      'SELECT action, decision, resource_id, reason_code FROM audit_event WHERE actor_id = $1 ORDER BY at, action',
      [id],
    );
    const common = { decision: 'refused', resource_id: coupleId, reason_code: 'not_found' };
    expect(rows).toEqual([
      { action: 'couples.read', ...common },
      { action: 'disclosure.transition', ...common },
    ]);
  });
});
