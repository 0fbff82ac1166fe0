import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  OwnFeedbackListView,
  OwnFeedbackView,
  ReviewItemView,
  ReviewQueueView,
  TaskFeedbackView,
} from '@trellis/contracts';
import { calmR01 } from '@trellis/fixtures';
import { arrangeClinic, arrangeStaff, signedIn, type StaffRole } from '../arrange.js';
import { arrangeCase, assignOne, type ArrangedCase } from '../arrange-case.js';
import { bare, growth, handInGrowth } from '../arrange-release.js';
import { testApp, type TestApp } from '../test-app.js';
import type { CallOptions, TestClient } from '../test-client.js';

const kind = 'You stayed with it, and that is not small.';
type Call = readonly ['get' | 'post', (id: string) => string, CallOptions];
const staffCalls: readonly Call[] = [
  ['get', (id) => `feedback/${id}`, {}],
  ['post', (id) => `feedback/${id}`, { version: 2, body: { words: kind, askAgain: false } }],
  ['post', (id) => `feedback/${id}/talked`, { version: 2 }],
  ['post', (id) => `feedback/${id}/seen`, { version: 2 }],
];

describe('what follows a handing in', () => {
  let app: TestApp;
  let ellery: ArrangedCase;
  let answered: string;

  beforeAll(async () => {
    app = await testApp();
    ellery = await arrangeCase(app);
    answered = await handInGrowth(ellery);
    await give(answered, 2);
  });
  afterAll(async () => app.close());

  const give = async (taskId: string, version: number, askAgain = false): Promise<TaskFeedbackView> => {
    const answer = await ellery.mina.call('post', `feedback/${taskId}`, {
      ...{ body: { words: kind, askAgain }, version },
    });
    expect([answer.status, answer.text]).toEqual([200, answer.text]);
    return answer.body as TaskFeedbackView;
  };
  const queue = async (client: TestClient, show?: string): Promise<ReviewItemView[]> =>
    (
      (await client.call('get', `review-queue${show === undefined ? '' : `?show=${show}`}`))
        .body as ReviewQueueView
    ).items;
  const staff = async (role: StaffRole, clinicId = ellery.clinicId): Promise<TestClient> =>
    signedIn(app, clinicId, await arrangeStaff(app, clinicId, role, 'Somebody'), role);

  it('reaches its author word for word, marked as read once it was, with both readings on record', async () => {
    const list = async (): Promise<OwnFeedbackListView> =>
      (await ellery.rowan.call('get', 'feedback')).body as OwnFeedbackListView;
    expect((await list()).items).toMatchObject([
      { taskId: answered, byName: 'Mina Castellan', givenOn: '2025-01-06', unread: true, askedAgain: false },
    ]);
    const own = (await ellery.rowan.call('get', `feedback/${answered}`)).body as OwnFeedbackView;
    expect(own.feedback).toEqual([{ byName: 'Mina Castellan', givenOn: '2025-01-06', words: kind }]);
    expect((await list()).items.map(({ unread }) => unread)).toEqual([false]);
    await ellery.mina.call('get', `feedback/${answered}`);
    const audit = await app.db.sql<{ action: string }>(
      `SELECT action FROM audit_event WHERE resource_id = $1 AND person_id = $2 AND decision = 'allowed'`,
      [answered, ellery.rowanId],
    );
    expect(audit.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['homework.review', 'feedback.give', 'feedback.read_own', 'feedback.read']),
    );
  });

  it('counts as read, and can be talked about only after that', async () => {
    const taskId = await handInGrowth(ellery);
    const early = await ellery.mina.call('post', `feedback/${taskId}/talked`, { version: 2 });
    expect([early.status, early.body.code]).toEqual([409, 'homework_not_open']);
    expect(await give(taskId, 2)).toMatchObject({ state: 'reviewed', version: 3, talkedAt: null });
    const talked = await ellery.mina.call('post', `feedback/${taskId}/talked`, { version: 3 });
    expect(talked.body).toMatchObject({ talkedAt: '2025-01-06T18:00:00.000Z', version: 4 });
    const stale = await ellery.mina.call('post', `feedback/${taskId}/talked`, { version: 3 });
    expect(stale.body.code).toBe('version_stale');
    const open = await assignOne(ellery.mina, ellery.rowanId, 'R01', '2025-01-20');
    const nothing = await ellery.mina.call('post', `feedback/${open}`, {
      ...{ body: { words: kind, askAgain: true }, version: 1 },
    });
    expect(nothing.body.code).toBe('homework_not_open');
  });

  it('asks for it once more until a new revision is in, which is to be read and talked about anew', async () => {
    const taskId = await handInGrowth(ellery);
    await give(taskId, 2, true);
    const asked = (await ellery.rowan.call('get', `feedback/${taskId}`)).body as OwnFeedbackView;
    expect(asked.askedAgain).toBe(true);
    await ellery.mina.call('post', `feedback/${taskId}/talked`, { version: 3 });
    const again = await ellery.rowan.call('post', `homework/${taskId}/revision`, {
      ...{ body: { answers: { ...growth, progress: 2 } }, version: 4 },
    });
    expect(again.status).toBe(200);
    expect((await ellery.mina.call('get', `feedback/${taskId}`)).body).toMatchObject({
      ...{ state: 'submitted', askedAgainAt: null, talkedAt: null },
    });
  });

  it('waits in the queue of the own therapist alone: risk first, then what was too hard, then the rest', async () => {
    const [risky, hard, later] = [
      await assignOne(ellery.mina, ellery.rowanId, 'R01', '2025-01-07'),
      await assignOne(ellery.mina, ellery.rowanId, 'R01', '2025-01-08'),
      await assignOne(ellery.mina, ellery.rowanId, 'R01', '2025-01-09'),
    ];
    await ellery.rowan.call('post', `homework/${risky}/submission`, {
      ...{ body: { answers: { ...calmR01, safe_now: 'no' } }, version: 1 },
    });
    await ellery.rowan.call('post', `homework/${hard}/set-aside`, { body: { tooHard: true } });
    await ellery.rowan.call('post', `homework/${later}/set-aside`, { body: { tooHard: false } });
    const kinds = (await queue(ellery.mina)).map((item) => item.kind);
    expect(kinds).toEqual([...kinds].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
    expect((await queue(ellery.mina, 'risk')).map(({ taskId }) => taskId)).toEqual([risky]);
    expect((await queue(ellery.mina, 'too_hard')).map(({ taskId }) => taskId)).toEqual([hard]);
    expect((await queue(ellery.mina, 'not_this_week')).map(({ taskId }) => taskId)).toEqual([later]);
    for (const taskId of [hard, later])
      expect((await ellery.mina.call('post', `feedback/${taskId}/seen`, { version: 2 })).status).toBe(200);
    expect((await queue(ellery.mina)).map(({ taskId }) => taskId)).not.toContain(hard);
    expect(await queue(ellery.mina, 'not_this_week')).toEqual([]);
    await ellery.rowan.call('post', `homework/${risky}/revision`, { body: { answers: calmR01 }, version: 2 });
    expect((await queue(ellery.mina, 'risk')).map(({ taskId }) => taskId)).toEqual([risky]);
    const outside = [ellery.jo, ellery.dana, await staff('therapist')];
    for (const other of outside) expect(await queue(other)).toEqual([]);
  });

  it('tells the own therapist without alarm that the partner was chosen to look at a tool', async () => {
    const tools = (reviewedBy: string): object => ({
      ...{ tool: 'filter', active_all_week: true, bypass: 'no', reviewed_by: reviewedBy },
      ...{ still_chosen: 3, review_on: '2025-03-03' },
    });
    const taskId = await assignOne(ellery.mina, ellery.rowanId, 'R05');
    const handIn = (act: string, reviewedBy: string, version: number) =>
      ellery.rowan.call('post', `homework/${taskId}/${act}`, {
        ...{ body: { answers: { tools: [tools('sponsor'), tools(reviewedBy)] } }, version },
      });
    expect((await handIn('submission', 'partner', 1)).status).toBe(200);
    expect((await queue(ellery.mina, 'notice')).map((item) => item.taskId)).toEqual([taskId]);
    const read = (await ellery.mina.call('get', `homework/${taskId}`)).body as { task: object };
    expect(read.task).toMatchObject({ noticed: true, needsCall: false });
    expect(await queue(ellery.jo)).toEqual([]);
    expect((await handIn('revision', 'group', 2)).status).toBe(200);
    expect(await queue(ellery.mina, 'notice')).toEqual([]);
    expect((await queue(ellery.mina, 'handed_in')).map((item) => item.taskId)).toContain(taskId);
  });

  it('calls the own therapist for words of danger, but not for words of the author alone; nobody else is told', async () => {
    const [heard, kept] = [
      await assignOne(ellery.mina, ellery.rowanId, 'R01', '2025-02-03'),
      await assignOne(ellery.mina, ellery.rowanId, 'R01', '2025-02-04'),
    ];
    for (const [taskId, words] of [
      [heard, { feelings_own_word: 'I want to die' }],
      [kept, { left_out: 'I want to die' }],
    ] as const)
      await ellery.rowan.call('post', `homework/${taskId}/submission`, {
        ...{ body: { answers: { ...calmR01, ...words } }, version: 1 },
      });
    const risky = (await queue(ellery.mina, 'risk')).map(({ taskId }) => taskId);
    expect([risky.includes(heard), risky.includes(kept)]).toEqual([true, false]);
    expect([...(await queue(ellery.jo)), ...(await queue(ellery.dana))]).toEqual([]);
  });

  it.each([
    ["the partner's therapist", async () => Promise.resolve(ellery.jo), 404],
    ['the couple therapist', async () => Promise.resolve(ellery.dana), 404],
    ['a colleague outside the care team', async () => staff('therapist'), 404],
    ['a supervisor', async () => staff('supervisor'), 404],
    ['an admin', async () => staff('clinic_admin'), 404],
    [
      "another clinic's therapist",
      async () => staff('therapist', await arrangeClinic(app, 'South Quay')),
      404,
    ],
  ] as const)('looks to %s as if there were nothing', async (_who, client, status) => {
    const viewer = await client();
    for (const [method, path, options] of staffCalls) {
      const unknown = bare(await viewer.call(method, path(randomUUID()), options));
      expect(bare(await viewer.call(method, path(answered), options))).toBe(unknown);
      expect(bare(await viewer.call(method, path('no-id'), options))).toBe(unknown);
      expect(JSON.parse(unknown).status).toBe(status);
    }
    if (_who === 'an admin' || _who === 'a supervisor')
      expect((await viewer.call('get', 'review-queue')).status).toBe(404);
  });

  it('looks to the partner as if there were nothing', async () => {
    const unknown = bare(await ellery.iris.call('get', `feedback/${randomUUID()}`));
    expect(bare(await ellery.iris.call('get', `feedback/${answered}`))).toBe(unknown);
    expect((await ellery.iris.call('get', 'feedback')).body).toEqual({ items: [] });
  });

  it.each([
    ['nothing', { words: '', askAgain: false }],
    ['blanks', { words: ' \n ', askAgain: false }],
    ['too much', { words: 'x'.repeat(4001), askAgain: false }],
    ['a list', { words: ['x'], askAgain: false }],
    ['half of it', { words: kind }],
  ])('refuses %s as feedback', async (_what, body) => {
    expect((await ellery.mina.call('post', `feedback/${answered}`, { body, version: 3 })).status).toBe(400);
  });
});

const order = ['risk', 'notice', 'too_hard', 'handed_in', 'not_this_week', 'to_talk_about'];
