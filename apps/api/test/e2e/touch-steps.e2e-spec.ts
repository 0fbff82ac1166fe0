import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseStepsView, StepView } from '@trellis/contracts';
import { arrangeCase, type ArrangedCase } from '../arrange-case.js';
import { arrangeStaff, signedIn } from '../arrange.js';
import { askedAboutFear, assignJointly, halfToday } from '../arrange-joint.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

const log = (step: string, more: object = {}) => ({
  ...{ on: '2025-01-06', step, attention: 3, calm: 4, pressure: 0, anxiety: 1, flash: 'no', numb: 'no' },
  ...{ stop_used: false, wish_next: 'stay', together_result: 'done', ...more },
});
const dialogue = (step: string, free: number) => ({ step, ask: 'may I', answer: 'no', answer_free: free });
const debrief = { thanked: 3 };

/** A couple in stage 3 with a valid gate. */
describe('steps of touch and of the consent dialogue', () => {
  let app: TestApp;
  let birch: ArrangedCase;

  beforeAll(async () => {
    app = await testApp();
    birch = await arrangeCase(app);
    await askedAboutFear(app, birch);
    await app.db.sql('UPDATE couple SET stage = 3 WHERE id = $1', [birch.coupleId]);
    await app.db.sql("INSERT INTO stage_gate VALUES ($1, $2, $3, 3, now(), $4, 180, '2025-07-01')", [
      ...[birch.clinicId, randomUUID(), birch.coupleId, birch.minaId],
    ]);
    for (const code of ['C13', 'C15', 'C16']) {
      const made = await assignJointly(birch.dana, birch.coupleId, code);
      expect([code, made.status]).toEqual([code, 201]);
    }
    await app.db.sql("UPDATE homework_task SET opens_on = '2025-01-06'", []);
  });
  afterAll(async () => app.close());

  const workOf = async (task: string): Promise<string> => {
    const [row] = await app.db.sql<{ id: string }>('SELECT id FROM joint_work WHERE $1::uuid IN (rp_task_id, bp_task_id)', [task]); // prettier-ignore
    return row!.id;
  };
  const offered = async (person: TestClient, code: string): Promise<string[]> => {
    const { body } = await person.call('get', `homework/${await halfToday(person, code)}`);
    return (body.template as { steps: { key: string }[] }).steps.map(({ key }) => key);
  };
  const handIn = async (person: TestClient, code: string, answers: object) => {
    const id = await halfToday(person, code);
    const { version } = (await person.call('get', `homework/${id}`)).body;
    const sent = { body: { answers }, version: Number(version) };
    return { id, sent: await person.call('post', `homework/${id}/submission`, sent) };
  };
  const round = async (his: object, hers: object): Promise<string> => {
    const done = [await handIn(birch.rowan, 'C15', his), await handIn(birch.iris, 'C15', hers)];
    expect(done.map(({ sent }) => sent.status)).toEqual([200, 200]);
    return done[1]!.id;
  };
  const steps = async (by = birch.dana) => {
    const [row] = await app.db.sql<{ id: string }>("SELECT id FROM joint_work WHERE template_code = 'C15' ORDER BY id LIMIT 1", []); // prettier-ignore
    const open = (step: string) => by.call('post', `exercise-steps/${row!.id}/opening`, { body: { step } });
    const view = (await by.call('get', `exercise-steps/${row!.id}`)).body as unknown as CaseStepsView;
    return { work: row!.id, open, view, mayOpen: mayOpen(view.steps) };
  };

  it('offer nothing before a therapist opened the first', async () => {
    expect([await offered(birch.iris, 'C15'), await offered(birch.iris, 'C13')]).toEqual([[], ['step_1', 'step_2', 'step_3']]); // prettier-ignore
    const early = await handIn(birch.rowan, 'C15', log('step_0'));
    expect(early.sent.body).toMatchObject({ code: 'homework_answers_invalid' });
    const { open, mayOpen: first } = await steps();
    expect(first).toEqual(['step_0']);
    expect((await open('step_1')).body).toMatchObject({ code: 'step_refused', facts: { reason: 'not_yet' } });
    expect((await open('step_0')).status).toBe(200);
    expect((await open('step_0')).body.facts).toEqual({ reason: 'opened_before' });
    expect(await offered(birch.iris, 'C15')).toEqual(['step_0']);
    for (const [step, status] of [['step_9', 404], ['all', 400], [['step_0'], 400]] as const)
      expect((await open(step as string)).status).toBe(status);
  }); // prettier-ignore

  it('go on after three calm rounds of both, and show both nothing but the one word', async () => {
    for (const [his, hers] of [
      [log('step_0'), log('step_0')],
      [log('step_0'), log('step_0', { calm: 3 })],
    ])
      await round(his!, hers!);
    expect((await steps()).mayOpen).toEqual([]);
    const id = await round(log('step_0'), log('step_0', { stop_used: true, stop_respected: 'yes' }));
    const seen = (await birch.iris.call('get', `joint-work/${id}`)).body;
    expect(seen).toMatchObject({ revealed: true, theirs: { together_result: 'done' } });
    expect(Object.keys(seen.theirs as object)).toEqual(['together_result']);
    const read = await birch.dana.call('get', `joint-work/${await workOf(id)}`);
    expect((read.body.halves as { answers: object }[]).map(({ answers }) => answers)).toEqual([
      { together_result: 'done' },
      { together_result: 'done' },
    ]);
    const { open, mayOpen: next } = await steps(birch.jo);
    expect(next).toEqual(['step_1']);
    expect((await open('step_1')).status).toBe(200);
    expect(await offered(birch.rowan, 'C15')).toEqual(['step_0', 'step_1']);
  });

  it('C16 is two halves that open together, with the next place at once', async () => {
    await handIn(birch.rowan, 'C16', debrief);
    const { id } = await handIn(birch.iris, 'C16', debrief);
    expect((await birch.iris.call('get', `joint-work/${id}`)).body).toMatchObject({ revealed: true, theirs: debrief }); // prettier-ignore
    expect(await halfToday(birch.iris, 'C16')).not.toBe(id);
  });

  it('an answer that was hardly free pauses touch for both, tells its own therapist, and names nobody', async () => {
    await handIn(birch.rowan, 'C13', dialogue('step_3', 4));
    const his = await halfToday(birch.rowan, 'C15');
    expect((await birch.rowan.call('get', `joint-work/${his}`)).body.rests).toBeNull();
    const { id } = await handIn(birch.iris, 'C13', dialogue('step_3', 1));
    const told = await app.db.sql<{ side: string }>("SELECT DISTINCT side FROM touch_signal WHERE trigger = 'answer_not_free'", []); // prettier-ignore
    expect(told).toEqual([{ side: 'BP' }]);
    expect((await birch.iris.call('get', `joint-work/${id}`)).body).toMatchObject({ revealed: false, theirs: null }); // prettier-ignore
    const sentences = [];
    for (const person of [birch.rowan, birch.iris]) {
      const task = await halfToday(person, 'C15');
      sentences.push((await person.call('get', `joint-work/${task}`)).body.rests);
    }
    expect(sentences[0]).toMatchObject({ en: 'Touch exercises are paused for now.' });
    expect(sentences[1]).toEqual(sentences[0]);
    const closed = await birch.dana.call('get', `joint-work/${await workOf(id)}`);
    expect(closed.body).toMatchObject({ halves: [] });
  });

  it('a private log can still be written while touch rests, and opens nothing', async () => {
    expect(await offered(birch.iris, 'C15')).toEqual(['step_0', 'step_1']);
    const id = await round(log('step_0'), log('step_0', { pressure: 4 }));
    expect((await birch.iris.call('get', `joint-work/${id}`)).body).toMatchObject({ revealed: false });
    const told = await app.db.sql("SELECT FROM touch_signal WHERE trigger = 'pressure' AND side = 'BP'", []);
    expect(told).toHaveLength(1);
    const { open, mayOpen: none } = await steps();
    expect(none).toEqual([]);
    expect((await open('step_2')).body.facts).toEqual({ reason: 'not_yet' });
  });

  it('are opened by the couple’s therapists alone', async () => {
    const theirs = await arrangeCase(app);
    const otherId = await arrangeStaff(app, birch.clinicId, 'therapist', 'Ana Ruiz');
    const adminId = await arrangeStaff(app, birch.clinicId, 'clinic_admin', 'Pat Lowe');
    const { work } = await steps();
    for (const asker of [
      await signedIn(app, birch.clinicId, otherId, 'therapist'),
      await signedIn(app, birch.clinicId, adminId, 'clinic_admin'),
      theirs.dana,
    ]) {
      expect((await asker.call('get', `exercise-steps/${work}`)).status).toBe(404);
      const opening = { body: { step: 'step_2' } };
      expect((await asker.call('post', `exercise-steps/${work}/opening`, opening)).status).toBe(404);
    }
    const dialogueWork = await workOf(await halfToday(birch.rowan, 'C13'));
    expect((await birch.dana.call('get', `exercise-steps/${dialogueWork}`)).status).toBe(404);
    expect((await birch.dana.call('get', `exercise-steps/${randomUUID()}`)).status).toBe(404);
    expect((await birch.rowan.call('get', `exercise-steps/${work}`)).status).toBe(404);
  });
});

function mayOpen(steps: readonly StepView[]): string[] {
  return steps.filter((step) => step.mayOpen).map(({ key }) => key);
}
