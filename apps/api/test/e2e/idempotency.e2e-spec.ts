import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { arrangeClinic, arrangeStaff, newCouple, signedIn } from '../arrange.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

const route = 'POST /api/clinic/couples';
let app: TestApp;
let clinicId: string;
let therapistId: string;
let client: TestClient;

beforeAll(async () => {
  app = await testApp();
  clinicId = await arrangeClinic(app);
  therapistId = await arrangeStaff(app, clinicId, 'therapist', 'Dana Okafor');
  client = await signedIn(app, clinicId, therapistId, 'therapist');
});

afterAll(async () => {
  await app.close();
});

async function couplesNamed(name: string): Promise<number> {
  const rows = await app.db.sql<{ n: number }>('SELECT count(*)::integer AS n FROM couple WHERE name = $1', [
    name,
  ]);
  return rows[0]?.n ?? -1;
}

function recordsOf(key: string): Promise<{ status: number; response_sealed: Buffer }[]> {
  return app.db.sql('SELECT status, response_sealed FROM idempotency_record WHERE key = $1', [key]);
}

describe('a write with an Idempotency-Key', () => {
  it('R-2 has one effect and gives the same answer again', async () => {
    const key = randomUUID();
    const body = newCouple(therapistId, { name: 'Twice' });
    const first = await client.call('post', 'couples', { body, key });
    const again = await client.call('post', 'couples', { body, key });
    expect(first.status).toBe(201);
    expect(again.status).toBe(201);
    expect(again.body).toEqual(first.body);
    expect(await couplesNamed('Twice')).toBe(1);
  });

  it('R-2 has one effect when sixteen arrive at once', async () => {
    const key = randomUUID();
    const body = newCouple(therapistId, { name: 'Sixteen' });
    const answers = await Promise.all(
      Array.from({ length: 16 }, () => client.call('post', 'couples', { body, key })),
    );
    const bodies = new Set(
      answers.filter((answer) => answer.status === 201).map((answer) => JSON.stringify(answer.body)),
    );
    expect(bodies.size).toBe(1);
    for (const answer of answers.filter((one) => one.status !== 201))
      expect(answer.body).toMatchObject({ code: 'idempotency_in_flight' });
    expect(await couplesNamed('Sixteen')).toBe(1);
  });

  it('R-2 is refused when the key comes back with another body', async () => {
    const key = randomUUID();
    await client.call('post', 'couples', { body: newCouple(therapistId, { name: 'First body' }), key });
    const other = await client.call('post', 'couples', {
      body: newCouple(therapistId, { name: 'Other body' }),
      key,
    });
    expect(other.status).toBe(422);
    expect(other.body).toMatchObject({ code: 'idempotency_mismatch' });
    expect(await couplesNamed('Other body')).toBe(0);
  });

  it('leaves nothing behind when refused, so that the same key may be tried again', async () => {
    const key = randomUUID();
    const careTeam = [{ staffId: therapistId, side: 'RP' as const }];
    const refused = await client.call('post', 'couples', {
      body: newCouple(therapistId, { name: 'Later', careTeam }),
      key,
    });
    expect(refused.body).toMatchObject({ code: 'side_without_therapist' });
    expect(await recordsOf(key)).toEqual([]);
    const accepted = await client.call('post', 'couples', {
      body: newCouple(therapistId, { name: 'Later' }),
      key,
    });
    expect(accepted.status).toBe(201);
  });

  it('waits two seconds for one under way, then says so', async () => {
    const key = randomUUID();
    const body = newCouple(therapistId, { name: 'Under way' });
    await app.db.sql('BEGIN');
    await app.db.sql('INSERT INTO idempotency_record VALUES ($1, $2, $3, $4, $5, $6, NULL, NULL, now())', [
      ...[clinicId, therapistId, route, key, randomUUID()],
      Buffer.alloc(32),
    ]);
    const meanwhile = await client.call('post', 'couples', { body, key });
    await app.db.sql('ROLLBACK');
    expect(meanwhile.status).toBe(409);
    expect(meanwhile.body).toMatchObject({ code: 'idempotency_in_flight' });
    expect((await client.call('post', 'couples', { body, key })).status).toBe(201);
  });

  it('belongs to one actor: a colleague with the same key does their own', async () => {
    const key = randomUUID();
    const colleagueId = await arrangeStaff(app, clinicId, 'therapist', 'Sam Whitlow');
    const colleague = await signedIn(app, clinicId, colleagueId, 'therapist');
    const mine = await client.call('post', 'couples', {
      body: newCouple(therapistId, { name: 'Mine' }),
      key,
    });
    const theirs = await colleague.call('post', 'couples', {
      body: newCouple(colleagueId, { name: 'Theirs' }),
      key,
    });
    expect(theirs.status).toBe(201);
    expect((theirs.body as { id: string }).id).not.toBe((mine.body as { id: string }).id);
  });

  it('keeps the answer sealed', async () => {
    const key = randomUUID();
    await client.call('post', 'couples', { body: newCouple(therapistId, { name: 'Unreadable name' }), key });
    const [record] = await recordsOf(key);
    expect(record?.status).toBe(201);
    expect(record?.response_sealed.toString('latin1')).not.toContain('Unreadable');
  });

  it.each(['', 'short', 'with space in it', 'x'.repeat(256)])('needs a well-formed key (%j)', async (key) => {
    const answer = await client.call('post', 'couples', { body: newCouple(therapistId), key });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ code: 'invalid_request', facts: { header: 'idempotency-key' } });
  });
});
