import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { arrangeCase, assignOne, travel, type ArrangedCase } from '../arrange-case.js';
import {
  askedRelease,
  askFor,
  bare,
  growth,
  handInGrowth,
  liveRelease,
  nextWeek,
} from '../arrange-release.js';
import { arrangeClinic, arrangeStaff, signedIn } from '../arrange.js';
import { testApp, type TestApp } from '../test-app.js';

describe('sharing what was handed in', () => {
  let app: TestApp;
  let ours: ArrangedCase;

  beforeAll(async () => {
    app = await testApp();
    ours = await arrangeCase(app);
  });
  afterAll(async () => app.close());

  it('C-10: refuses a release before handing in, of what may not travel, and of somebody else’s task', async () => {
    const open = await assignOne(ours.mina, ours.rowanId, 'R15', nextWeek());
    expect((await askFor(ours.rowan, open)).body).toMatchObject({
      code: 'release_refused',
      facts: { reason: 'not_handed_in' },
    });
    const checkIn = await assignOne(ours.mina, ours.rowanId, 'R01', nextWeek());
    expect((await askFor(ours.rowan, checkIn)).body.facts).toEqual({ reason: 'not_handed_in' });
    expect((await ours.rowan.call('get', `releases/${checkIn}`)).body).toMatchObject({ shareable: false });
    expect((await askFor(ours.iris, open)).status).toBe(404);
    expect((await ours.rowan.call('post', `releases/${open}/revoke`)).body.facts).toEqual({
      reason: 'nothing_to_take_back',
    });
  });

  it('goes to the partner once the author asked and their therapist approved, and is read on record', async () => {
    const { taskId, releaseId, version } = await askedRelease(ours, nextWeek());
    expect((await ours.rowan.call('get', `releases/${taskId}`)).body).toMatchObject({
      ...{ state: 'waiting', sharedWith: ['Iris'], partnerName: 'Iris', notice: null, version: 1 },
      therapists: [{ name: 'Dana Raman' }, { name: 'Jo Whitlock' }],
    });
    expect((await ours.iris.call('get', `shared/${releaseId}`)).status).toBe(404);
    const approved = await ours.mina.call('post', `releases/${releaseId}/approval`, { version });
    expect(approved.body).toMatchObject({ state: 'released', recipients: ['Iris'], needsApproval: false });

    const list = await ours.iris.call('get', 'shared');
    expect(list.body.items).toContainEqual({
      ...{
        id: releaseId,
        fromName: 'Rowan',
        templateCode: 'R15',
        templateVersion: 1,
        title: { en: 'Growth goals', es: 'Metas de crecimiento' },
        sharedOn: '2025-01-06',
      },
    });
    const read = await ours.iris.call('get', `shared/${releaseId}`);
    expect(read.body.answers).toEqual(growth);
    expect(read.text).not.toContain(taskId);
    const record = await app.db.sql(
      'SELECT actor_id, person_id, decision FROM audit_event WHERE action = $1 AND resource_id = $2',
      ['release.read', releaseId],
    );
    expect(record).toContainEqual({ actor_id: ours.irisId, person_id: ours.rowanId, decision: 'allowed' });
    const [row] = await app.db.sql('SELECT first_read_at FROM release WHERE id = $1', [releaseId]);
    expect(row).toEqual({ first_read_at: new Date('2025-01-06T18:00:00Z') });

    const taken = await ours.rowan.call('post', `releases/${taskId}/revoke`);
    expect(taken.body).toMatchObject({
      state: 'taken_back',
      notice: { en: 'It can no longer be read. It may have been read on 2025-01-06.' },
    });
    expect((await ours.iris.call('get', `shared/${releaseId}`)).status).toBe(404);
  });

  it('opens no word when the reading cannot be put on record', async () => {
    const { releaseId } = await liveRelease(ours, nextWeek());
    await app.db.sql('REVOKE INSERT ON audit_event FROM trellis_api');
    const answer = await ours.iris.call('get', `shared/${releaseId}`);
    await app.db.sql('GRANT INSERT ON audit_event TO trellis_api');
    expect([answer.status, answer.text.includes('cnry')]).toEqual([500, false]);
    const [row] = await app.db.sql('SELECT first_read_at FROM release WHERE id = $1', [releaseId]);
    expect(row).toEqual({ first_read_at: null });
  });

  it('goes to a named therapist by the author’s word alone, who reads that part and reviews nothing', async () => {
    const taskId = await handInGrowth(ours, growth, nextWeek());
    expect((await ours.jo.call('get', `homework/${taskId}`)).status).toBe(404);
    const asked = await askFor(ours.rowan, taskId, { toPartner: false, staffIds: [ours.joId] });
    expect(asked.body).toMatchObject({ state: 'shared', sharedWith: ['Jo Whitlock'] });
    const read = await ours.jo.call('get', `homework/${taskId}`);
    expect(read.body).toMatchObject({ answers: growth, readers: ['Rowan', 'Mina Castellan', 'Jo Whitlock'] });
    const listed = await ours.jo.call('get', `homework?coupleId=${ours.coupleId}`);
    expect((listed.body.tasks as { id: string }[]).map(({ id }) => id)).toEqual([taskId]);
    expect((await ours.jo.call('post', `homework/${taskId}/review`, { version: 2 })).status).toBe(404);
    expect((await ours.dana.call('get', `homework/${taskId}`)).status).toBe(404);
    const record = await app.db.sql('SELECT 1 FROM audit_event WHERE action = $1 AND actor_id = $2', [
      ...['release.read', ours.joId],
    ]);
    expect(record).toHaveLength(1);
    await ours.rowan.call('post', `releases/${taskId}/revoke`);
    expect((await ours.jo.call('get', `homework/${taskId}`)).status).toBe(404);
  });

  it('is approved by nobody but the therapist of the author’s side, with a fresh factor and on the version seen', async () => {
    const { releaseId, version } = await askedRelease(ours, nextWeek());
    const path = `releases/${releaseId}/approval`;
    const unknown = bare(await ours.jo.call('post', `releases/${randomUUID()}/approval`, { version }));
    const other = await arrangeClinic(app, 'South Quay');
    const strangers = [
      ours.jo,
      ours.dana,
      await signedIn(
        app,
        ours.clinicId,
        await arrangeStaff(app, ours.clinicId, 'therapist', 'Kim'),
        'therapist',
      ),
      await signedIn(
        app,
        ours.clinicId,
        await arrangeStaff(app, ours.clinicId, 'clinic_admin', 'Ada'),
        'clinic_admin',
      ),
      await signedIn(
        app,
        ours.clinicId,
        await arrangeStaff(app, ours.clinicId, 'supervisor', 'Sol'),
        'supervisor',
      ),
      await signedIn(app, other, await arrangeStaff(app, other, 'therapist', 'Lee'), 'therapist'),
    ];
    for (const client of strangers) expect(bare(await client.call('post', path, { version }))).toBe(unknown);
    expect((await app.client('clinic').call('post', path, { version })).status).toBe(401);
    expect((await ours.mina.call('post', path, { version: 9 })).body.code).toBe('version_stale');
    await app.db.sql(
      "UPDATE session SET step_up_at = now() - interval '6 minutes' WHERE subject_id = ANY ($1::uuid[])",
      [[ours.minaId, ours.rowanId]],
    );
    const late = await handInGrowth(ours, growth, nextWeek());
    expect((await ours.mina.call('post', path, { version })).body.code).toBe('step_up_needed');
    expect((await askFor(ours.rowan, late)).body.code).toBe('step_up_needed');
    await app.db.sql('UPDATE session SET step_up_at = now() WHERE subject_id = ANY ($1::uuid[])', [
      [ours.minaId, ours.rowanId],
    ]);
  });

  it('names only the partner and therapists of the couple', async () => {
    const taskId = await handInGrowth(ours, growth, nextWeek());
    for (const staffIds of [[randomUUID()], [ours.minaId], [ours.irisId]]) {
      expect((await askFor(ours.rowan, taskId, { toPartner: false, staffIds })).body.code).toBe(
        'invalid_request',
      );
    }
    expect((await askFor(ours.rowan, taskId, { toPartner: false })).body.facts).toEqual({
      reason: 'nobody_named',
    });
    await app.db.sql("UPDATE couple SET secrets_policy = 'INDIVIDUAL_CONFIDENTIAL' WHERE id = $1", [
      ours.coupleId,
    ]);
    expect((await ours.rowan.call('get', `releases/${taskId}`)).body.therapists).toEqual([]);
    expect((await askFor(ours.rowan, taskId, { toPartner: false, staffIds: [ours.joId] })).status).toBe(400);
    await app.db.sql("UPDATE couple SET secrets_policy = 'LIMITED' WHERE id = $1", [ours.coupleId]);
  });

  it('looks the same to a pressured author, and waits for the therapist', async () => {
    const [free, held] = [
      await handInGrowth(ours, growth, nextWeek()),
      await handInGrowth(ours, growth, nextWeek()),
    ];
    const wish = { toPartner: false, staffIds: [ours.joId] };
    const answers = [
      await askFor(ours.rowan, free, wish),
      await askFor(ours.rowan, held, { ...wish, pressured: true }),
    ];
    const [a, b] = answers.map(({ body }) => JSON.stringify({ ...body, taskId: '' }));
    expect(a).toBe(b);
    expect((await ours.jo.call('get', `homework/${held}`)).status).toBe(404);
    const list = await ours.mina.call('get', `releases?coupleId=${ours.coupleId}`);
    const found = (
      list.body.releases as { id: string; taskId: string; held: boolean; version: number }[]
    ).find((one) => one.taskId === held);
    expect(found).toMatchObject({ held: true });
    const lifted = await ours.mina.call('post', `releases/${found!.id}/lift`, { version: found!.version });
    expect(lifted.body).toMatchObject({ held: false, state: 'released' });
    expect((await ours.jo.call('get', `homework/${held}`)).status).toBe(200);
    const adminId = await arrangeStaff(app, ours.clinicId, 'owner', 'Ola');
    const owner = await signedIn(app, ours.clinicId, adminId, 'owner');
    expect((await owner.call('get', 'audit')).text).not.toContain('release_lifted');
  });

  it('waits for time to think where it is sensitive', async () => {
    const { taskId, releaseId, version } = await askedRelease(ours, nextWeek());
    await app.db.sql('UPDATE release SET sensitive = true WHERE id = $1', [releaseId]);
    const view = await ours.rowan.call('get', `releases/${taskId}`);
    expect(view.body.confirmFrom).toBe('2025-01-07T06:00:00.000Z');
    expect((await ours.rowan.call('post', `releases/${taskId}/confirm`, { version })).body.facts).toEqual({
      reason: 'cooling_off',
    });
    const approved = await ours.mina.call('post', `releases/${releaseId}/approval`, { version });
    expect(approved.body).toMatchObject({ state: 'ready', needsAuthor: true });
    travel(app, new Date('2025-01-07T06:00:00Z'));
    const confirmed = await ours.rowan.call('post', `releases/${taskId}/confirm`, { version: 2 });
    travel(app, new Date('2025-01-06T18:00:00Z'));
    expect(confirmed.body).toMatchObject({ state: 'shared', confirmFrom: null });
  });

  it('stays from the partner as soon as the therapist notes a safety concern', async () => {
    const { releaseId, version } = await liveRelease(ours, nextWeek());
    const look = (safetyTags: string[], at: number) =>
      ours.mina.call('post', `releases/${releaseId}/safety`, { body: { safetyTags }, version: at });
    expect((await look(['partner_violence'], version)).body.safetyTags).toEqual(['partner_violence']);
    expect((await ours.iris.call('get', `shared/${releaseId}`)).status).toBe(404);
    expect((await look([], version + 1)).status).toBe(200);
    expect((await ours.iris.call('get', `shared/${releaseId}`)).status).toBe(200);
  });

  it('ends with a new revision, which nobody was given', async () => {
    const { taskId, releaseId } = await liveRelease(ours, nextWeek());
    const revised = await ours.rowan.call('post', `homework/${taskId}/revision`, {
      ...{ body: { answers: { progress: 2, step: 'another step' } }, version: 2 },
    });
    expect(revised.body).toMatchObject({ state: 'submitted', version: 3 });
    expect((await ours.iris.call('get', `shared/${releaseId}`)).status).toBe(404);
    expect((await ours.rowan.call('get', `releases/${taskId}`)).body).toMatchObject({
      state: 'none',
      version: 0,
    });
    expect((await ours.mina.call('get', `homework/${taskId}`)).body.answers).toEqual({
      ...{ progress: 2, step: 'another step' },
    });
    expect((await askFor(ours.rowan, taskId)).body).toMatchObject({ state: 'waiting' });
  });
});
