import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ReadyPlansView, PlanBoardView } from '@trellis/contracts';
import { halfOf, jointTemplates, templateOf } from '@trellis/domain';
import { wholeAnswers } from '@trellis/fixtures';
import { arrangeCase, firstMonday, travel, type ArrangedCase } from '../arrange-case.js';
import { askedAboutFear, assignJointly, halfToday } from '../arrange-joint.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

const dayMs = 86_400_000;

describe('plans of homework', () => {
  let app: TestApp;
  let ellery: ArrangedCase;

  beforeAll(async () => {
    app = await testApp();
  });
  beforeEach(async () => {
    ellery = await arrangeCase(app);
  });
  afterAll(async () => app.close());

  const item = (templateCode: string, changes: object = {}) => ({
    ...{ personId: ellery.rowanId, templateCode, startsOn: '2025-01-06', days: 14 },
    ...changes,
  });
  const assign = (by: TestClient, ...items: object[]) =>
    by.call('post', 'homework-plans', { body: { coupleId: ellery.coupleId, items }, key: randomUUID() });
  const rest = (changes: object) =>
    ellery.mina.call('post', 'homework-plans/rests', {
      body: { coupleId: ellery.coupleId, personIds: [ellery.rowanId], kind: 'agreed_pause', ...changes },
      key: randomUUID(),
    });
  const act = (path: string, version: number, body?: object) =>
    ellery.mina.call('post', `homework-plans/${path}`, {
      version,
      key: randomUUID(),
      ...(body ? { body } : {}),
    });
  const boardOf = (answer: { body: unknown }) => answer.body as PlanBoardView;
  const planOf = (answer: { body: unknown }, code: string) =>
    boardOf(answer).plans.find(({ templateCode, state }) => templateCode === code && state !== 'ended')!;
  const dues = async (code: string) =>
    (
      await app.db.sql<{ due: string }>(
        `SELECT due_on::text AS due FROM homework_task WHERE couple_id = $1 AND template_code = $2
          AND withdrawn_at IS NULL ORDER BY due_on, occurrence`,
        [ellery.coupleId, code],
      )
    ).map(({ due }) => due.slice(5));
  const today = async (at: number) => {
    travel(app, new Date(firstMonday.getTime() + at * dayMs));
    const { tasks } = (await ellery.rowan.call('get', 'homework/today')).body as {
      tasks: { id: string; templateCode: string; version: number }[];
    };
    return tasks;
  };

  it('gives several exercises in one act, all or none', async () => {
    const refused = await assign(ellery.mina, item('R01'), item('R17'));
    expect([refused.status, refused.body.code, refused.body.facts]).toEqual([
      ...[409, 'homework_locked', { causes: ['stage'] }],
    ]);
    expect(await dues('R01')).toEqual([]);
    const given = await assign(ellery.mina, item('R01'), item('R06'));
    expect(given.status).toBe(201);
    expect(
      boardOf(given)
        .plans.map(({ templateCode }) => templateCode)
        .sort(),
    ).toEqual(['R01', 'R06']);
    expect(planOf(given, 'R01')).toMatchObject({
      state: 'running',
      done: 0,
      expected: 0,
      personName: 'Rowan',
    });
    expect([(await dues('R01')).length, await dues('R06')]).toEqual([14, ['01-12']]);
    expect(boardOf(given).loads).toMatchObject([{ personId: ellery.rowanId, active: 2, overActive: false }]);
  });

  it('gives to both in one act where one therapist holds both sides', async () => {
    await app.db.sql(
      `INSERT INTO care_assignment (clinic_id, id, couple_id, staff_id, side, lead, from_at)
        VALUES ($1, $2, $3, $4, 'BP', false, app.now() - interval '1 day')`,
      [ellery.clinicId, randomUUID(), ellery.coupleId, ellery.minaId],
    );
    const both = await assign(ellery.mina, item('R01'), item('B01', { personId: ellery.irisId }));
    expect(
      boardOf(both)
        .plans.map(({ compartment }) => compartment)
        .sort(),
    ).toEqual(['BP', 'RP']);
    expect(boardOf(both).loads).toHaveLength(2);
  });

  it('chooses another rhythm of the library and another time, and refuses one that it does not have', async () => {
    const iris = { personId: ellery.irisId, days: 7 };
    const given = await assign(ellery.jo, item('B01', { ...iris, cadence: 1, weekdays: [1, 3, 5] }));
    expect([given.status, await dues('B01')]).toEqual([201, ['01-06', '01-08', '01-10']]);
    await assign(ellery.mina, item('R01', { days: 1, time: '08:00' }));
    const [row] = await app.db.sql<{ due: Date }>(
      `SELECT due_at AS due FROM homework_task WHERE couple_id = $1 AND template_code = 'R01'`,
      [ellery.coupleId],
    );
    expect(row?.due.toISOString()).toBe('2025-01-06T18:00:00.000Z');
    for (const wrong of [{ cadence: 5 }, { weekdays: [2] }, { days: 0 }, { startsOn: '2025-01-05' }])
      expect((await assign(ellery.mina, item('R04', wrong))).body.code).toBe('invalid_request');
  });

  it('takes nothing in place of a choice for a choice that was not made', async () => {
    const unchosen = { cadence: null, weekdays: null, time: null, confirmed: null };
    expect((await assign(ellery.mina, item('R01', unchosen))).status).toBe(201);
    expect((await rest({ from: '2025-01-08', to: null, planId: null })).status).toBe(201);
  });

  it('rests and goes on: nothing opens, days move, and what is begun is kept', async () => {
    const given = await assign(ellery.mina, item('R01'), item('R06'));
    const paused = await rest({ from: '2025-01-07', to: '2025-01-09', kind: 'travel' });
    expect(paused.status).toBe(201);
    expect([(await dues('R01')).length, await dues('R06')]).toEqual([11, ['01-15']]);
    expect(await today(1)).toEqual([]);
    const { rests } = boardOf(paused);
    const ended = await act(`rests/${rests[0]!.id}/end`, rests[0]!.version);
    expect([ended.status, (await dues('R01')).length, await dues('R06')]).toEqual([200, 14, ['01-12']]);
    expect((await today(1)).map(({ templateCode }) => templateCode)).toContain('R01');
    const once = await rest({ planId: planOf(given, 'R01').id, from: '2025-01-08' });
    expect(await dues('R01')).toEqual(['01-06', '01-07']);
    expect(await dues('R06')).toEqual(['01-12']);
    travel(app, new Date(firstMonday.getTime() + 3 * dayMs));
    const board = await ellery.mina.call('get', `homework-plans?coupleId=${ellery.coupleId}`);
    expect(planOf(board, 'R01').state).toBe('resting');
    expect(once.status).toBe(201);
  });

  it('ends a plan, and keeps where begun words can go', async () => {
    const given = await assign(ellery.mina, item('R01'), item('R06'));
    const [task] = (await today(0)).filter(({ templateCode }) => templateCode === 'R06');
    const saved = await ellery.rowan.call('put', `homework/${task!.id}/draft`, {
      ...{ body: { answers: {} }, version: task!.version },
    });
    const plan = planOf(given, 'R01');
    expect((await act(`${plan.id}/end`, plan.version)).status).toBe(200);
    expect([await dues('R01'), (await act(`${plan.id}/end`, plan.version)).body.code]).toEqual([
      [],
      'version_stale',
    ]);
    const letter = planOf(given, 'R06');
    await act(`${letter.id}/end`, letter.version);
    expect([saved.status, await dues('R06')]).toEqual([200, ['01-12']]);
  });

  it('changes the rhythm from a day on and leaves what came before', async () => {
    const given = await assign(ellery.jo, item('B01', { personId: ellery.irisId }));
    const plan = planOf(given, 'B01');
    const changed = await ellery.jo.call('post', `homework-plans/${plan.id}/rhythm`, {
      ...{ version: plan.version, key: randomUUID() },
      body: { startsOn: '2025-01-09', days: 7, cadence: 1, weekdays: [4, 6] },
    });
    expect([changed.status, await dues('B01')]).toEqual([200, ['01-06', '01-07', '01-08', '01-09', '01-11']]);
  });

  it('skips one place for its person, once', async () => {
    const given = await assign(ellery.mina, item('R06'));
    const { next } = planOf(given, 'R06');
    const skip = () =>
      ellery.mina.call('post', `homework/${next!.taskId}/skip`, {
        version: next!.version,
        key: randomUUID(),
      });
    expect((await skip()).body).toMatchObject({ state: 'skipped', lateness: 'open' });
    expect((await skip()).body.code).toBe('homework_not_open');
    const board = await ellery.mina.call('get', `homework-plans?coupleId=${ellery.coupleId}`);
    expect(planOf(board, 'R06')).toMatchObject({ skipped: 1, next: null });
  });

  it('opens the inventory once what it asks for is settled, and says until then what closes it', async () => {
    const board = await ellery.mina.call('get', `homework-plans?coupleId=${ellery.coupleId}`);
    const causes = boardOf(board).closed.find(({ templateCode }) => templateCode === 'R07')?.causes;
    expect(causes?.map(({ reason }) => reason)).toEqual(
      expect.arrayContaining(['acute_risk', 'legal_question_open', 'no_support_that_evening']),
    );
    await app.db.sql('UPDATE couple SET stage = 2 WHERE id = $1', [ellery.coupleId]);
    const confirmed = ['acute_risk', 'no_support_that_evening', 'legal_question_open'];
    expect((await assign(ellery.mina, item('R07', { confirmed: confirmed.slice(1) }))).body.facts).toEqual({
      causes: ['acute_risk'],
    });
    expect((await assign(ellery.mina, item('R07', { confirmed }))).status).toBe(201);
  });

  describe('plans that are ready', () => {
    const look = (by: TestClient, more = '') =>
      by.call('get', `ready-plans?coupleId=${ellery.coupleId}${more}`);
    const starter = async (by: TestClient, more = '') =>
      ((await look(by, more)).body as unknown as ReadyPlansView).plans[0]!.items;
    const give = (by: TestClient, codes: string[], changes: object = {}, key = randomUUID()) =>
      by.call('post', 'ready-plans', {
        key,
        body: {
          ...{ coupleId: ellery.coupleId, planKey: 'stage_1_starter', startsOn: '2025-01-06', days: 14 },
          ...{ items: codes.map((templateCode) => ({ templateCode })), ...changes },
        },
      });
    it('says week by week what a plan would give, what has to wait and what is for another therapist', async () => {
      await askedAboutFear(app, ellery);
      const items = await starter(ellery.mina, '&startsOn=2025-01-08&days=14');
      const of = (code: string) => items.find(({ templateCode }) => templateCode === code);
      expect(of('R01')).toMatchObject({ state: 'open', perWeek: [5, 7, 2], personId: ellery.rowanId });
      expect(of('B01')).toMatchObject({ state: 'other_side', personId: null, perWeek: [] });
      expect(of('C05')).toMatchObject({ state: 'open', perWeek: [1, 0, 0], startsOn: '2025-01-08' });
      expect(of('C01')).toMatchObject({ startsOn: '2025-01-15' });
      expect(
        await app.db.sql('SELECT id FROM homework_task WHERE couple_id = $1', [ellery.coupleId]),
      ).toEqual([]);
      const locked = ((await look(ellery.mina)).body as unknown as ReadyPlansView).plans.find(
        ({ key }) => key === 'stage_3',
      );
      expect(locked?.items[0]).toMatchObject({ state: 'locked', causes: [{ reason: 'stage', side: 'RP' }] });
      for (const wrong of ['&startsOn=2025-01-05', '&startsOn=2027-01-05', '&days=0', '&startsOn=x'])
        expect((await look(ellery.mina, wrong)).body.code).toBe('invalid_request');
    });

    it('gives what is chosen in one act and once, with the exercises of both, and says what is had then', async () => {
      await askedAboutFear(app, ellery);
      const key = randomUUID();
      const given = await give(ellery.mina, ['R01', 'R06', 'C05', 'C01'], {}, key);
      expect([given.status, boardOf(given).plans.length]).toEqual([201, 2]);
      expect(boardOf(given).joint.map(({ templateCode, places }) => [templateCode, places])).toEqual([
        ['C05', 1],
        ['C01', 1],
      ]);
      expect(boardOf(given).loads[0]).toMatchObject({ active: 4 });
      expect(boardOf(given).loads[0]?.weeks.map(({ active }) => active)).toEqual([3, 2, 0, 0]);
      expect((await give(ellery.mina, ['R01', 'R06', 'C05', 'C01'], {}, key)).body).toEqual(given.body);
      const items = await starter(ellery.mina);
      const states = items.filter(({ side }) => side !== 'BP').map((one) => [one.templateCode, one.state]);
      expect(states).toEqual(
        expect.arrayContaining([
          ['R01', 'has_already'],
          ['R04', 'open'],
          ['C05', 'has_already'],
          ['C06', 'open'],
        ]),
      );
    });

    it('gives nothing where one thing cannot be given', async () => {
      expect((await give(ellery.mina, ['R01', 'B01'])).status).toBe(404);
      expect((await give(ellery.mina, ['R01', 'R17'])).body.code).toBe('homework_template_unknown');
      const refused = await give(ellery.mina, ['R17'], { planKey: 'stage_3' });
      expect([refused.body.code, refused.body.facts]).toEqual(['homework_locked', { causes: ['stage'] }]);
      expect((await give(ellery.mina, ['R01'], { planKey: 'other' })).body.code).toBe(
        'homework_template_unknown',
      );
      for (const wrong of [
        { items: [] },
        { items: [[]] },
        { items: ['R01'] },
        { days: 169 },
        { planKey: 'A b' },
      ])
        expect((await give(ellery.mina, ['R01'], wrong)).body.code).toBe('invalid_request');
      expect(await dues('R01')).toEqual([]);
    });

    it('shows the therapist of one side nothing of what the other has', async () => {
      const [before, board] = [await starter(ellery.jo), await ellery.jo.call('get', boardPath())];
      await give(ellery.mina, ['R01', 'R06']);
      expect(await starter(ellery.jo)).toEqual(before);
      expect((await ellery.jo.call('get', boardPath())).body).toEqual(board.body);
      expect([(await look(ellery.rowan)).status, (await give(ellery.rowan, ['R01'])).status]).toEqual([
        404, 404,
      ]);
    });

    const boardPath = () => `homework-plans?coupleId=${ellery.coupleId}`;
  });

  it('tells a person that something rests, and until when, and nobody else', async () => {
    const resting = async (of: TestClient) =>
      ((await of.call('get', 'homework/today')).body as { resting: unknown }).resting;
    const given = await assign(ellery.mina, item('R01'), item('R06'));
    expect(await resting(ellery.rowan)).toBeNull();
    await rest({ from: '2025-01-06', to: '2025-01-09' });
    expect([await resting(ellery.rowan), await resting(ellery.iris)]).toEqual([
      { until: '2025-01-09' },
      null,
    ]);
    const plan = planOf(given, 'R06');
    await rest({ planId: plan.id, from: '2025-01-06' });
    expect(await resting(ellery.rowan)).toEqual({ until: null });
    await act(`${plan.id}/end`, plan.version);
    expect(await resting(ellery.rowan)).toEqual({ until: '2025-01-09' });
  });

  it.each([
    ["the partner's therapist", () => ellery.jo, 200, 404],
    ['the couple therapist', () => ellery.dana, 200, 404],
    ['the person', () => ellery.rowan, 404, 404],
  ])('shows %s nothing of the other side', async (_who, by, reads, acts) => {
    const given = await assign(ellery.mina, item('R01'));
    await rest({ from: '2025-01-07', to: '2025-01-09' });
    const plan = planOf(given, 'R01');
    const [asked, tried, ended, unknown] = [
      await by().call('get', `homework-plans?coupleId=${ellery.coupleId}`),
      await assign(by(), item('R01')),
      await by().call('post', `homework-plans/${plan.id}/end`, { version: 1, key: randomUUID() }),
      await by().call('post', `homework-plans/${randomUUID()}/end`, { version: 1, key: randomUUID() }),
    ];
    expect([asked.status, tried.status, ended.status, unknown.status]).toEqual([reads, acts, acts, acts]);
    if (reads === 200) expect([boardOf(asked).plans, boardOf(asked).rests]).toEqual([[], []]);
  });

  it('offers what follows an exercise once it is handed in, in the rhythm of the library, until it is agreed', async () => {
    await assign(ellery.mina, item('R06', { days: 7 }));
    const [task] = await today(2);
    const offer = async (id = task?.id ?? ''): Promise<unknown> =>
      (await ellery.mina.call('get', `homework/${id}/follow-up`)).body;
    expect(await offer()).toEqual({ offer: null });
    const answers = wholeAnswers(templateOf('R06')!);
    await ellery.rowan.call('post', `homework/${task?.id ?? ''}/submission`, {
      body: { answers },
      version: 1,
    });
    const next = {
      ...{ coupleId: ellery.coupleId, personId: ellery.rowanId, templateCode: 'R06', rhythm: 1 },
      ...{ cadence: { kind: 'monthly', months: 1 }, startsOn: '2025-02-08', days: 84 },
    };
    expect(await offer()).toEqual({ offer: next });
    travel(app, new Date(firstMonday.getTime() + 40 * dayMs));
    expect(await offer()).toEqual({ offer: { ...next, startsOn: '2025-02-15' } });
    const given = await assign(ellery.mina, item('R06', { cadence: 1, startsOn: '2025-02-15', days: 84 }));
    expect([given.status, planOf(given, 'R06').cadence]).toEqual([201, { kind: 'monthly', months: 1 }]);
    expect(await offer()).toEqual({ offer: null });
    expect(await dues('R06')).toEqual(['01-12', '03-14', '04-14', '05-14']);
  });

  it('has nothing follow an exercise that ends, and no rhythm that nobody has', async () => {
    await assign(ellery.mina, item('R12', { days: 7 }));
    const [task] = await today(2);
    const answers = wholeAnswers(templateOf('R12')!);
    await ellery.rowan.call('post', `homework/${task?.id ?? ''}/submission`, {
      body: { answers },
      version: 1,
    });
    const asked = await ellery.mina.call('get', `homework/${task?.id ?? ''}/follow-up`);
    expect([asked.status, asked.body]).toEqual([200, { offer: null }]);
    const wrong = await assign(ellery.mina, item('R06', { cadence: 2 }));
    expect([wrong.status, wrong.body.code]).toEqual([400, 'invalid_request']);
  });

  it('counts what each handed in of exercises of two, for the therapists of that person alone', async () => {
    await askedAboutFear(app, ellery);
    await assignJointly(ellery.mina, ellery.coupleId, 'C01', { days: 21 });
    travel(app, new Date(firstMonday.getTime() + 2 * dayMs));
    const task = await halfToday(ellery.rowan, 'C01');
    const c01 = jointTemplates.find(({ code }) => code === 'C01')!;
    const answers = wholeAnswers(halfOf(c01, 'RP', null, 1));
    await ellery.rowan.call('post', `homework/${task}/submission`, { body: { answers }, version: 1 });
    travel(app, new Date(firstMonday.getTime() + 14 * dayMs));
    await rest({ from: '2025-01-20', to: '2025-01-26' });
    const halves = async (by: TestClient) =>
      boardOf(await by.call('get', `homework-plans?coupleId=${ellery.coupleId}`)).halves.map(
        ({ personId, templateCode, done, expected, skipped }) => [
          ...[personId, templateCode, done, expected, skipped],
        ],
      );
    expect(await halves(ellery.mina)).toEqual([[ellery.rowanId, 'C01', 1, 2, 0]]);
    expect(await halves(ellery.jo)).toEqual([[ellery.irisId, 'C01', 0, 2, 0]]);
    expect(await halves(ellery.dana)).toEqual([]);
    travel(app, new Date(firstMonday.getTime() + 22 * dayMs));
    expect([await halves(ellery.mina), await halves(ellery.jo)]).toEqual([
      [[ellery.rowanId, 'C01', 1, 2, 0]],
      [[ellery.irisId, 'C01', 0, 3, 0]],
    ]);
  });
});
