import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { arrangeCase, type ArrangedCase } from '../arrange-case.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

interface Row {
  readonly id: string;
  readonly dueAt: string;
}

describe('assigning homework', () => {
  let app: TestApp;
  let ellery: ArrangedCase;

  beforeAll(async () => {
    app = await testApp();
  });
  beforeEach(async () => {
    ellery = await arrangeCase(app);
  });
  afterAll(async () => app.close());

  const assign = (by: TestClient, changes: object = {}, key: string = randomUUID()) =>
    by.call('post', 'homework', {
      body: { personId: ellery.rowanId, templateCode: 'R01', startsOn: '2025-03-08', ...changes },
      key,
    });

  it('is due at 21:00 by the wall clock, over the change to summer time too', async () => {
    const answer = await assign(ellery.mina, { days: 3 });
    expect((answer.body as Row[]).map(({ dueAt }) => dueAt)).toEqual([
      '2025-03-09T03:00:00.000Z',
      '2025-03-10T02:00:00.000Z',
      '2025-03-11T02:00:00.000Z',
    ]);
    expect(answer.body[0]).toMatchObject({
      state: 'assigned',
      personName: 'Rowan',
      compartment: 'RP',
      lateness: 'open',
    });
  });

  it('leaves a day that has the exercise already as it is', async () => {
    await assign(ellery.mina, { days: 3 });
    const more = await assign(ellery.mina, { days: 5 });
    expect((more.body as Row[]).map(({ dueAt }) => dueAt.slice(0, 10))).toEqual(['2025-03-12', '2025-03-13']);
    const [count] = await app.db.sql<{ n: number }>(
      'SELECT count(*)::integer AS n FROM homework_task WHERE couple_id = $1',
      [ellery.coupleId],
    );
    expect(count?.n).toBe(5);
  });

  it('assigns once per key', async () => {
    const first = await assign(ellery.mina, {}, 'assign-key-1');
    const again = await assign(ellery.mina, {}, 'assign-key-1');
    expect([first.status, first.body]).toEqual([again.status, again.body]);
    expect(first.body).toHaveLength(1);
  });

  it.each([
    ["the partner's therapist", () => ellery.jo],
    ['the couple therapist', () => ellery.dana],
  ])('is not for %s, nor for a person nobody knows', async (_who, by) => {
    const real = await assign(by());
    const unknown = await assign(by(), { personId: randomUUID() });
    expect([real.status, real.body.code, unknown.status, unknown.body.code]).toEqual([
      404,
      'not_found',
      404,
      'not_found',
    ]);
  });

  it('gives nobody an exercise of the other track, an unknown one, or a day that is over', async () => {
    const codeOf = async (changes: object): Promise<unknown> =>
      (await assign(ellery.mina, changes)).body.code;
    expect(await codeOf({ templateCode: 'B01' })).toBe('not_found');
    expect(await codeOf({ templateCode: 'R99' })).toBe('homework_template_unknown');
    expect(await codeOf({ startsOn: '2025-01-05' })).toBe('invalid_request');
    expect(await codeOf({ startsOn: '2025-02-30' })).toBe('invalid_request');
    expect(await codeOf({ days: 169 })).toBe('invalid_request');
  });

  it('pages through without gap or repeat', async () => {
    for (const startsOn of ['2025-02-01', '2025-03-01', '2025-04-01', '2025-05-01']) {
      await assign(ellery.mina, { startsOn, days: 28 });
    }
    const seen: string[] = [];
    const sizes: number[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { tasks: Row[]; nextCursor: string | null } = (
        await ellery.mina.call(
          'get',
          `homework?coupleId=${ellery.coupleId}${cursor === '' ? '' : `&cursor=${cursor}`}`,
        )
      ).body;
      seen.push(...page.tasks.map(({ id }) => id));
      sizes.push(page.tasks.length);
      cursor = page.nextCursor;
    }
    expect(sizes).toEqual([50, 50, 12]);
    expect(new Set(seen).size).toBe(112);
    const broken = await ellery.mina.call('get', `homework?coupleId=${ellery.coupleId}&cursor=nonsense`);
    expect([broken.status, broken.body.code]).toEqual([400, 'invalid_request']);
  });
});
