import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseAftercareView, OwnAftercareView, OwnDepartureView } from '@trellis/contracts';
import { knowing, processIn, sessionEnd, sessionEnds, sessionStart } from '../arrange-aftercare.js';
import { arrangeCase, travel, type ArrangedCase } from '../arrange-case.js';
import { arrangeStaff, signedIn } from '../arrange.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

const hour = 3_600_000;

describe('the time after a session', () => {
  let app: TestApp;
  let ours: ArrangedCase;
  let page: string;

  beforeAll(async () => {
    app = await testApp();
    ours = await arrangeCase(app);
    page = `aftercare/${ours.coupleId}`;
    knowing(app, { session: { departurePlanConfirmed: true } });
    await processIn(app, ours, 'IN_SESSION', { sessionAt: sessionStart });
  });
  afterAll(async () => app.close());

  const seen = async (client: TestClient): Promise<CaseAftercareView> =>
    (await client.call('get', page)).body as CaseAftercareView;
  const own = async (client: TestClient): Promise<OwnAftercareView> =>
    (await client.call('get', 'aftercare')).body as OwnAftercareView;

  it('holds nothing before a session', async () => {
    travel(app, new Date('2025-03-28T17:00:00Z'));
    expect(await seen(ours.mina)).toMatchObject({ endedAt: null, tasks: [], departure: null });
    expect(await own(ours.iris)).toMatchObject({ endedAt: null, tasks: [], mayCorrect: false });
    expect((await ours.iris.call('get', 'aftercare/departure')).body).toMatchObject({ open: false });
    const tap = await ours.iris.call('post', 'aftercare/departure', { body: { tap: 'home' } });
    expect([tap.status, tap.body.code]).toEqual([409, 'aftercare_not_running']);
  });

  it('makes the tasks of the plan as the session ends: elapsed hours and local days over the change of the clocks', async () => {
    await sessionEnds(app, ours);
    const { tasks, endedAt } = await seen(ours.mina);
    expect(endedAt).toBe('2025-03-28T17:50:00.000Z');
    const due = (item: string): unknown => {
      const task = tasks.find((one) => one.item === item);
      return task?.dueAt ?? task?.dueOn;
    };
    expect(due('departure.RP.pledge')).toBe('2025-03-28T20:50:00.000Z');
    expect(due('h24.T_RP.call')).toBe('2025-03-29T17:50:00.000Z');
    expect(due('h72.T_RP.contact')).toBe('2025-03-31T17:50:00.000Z');
    expect(due('d7.T_RP.assess')).toBe('2025-04-04');
    expect(due('d28.LEAD.next')).toBe('2025-04-25');
  });

  it('shows each side its own tasks, the lead and the joint work theirs, and the office nothing', async () => {
    const sides = async (client: TestClient): Promise<string[]> =>
      [...new Set((await seen(client)).tasks.map(({ recipient }) => recipient))].sort();
    expect(await sides(ours.mina)).toEqual(['LEAD', 'RP', 'T_RP']);
    expect(await sides(ours.jo)).toEqual(['BP', 'LEAD', 'T_BP']);
    expect(await sides(ours.dana)).toEqual(['LEAD']);
    const adminId = await arrangeStaff(app, ours.clinicId, 'clinic_admin', 'Ada Field');
    const admin = await signedIn(app, ours.clinicId, adminId, 'clinic_admin');
    expect([403, 404]).toContain((await admin.call('get', page)).status);
    const outsideId = await arrangeStaff(app, ours.clinicId, 'therapist', 'Ola Brandt');
    const outside = await signedIn(app, ours.clinicId, outsideId, 'therapist');
    expect((await outside.call('get', page)).status).toBe(404);
  });

  it('lets each person see and do their own and nothing of the other', async () => {
    const [iris, rowan] = [await own(ours.iris), await own(ours.rowan)];
    expect(iris.tasks.every(({ item }) => item.includes('.BP.'))).toBe(true);
    expect(rowan.tasks.every(({ item }) => item.includes('.RP.'))).toBe(true);
    expect([iris.mayCorrect, rowan.mayCorrect]).toEqual([false, true]);
    const theirs = rowan.tasks[0]!.id;
    const wrong = await ours.iris.call('post', `aftercare/tasks/${theirs}/answer`, { body: {} });
    const unknown = await ours.iris.call(
      'post',
      'aftercare/tasks/99999999-9999-4999-8999-999999999999/answer',
      { body: {} },
    );
    expect([wrong.status, unknown.status, wrong.body.code]).toEqual([404, 404, unknown.body.code]);
  });

  it('takes one tap, and another when something changed; the own therapist sees it, the lead that they left', async () => {
    travel(app, new Date(sessionEnd.getTime() + hour));
    const tapped = await ours.iris.call('post', 'aftercare/departure', { body: { tap: 'with_support' } });
    expect(tapped.status).toBe(200);
    expect(tapped.body as OwnDepartureView).toMatchObject({
      open: true,
      tap: 'with_support',
      therapistName: 'Jo Whitlock',
    });
    const jo = await seen(ours.jo);
    expect(jo.tasks.find(({ item }) => item === 'departure.BP.pledge')?.answer?.tap).toBe('with_support');
    const mina = await seen(ours.mina);
    expect(mina.departure?.missing).toEqual(['RP']);
    expect(mina.contacts).toEqual([{ side: 'BP', contact: 'departure', madeAt: '2025-03-28T18:50:00.000Z' }]);
    expect(JSON.stringify(mina)).not.toContain('with_support');
    travel(app, new Date(sessionEnd.getTime() + 1.5 * hour));
    const again = await ours.iris.call('post', 'aftercare/departure', { body: { tap: 'call_me' } });
    expect(again.body).toMatchObject({ tap: 'call_me' });
    expect((await seen(ours.jo)).alerts.map(({ kind }) => kind)).toEqual(['call_wanted']);
    expect((await seen(ours.mina)).alerts).toEqual([]);
  });

  it('has the lead confirm a side that did not tap, once', async () => {
    const body = { side: 'RP', contact: 'departure' };
    expect((await ours.dana.call('post', `${page}/contacts`, { body })).status).toBe(404);
    expect((await ours.mina.call('post', `${page}/contacts`, { body })).status).toBe(204);
    const twice = await ours.mina.call('post', `${page}/contacts`, { body });
    expect([twice.status, twice.body.code]).toEqual([409, 'aftercare_already_done']);
    expect((await seen(ours.dana)).departure?.missing).toEqual([]);
  });

  it('keeps a short check sealed, opens it for the own therapist alone, and asks for a call where it is not clearly safe', async () => {
    travel(app, new Date(sessionEnd.getTime() + 24 * hour));
    const task = (await own(ours.iris)).tasks.find(({ item }) => item === 'h24.BP.check')!;
    expect(task).toMatchObject({ form: true, asksRisk: true });
    for (const empty of [{}, undefined]) {
      const nothing = await ours.iris.call('post', `aftercare/tasks/${task.id}/answer`, { body: empty });
      expect([nothing.status, nothing.body.code]).toEqual([400, 'invalid_request']);
    }
    const body = { risk: 'unsure', sleep: 'little', contactWanted: true, words: 'I did not sleep.' };
    const answered = await ours.iris.call('post', `aftercare/tasks/${task.id}/answer`, { body });
    expect(answered.body).toEqual({ showHelp: true, therapistCalls: true });
    const seenTask = (await seen(ours.jo)).tasks.find(({ id }) => id === task.id)!;
    expect(seenTask).toMatchObject({ standing: 'done', answer: { risk: 'unsure', hasWords: true } });
    const opened = await ours.jo.call('get', `${page}/answers/${seenTask.answer!.id}`);
    expect(opened.body).toMatchObject({ words: 'I did not sleep.', sleep: 'little', contactWanted: true });
    for (const other of [ours.mina, ours.dana])
      expect((await other.call('get', `${page}/answers/${seenTask.answer!.id}`)).status).toBe(404);
    const again = await ours.iris.call('post', `aftercare/tasks/${task.id}/answer`, { body: {} });
    expect([again.status, again.body.code]).toEqual([409, 'aftercare_already_done']);
    const read = await app.db.sql(
      `SELECT person_id FROM audit_event WHERE action = 'aftercare_answer.read' AND decision = 'allowed'`,
    );
    expect(read).toEqual([{ person_id: ours.irisId }]);
  });

  it('counts contacts by their side, and what was in time', async () => {
    const contact = (client: TestClient, side: string): Promise<{ status: number }> =>
      client.call('post', `${page}/contacts`, { body: { side, contact: 'h24' } });
    expect((await contact(ours.mina, 'BP')).status).toBe(404);
    expect((await contact(ours.jo, 'BP')).status).toBe(204);
    expect((await contact(ours.mina, 'RP')).status).toBe(204);
    expect((await seen(ours.dana)).onTime).toBe(100);
    const call = (await seen(ours.mina)).tasks.find(({ item }) => item === 'h24.T_RP.call')!;
    expect(call.standing).toBe('done');
    const byMark = await ours.mina.call('post', `${page}/tasks/${call.id}/done`, { version: 1 });
    expect(byMark.status).toBe(404);
    const huddle = (await seen(ours.mina)).tasks.find(({ item }) => item === 'h72.LEAD.huddle')!;
    expect((await ours.mina.call('post', `${page}/tasks/${huddle.id}/done`, { version: 2 })).status).toBe(
      412,
    );
    expect((await ours.mina.call('post', `${page}/tasks/${huddle.id}/done`, { version: 1 })).status).toBe(
      204,
    );
  });

  it('takes up what was raised, of the own side alone', async () => {
    const [alert] = (await seen(ours.jo)).alerts;
    const path = `${page}/alerts/${alert!.id}/acknowledgement`;
    expect((await ours.mina.call('post', path)).status).toBe(404);
    expect((await ours.jo.call('post', path)).status).toBe(204);
    expect((await ours.jo.call('post', path)).status).toBe(204);
    const rows = await app.db.sql(
      `SELECT count(*)::int AS n FROM audit_event WHERE action = 'safety.alert_taken_up'`,
    );
    expect(rows).toEqual([{ n: 1 }]);
  });
});
