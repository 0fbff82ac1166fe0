import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { arrangeCase, type ArrangedCase } from '../arrange-case.js';
import { askedAboutFear, assignJointly, halfToday } from '../arrange-joint.js';
import { testApp, type TestApp } from '../test-app.js';

interface Row {
  readonly id: string;
  readonly opensOn: string;
}

describe('ending an exercise of two people', () => {
  let app: TestApp;
  let ellery: ArrangedCase;

  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    ellery = await arrangeCase(app);
    await askedAboutFear(app, ellery);
  });

  const given = async (code = 'C01', by = ellery.dana): Promise<Row[]> => {
    const answer = await assignJointly(by, ellery.coupleId, code);
    expect(answer.status).toBe(201);
    return answer.body as Row[];
  };
  const listed = async (): Promise<Row[]> =>
    ((await ellery.dana.call('get', `joint-work?coupleId=${ellery.coupleId}`)).body as { work: Row[] }).work;
  const end = (id: string, by = ellery.dana) => by.call('post', `joint-work/${id}/ending`);
  const halves = async (): Promise<unknown[]> =>
    app.db.sql(
      `SELECT compartment, opens_on::text, state FROM homework_task WHERE couple_id = $1 ORDER BY opens_on, compartment`,
      [ellery.coupleId],
    );

  it('HW-84: takes back what opens on later days, both halves of it, and leaves what is open', async () => {
    const works = await given();
    expect(works.length).toBeGreaterThan(2);
    const task = await halfToday(ellery.rowan, 'C01');
    const before = (await ellery.rowan.call('get', 'homework/today')).text;
    const done = await end(works.at(-1)!.id);
    expect([done.status, done.body]).toEqual([200, { takenBack: works.length - 1 }]);
    expect((await listed()).map(({ opensOn }) => opensOn)).toEqual(['2025-01-06']);
    expect(await halves()).toHaveLength(2);
    expect((await ellery.rowan.call('get', 'homework/today')).text).toBe(before);
    const draft = { body: { answers: {} }, version: 1 };
    expect((await ellery.rowan.call('put', `homework/${task}/draft`, draft)).status).toBeLessThan(300);
  });

  it('is any of their therapists’ to do, again without harm, and nobody else’s', async () => {
    const works = await given();
    expect((await end(works[0]!.id, ellery.iris)).status).toBe(404);
    const other = await arrangeCase(app);
    expect((await end(works[0]!.id, other.mina)).status).toBe(404);
    expect((await end(works[0]!.id, ellery.mina)).body).toEqual({ takenBack: works.length - 1 });
    expect((await end(works[0]!.id, ellery.jo)).body).toEqual({ takenBack: 0 });
    expect((await end(works.at(-1)!.id, ellery.jo)).status).toBe(404);
  });

  it('leaves other exercises and other couples alone, and the same can be given once more', async () => {
    const works = await given();
    await app.db.sql('UPDATE couple SET stage = 2 WHERE id = $1', [ellery.coupleId]);
    const others = await given('C02');
    await end(works[0]!.id);
    expect(await listed()).toHaveLength(1 + others.length);
    const again = await given();
    expect(again).toHaveLength(works.length - 1);
    expect(await listed()).toHaveLength(works.length + others.length);
  });

  it('is on record, with whose couple it was and nothing else', async () => {
    const [first] = await given();
    await end(first!.id);
    const acts = await app.db.sql<{ action: string; person_id: string | null; resource_id: string }>(
      `SELECT action, person_id, resource_id FROM audit_event WHERE action = 'joint_work.end' AND clinic_id = $1`,
      [ellery.clinicId],
    );
    expect(acts).toEqual([{ action: 'joint_work.end', person_id: null, resource_id: first!.id }]);
  });

  it('HW-84: a rest of one person takes no place of both away', async () => {
    const works = await given();
    const rest = await ellery.mina.call('post', 'homework-plans/rests', {
      body: {
        ...{ coupleId: ellery.coupleId, personIds: [ellery.rowanId] },
        ...{ kind: 'travel', from: '2025-01-07', to: '2025-01-30' },
      },
    });
    expect(rest.status).toBe(201);
    expect((await listed()).map(({ opensOn }) => opensOn)).toHaveLength(works.length);
  });
});
