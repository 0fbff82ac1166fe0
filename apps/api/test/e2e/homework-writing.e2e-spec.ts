import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { calmR01, steadyB01 } from '@trellis/fixtures';
import { arrangeCase, assignOne, firstMonday, travel, type ArrangedCase } from '../arrange-case.js';
import { testApp, type TestApp } from '../test-app.js';

const hour = 3_600_000;

describe('writing homework', () => {
  let app: TestApp;
  let ellery: ArrangedCase;
  let taskId: string;

  beforeAll(async () => {
    app = await testApp();
  });
  beforeEach(async () => {
    ellery = await arrangeCase(app);
    taskId = await assignOne(ellery.mina, ellery.rowanId, 'R01');
  });
  afterAll(async () => app.close());

  it('opens once, with the version that the first save has to carry', async () => {
    const first = await ellery.rowan.call('get', `homework/${taskId}`);
    const again = await ellery.rowan.call('get', `homework/${taskId}`);
    expect(first.body).toMatchObject({
      templateCode: 'R01',
      state: 'opened',
      version: 2,
      answers: {},
      savedAt: null,
    });
    expect(first.body.dueAt).toBe('2025-01-07T03:00:00.000Z');
    expect(again.body).toEqual(first.body);
  });

  it('keeps a draft and gives it back word for word', async () => {
    const answers = { left_out: 'A café — “quoted” 🌿\nsecond line', pull: 3 };
    const saved = await ellery.rowan.call('put', `homework/${taskId}/draft`, {
      body: { answers },
      version: 1,
    });
    expect(saved.body).toEqual({ version: 2, savedAt: firstMonday.toISOString(), state: 'draft' });
    const task = await ellery.rowan.call('get', `homework/${taskId}`);
    expect(task.body).toMatchObject({
      answers,
      state: 'draft',
      version: 2,
      savedAt: firstMonday.toISOString(),
    });
    const [row] = await app.db.sql<{ sealed: Buffer }>(
      'SELECT sealed FROM homework_draft WHERE task_id = $1',
      [taskId],
    );
    expect(row?.sealed.toString('latin1')).not.toContain('quoted');
  });

  it('R-3 never replaces what another device saved since', async () => {
    const save = (pull: number, version: number) =>
      ellery.rowan.call('put', `homework/${taskId}/draft`, { body: { answers: { pull } }, version });
    expect((await save(3, 1)).status).toBe(200);
    const stale = await save(8, 1);
    expect([stale.status, stale.body.code]).toEqual([412, 'version_stale']);
    expect((await ellery.rowan.call('get', `homework/${taskId}`)).body.answers).toEqual({ pull: 3 });
    expect((await save(8, 2)).body.version).toBe(3);
  });

  it('gives the first answer again when the same words are sent again, and only then', async () => {
    const save = (answers: object) =>
      ellery.rowan.call('put', `homework/${taskId}/draft`, { body: { answers }, version: 1 });
    const first = await save({ pull: 3, tools: ['moved'] });
    travel(app, new Date(firstMonday.getTime() + hour));
    const again = await save({ tools: ['moved'], pull: 3 });
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect((await save({ pull: 3 })).status).toBe(412);
  });

  it('R-3 lets one of many saves made at once win', async () => {
    const saves = [1, 2, 3, 4, 5, 6].map((pull) =>
      ellery.rowan.call('put', `homework/${taskId}/draft`, { body: { answers: { pull } }, version: 1 }),
    );
    const answers = await Promise.all(saves);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412, 412, 412]);
    const won = answers.findIndex(({ status }) => status === 200) + 1;
    expect((await ellery.rowan.call('get', `homework/${taskId}`)).body.answers).toEqual({ pull: won });
  });

  it('R-3 asks for the version', async () => {
    const path = `homework/${taskId}/draft`;
    const missing = await ellery.rowan.call('put', path, { body: { answers: {} } });
    const odd = await ellery.rowan.call('put', path, {
      body: { answers: {} },
      headers: { 'if-match': 'W/"2"' },
    });
    expect([missing.status, missing.body.code]).toEqual([428, 'version_missing']);
    expect([odd.status, odd.body.code]).toEqual([400, 'invalid_request']);
  });

  it.each([
    ['required', 'submit', { ...calmR01, feelings: [] }, 'feelings'],
    ['out_of_range', 'draft', { pull: 11 }, 'pull'],
    ['too_long', 'draft', { feelings_own_word: 'x'.repeat(201) }, 'feelings_own_word'],
    ['not_an_option', 'draft', { boundaries: 'secret words' }, 'boundaries'],
    ['unknown_field', 'draft', { elsewhere: 'secret words' }, 'elsewhere'],
    ['wrong_type', 'draft', { left_out: ['secret words'] }, 'left_out'],
  ] as const)('refuses with %s at %s and repeats no word of it', async (code, mode, answers, field) => {
    const answer =
      mode === 'draft'
        ? await ellery.rowan.call('put', `homework/${taskId}/draft`, { body: { answers }, version: 1 })
        : await ellery.rowan.call('post', `homework/${taskId}/submission`, { body: { answers }, version: 1 });
    expect([answer.status, answer.body.code]).toEqual([400, 'homework_answers_invalid']);
    expect(answer.body.facts).toEqual({ fields: [{ field, code }] });
    expect(answer.text).not.toContain('secret words');
  });

  it('hands in once: draft gone, words sealed per level, a repeat gets the same answer', async () => {
    await ellery.rowan.call('put', `homework/${taskId}/draft`, {
      body: { answers: { pull: 1 } },
      version: 1,
    });
    travel(app, new Date(firstMonday.getTime() + hour));
    const submit = (key: string) =>
      ellery.rowan.call('post', `homework/${taskId}/submission`, {
        body: { answers: calmR01 },
        version: 2,
        key,
      });
    const first = await submit('submission-one');
    const replay = await submit('submission-one');
    const second = await submit('submission-two');
    expect([first.status, first.body.state, first.body.version]).toEqual([200, 'submitted', 3]);
    expect([replay.status, replay.text]).toEqual([first.status, first.text]);
    expect([second.status, second.body.code]).toEqual([409, 'homework_not_open']);
    const rows = await app.db.sql<{ privacy: string; field_count: number }>(
      'SELECT privacy, field_count FROM homework_answer WHERE task_id = $1 ORDER BY privacy',
      [taskId],
    );
    expect(rows).toEqual([
      { privacy: 'P0', field_count: 1 },
      { privacy: 'P1', field_count: 6 },
    ]);
    expect(await app.db.sql('SELECT FROM homework_draft WHERE task_id = $1', [taskId])).toHaveLength(0);
    const own = await ellery.rowan.call('get', `homework/${taskId}`);
    expect(own.body).toMatchObject({ state: 'submitted', answers: calmR01 });
  });

  it('hands in all or nothing: when the words cannot be kept, the draft stays', async () => {
    await ellery.rowan.call('put', `homework/${taskId}/draft`, {
      body: { answers: { pull: 1 } },
      version: 1,
    });
    const submit = () =>
      ellery.rowan.call('post', `homework/${taskId}/submission`, {
        body: { answers: calmR01 },
        version: 2,
        key: 'one-act-1',
      });
    await app.db.sql('REVOKE INSERT ON homework_answer FROM trellis_api');
    const failed = await submit();
    await app.db.sql('GRANT INSERT ON homework_answer TO trellis_api');
    expect([failed.status, failed.body.code, failed.body.facts]).toEqual([500, 'unexpected', {}]);
    expect((await ellery.rowan.call('get', `homework/${taskId}`)).body).toMatchObject({
      ...{ state: 'draft', version: 2, answers: { pull: 1 } },
    });
    expect((await submit()).body).toMatchObject({ state: 'submitted', version: 3 });
  });

  it('R-2 refuses another body under the same key', async () => {
    const send = (pull: number) =>
      ellery.rowan.call('post', `homework/${taskId}/submission`, {
        ...{ body: { answers: { ...calmR01, pull } }, version: 1, key: 'same-key-twice' },
      });
    expect((await send(2)).status).toBe(200);
    expect((await send(3)).body.code).toBe('idempotency_mismatch');
  });

  it('puts aside without loss and takes up again by writing', async () => {
    await ellery.rowan.call('put', `homework/${taskId}/draft`, {
      body: { answers: { pull: 4 } },
      version: 1,
    });
    const aside = await ellery.rowan.call('post', `homework/${taskId}/set-aside`, {
      body: { tooHard: true },
    });
    expect(aside.body).toMatchObject({ state: 'skipped', version: 3 });
    expect((await ellery.rowan.call('get', `homework/${taskId}`)).body).toMatchObject({
      answers: { pull: 4 },
      tooHard: true,
    });
    const list = await ellery.mina.call('get', `homework?coupleId=${ellery.coupleId}`);
    expect(list.body.tasks[0]).toMatchObject({ state: 'skipped', tooHard: true, lateness: 'open' });
    const late = await ellery.rowan.call('put', `homework/${taskId}/draft`, {
      body: { answers: { pull: 5 } },
      version: 2,
    });
    expect(late.status).toBe(412);
    const on = await ellery.rowan.call('put', `homework/${taskId}/draft`, {
      body: { answers: { pull: 5 } },
      version: 3,
    });
    expect(on.body).toMatchObject({ state: 'draft', version: 4 });
  });

  it('shows on Today what is asked now, and counts what was done', async () => {
    await ellery.mina.call('post', 'homework', {
      body: { personId: ellery.rowanId, templateCode: 'R01', startsOn: '2025-01-06', days: 5 },
    });
    await ellery.rowan.call('post', `homework/${taskId}/submission`, {
      body: { answers: calmR01 },
      version: 1,
    });
    travel(app, new Date('2025-01-10T05:30:00Z')); // Thursday 23:30 in Chicago
    const today = await ellery.rowan.call('get', 'homework/today');
    expect(today.body.localDate).toBe('2025-01-09');
    expect((today.body.tasks as { dueAt: string }[]).map(({ dueAt }) => dueAt)).toEqual(
      ['2025-01-08', '2025-01-09', '2025-01-10'].map((day) => `${day}T03:00:00.000Z`),
    );
    expect(today.body).toMatchObject({ recentlyDone: 1, rating: null });
    const iris = await ellery.iris.call('get', 'homework/today');
    expect(iris.body).toMatchObject({ tasks: [], recentlyDone: 0 });
    const record = await ellery.rowan.call('get', 'homework/record');
    expect(record.body).toMatchObject({ tasks: [{ id: taskId, state: 'submitted' }], nextCursor: null });
  });

  it('tells the own therapist when an answer asks for attention, and nobody else', async () => {
    const bId = await assignOne(ellery.jo, ellery.irisId, 'B01');
    await ellery.iris.call('post', `homework/${bId}/submission`, {
      ...{ body: { answers: { ...steadyB01, safe_now: 'no' } }, version: 1 },
    });
    const jo = await ellery.jo.call('get', `homework?coupleId=${ellery.coupleId}`);
    const mina = await ellery.mina.call('get', `homework?coupleId=${ellery.coupleId}`);
    expect(jo.body.tasks).toMatchObject([{ id: bId, needsCall: true, lateness: 'on_time' }]);
    expect(mina.body.tasks).toMatchObject([{ id: taskId, needsCall: false }]);
    const audit = await app.db.sql(
      'SELECT person_id, actor_role FROM audit_event WHERE action = $1 AND resource_id = $2',
      [...['safety.raised', bId]],
    );
    expect(audit).toEqual([{ person_id: ellery.irisId, actor_role: 'client' }]);
    await ellery.jo.call('post', `homework/${bId}/review`, { version: 2 });
    expect((await ellery.jo.call('get', `homework/${bId}`)).body.task).toMatchObject({
      state: 'reviewed',
      needsCall: false,
    });
  });
});
