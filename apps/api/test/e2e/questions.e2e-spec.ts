import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CaseQuestionsView } from '@trellis/contracts';
import { asClinicId } from '@trellis/domain';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { QuestionsFactsService } from '../../src/questions/questions-facts.service.js';
import { processIn } from '../arrange-aftercare.js';
import { putAt } from '../arrange-document.js';
import { arrangeCase, travel, type ArrangedCase } from '../arrange-case.js';
import { ask, lookThrough, ownQuestions, question, questionsOf, released } from '../arrange-letters.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

describe('the questions of the partner', () => {
  let app: TestApp;
  let ours: ArrangedCase;

  beforeAll(async () => {
    app = await testApp();
  });
  beforeEach(async () => {
    ours = await arrangeCase(app);
  });
  afterAll(async () => app.close());

  const page = async (by: TestClient): Promise<CaseQuestionsView> =>
    (await by.call('get', questionsOf(ours.coupleId))).body as CaseQuestionsView;
  const facts = async () =>
    app.app.get(UnitOfWork).run(async () => app.app.get(QuestionsFactsService).of(ours.coupleId), {
      ...{ clinicId: asClinicId(ours.clinicId), id: ours.minaId, role: 'therapist' },
    });

  it('are written with category, reason, fear and detail, changed and taken out', async () => {
    const id = await ask(ours.iris, { detail: null });
    let view = await ownQuestions(ours.iris);
    expect(view).toMatchObject({
      questions: [{ id, ...question, detail: null, status: 'draft', advice: null, version: 1 }],
      ...{ releasedAt: null, notYet: 'not_reviewed', lateEvening: false },
    });
    const changed = { ...question, question: 'what was it for' };
    expect(
      (await ours.iris.call('put', `questions/${id}`, { body: changed, version: 1 })).body,
    ).toMatchObject({
      ...{ id, version: 2, status: 'draft' },
    });
    // The same again, because the first answer was lost; and another device that saw the first version.
    expect((await ours.iris.call('put', `questions/${id}`, { body: changed, version: 1 })).status).toBe(200);
    const other = await ours.iris.call('put', `questions/${id}`, { body: question, version: 1 });
    expect(other.body.code).toBe('version_stale');
    expect((await ours.iris.call('post', `questions/${id}/withdrawal`, { version: 2 })).status).toBe(200);
    view = await ownQuestions(ours.iris);
    expect([view.questions[0]?.status, view.notYet]).toEqual(['withdrawn', 'nothing_to_release']);
    const again = await ours.iris.call('put', `questions/${id}`, { body: question, version: 3 });
    expect(again.body.facts).toEqual({ reason: 'own_therapist_needed' });
  });

  it('are gone through with the own therapist, whose advice stays with the author', async () => {
    const id = await ask(ours.iris);
    await lookThrough(ours, 'cnry-advice: do you want the sum?');
    expect((await ownQuestions(ours.iris)).questions[0]).toMatchObject({
      ...{ id, status: 'reviewed', advice: 'cnry-advice: do you want the sum?' },
    });
    await ours.iris.call('put', `questions/${id}`, { body: { ...question, fear: '' }, version: 2 });
    expect((await ownQuestions(ours.iris)).questions[0]?.status).toBe('draft');
    await lookThrough(ours);
    await ours.iris.call('post', 'questions/release');
    const seen = await page(ours.mina);
    expect(seen.questions[0]).toMatchObject({ question: question.question, fear: '', advice: null });
    expect(JSON.stringify(seen)).not.toContain('cnry-advice');
  });

  it('go to the other therapist in one batch, once, whoever presses how often', async () => {
    await ask(ours.iris);
    await ask(ours.iris, { question: 'second', detail: 'yes_no' });
    await lookThrough(ours);
    expect(await facts()).toEqual({ received: false, unanswered: [] });
    const answers = await Promise.all(
      Array.from({ length: 64 }, async () => ours.iris.call('post', 'questions/release')),
    );
    const statuses = answers.map(({ status }) => status).filter((status) => status !== 503);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(new Set(statuses)).toEqual(new Set([200, 409]));
    const [list] = await app.db.sql<{ count: string }>(
      'SELECT count(*) FROM question_list WHERE couple_id = $1',
      [ours.coupleId],
    );
    const record = await app.db.sql(
      "SELECT 1 FROM audit_event WHERE action = 'questions.release' AND resource_id = $1 AND decision = 'allowed'",
      [ours.coupleId],
    );
    expect([Number(list?.count), record.length]).toEqual([1, 1]);
    expect((await page(ours.mina)).questions.map(({ status }) => status)).toEqual(['released', 'released']);
    expect((await facts()).received).toBe(true);
    const late = await ours.iris.call('post', 'questions', { body: { id: randomUUID(), ...question } });
    expect(late.body.facts).toEqual({ reason: 'already_released' });
  });

  it('change after the release with the word of the own therapist, once', async () => {
    const id = await released(ours);
    const version = (await ownQuestions(ours.iris)).questions[0]?.version ?? 0;
    const body = { ...question, question: 'asked anew' };
    const alone = await ours.iris.call('put', `questions/${id}`, { body, version });
    expect([alone.status, alone.body.facts]).toEqual([409, { reason: 'own_therapist_needed' }]);
    const opening = `${questionsOf(ours.coupleId)}/${id}/opening`;
    expect((await ours.mina.call('post', opening, { version })).status).toBe(404);
    expect((await ours.jo.call('post', opening, { version })).status).toBe(200);
    expect(
      (await ours.iris.call('put', `questions/${id}`, { body, version: version + 1 })).body,
    ).toMatchObject({
      status: 'released',
    });
    expect((await page(ours.mina)).questions[0]?.question).toBe('asked anew');
    const twice = { body: { ...body, question: 'and again' }, version: version + 2 };
    expect((await ours.iris.call('put', `questions/${id}`, twice)).status).toBe(409);
  });

  it('are closed one by one, and reach the recovering person through their own therapist', async () => {
    const id = await released(ours);
    expect((await facts()).unanswered).toEqual([id]);
    expect((await ours.rowan.call('get', 'questions/received')).body).toEqual({
      questions: [],
      passedOnAt: null,
    });
    const answer = `${questionsOf(ours.coupleId)}/${id}/answer`;
    const declined = { body: { outcome: 'declined', reasonDiscussed: false }, version: 0 };
    expect((await ours.mina.call('put', answer, declined)).body.version).toBe(1);
    expect((await facts()).unanswered).toEqual([id]);
    const discussed = { body: { outcome: 'declined', reasonDiscussed: true }, version: 0 };
    expect((await ours.mina.call('put', answer, discussed)).body.code).toBe('version_stale');
    expect((await ours.mina.call('put', answer, { ...discussed, version: 1 })).status).toBe(200);
    expect((await facts()).unanswered).toEqual([]);
    const { listVersion } = await page(ours.mina);
    const on = `${questionsOf(ours.coupleId)}/passing-on`;
    expect((await ours.mina.call('post', on, { version: listVersion })).status).toBe(200);
    const got = await ours.rowan.call('get', 'questions/received');
    expect(got.body.questions).toEqual([
      { id, category: 'money', detail: 'summary', question: question.question, outcome: 'declined' },
    ]);
    expect(got.text).not.toMatch(/cnry-(reason|fear|advice)/);
    expect((await ours.mina.call('post', on, { version: listVersion + 1 })).body.facts).toEqual({
      reason: 'already_passed_on',
    });
  });

  it('are silenced by a wish at any time, and then need no answer', async () => {
    const id = await released(ours);
    const wish = (version: number, body: object) =>
      ours.iris.call('put', 'questions/wishes/money', { body, version });
    expect((await wish(0, { wish: 'do_not_tell_me' })).body).toEqual({
      ...{ category: 'money', wish: 'do_not_tell_me', version: 1 },
    });
    expect((await wish(0, { wish: 'tell_me' })).body.code).toBe('version_stale');
    expect((await facts()).unanswered).toEqual([]);
    const seen = await page(ours.mina);
    expect([seen.questions[0]?.silenced, seen.wishes]).toEqual([
      true,
      [{ category: 'money', wish: 'do_not_tell_me', version: 1 }],
    ]);
    expect((await wish(1, {})).body.code).toBe('invalid_request');
    await wish(1, { wish: null });
    expect((await facts()).unanswered).toEqual([id]);
    const unknown = await ours.iris.call('put', 'questions/wishes/weather', {
      body: { wish: null },
      version: 0,
    });
    expect(unknown.status).toBe(404);
  });

  it('belong to one disclosure: another one begins with what was never released, and nothing goes over again', async () => {
    const process = (): Promise<string> => processIn(app, ours, 'PREPARING');
    const passOn = async () =>
      ours.mina.call('post', `${questionsOf(ours.coupleId)}/passing-on`, {
        version: (await page(ours.mina)).listVersion,
      });
    await process();
    const first = await released(ours);
    await passOn();
    expect((await ours.rowan.call('get', 'questions/received')).body.questions).toHaveLength(1);
    await putAt(app, ours.coupleId, 'STOPPED');
    await app.db.sql(
      "UPDATE disclosure_process SET opened_at = opened_at - interval '1 day' WHERE couple_id = $1",
      [ours.coupleId],
    );
    expect((await page(ours.mina)).questions).toEqual([]);
    await process();
    expect(await ownQuestions(ours.iris)).toMatchObject({
      ...{ questions: [], releasedAt: null, notYet: 'nothing_to_release' },
      earlier: [{ id: first, category: 'money', question: question.question }],
    });
    for (const by of [ours.mina, ours.jo])
      expect(await page(by)).toMatchObject({ questions: [], releasedAt: null, passedOnAt: null });
    expect((await ours.rowan.call('get', 'questions/received')).body).toEqual({
      questions: [],
      passedOnAt: null,
    });
    expect(await facts()).toEqual({ received: false, unanswered: [] });
    for (const act of [
      ours.iris.call('put', `questions/${first}`, { body: question, version: 4 }),
      ours.jo.call('post', `${questionsOf(ours.coupleId)}/${first}/opening`, { version: 4 }),
      ours.mina.call('put', `${questionsOf(ours.coupleId)}/${first}/answer`, {
        ...{ body: { outcome: 'answered', reasonDiscussed: false }, version: 0 },
      }),
    ])
      expect((await act).status).toBe(404);
    travel(app, new Date('2025-01-07T18:00:00Z'));
    const second = await ask(ours.iris, { question: 'asked for the second' });
    await lookThrough(ours);
    await ours.iris.call('post', 'questions/release');
    expect((await page(ours.mina)).questions.map(({ id }) => id)).toEqual([second]);
    expect((await passOn()).status).toBe(200);
    const received = await ours.rowan.call('get', 'questions/received');
    expect(received.body.questions).toMatchObject([{ id: second }]);
    expect(received.text).not.toContain(first);
    expect((await facts()).unanswered).toEqual([second]);
  });

  it('offer grounding late in the evening, on the clock of the couple, and take what is written', async () => {
    travel(app, new Date('2025-01-07T04:00:00Z'));
    expect((await ownQuestions(ours.iris)).lateEvening).toBe(true);
    await ask(ours.iris);
    travel(app, new Date('2025-01-07T12:00:00Z'));
    expect((await ownQuestions(ours.iris)).lateEvening).toBe(false);
  });
});
