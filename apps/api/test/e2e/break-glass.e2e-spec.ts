import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { EmergencyReviewsView, LiveEmergencyView } from '@trellis/contracts';
import { asClinicId } from '@trellis/domain';
import { calmR01 } from '@trellis/fixtures';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { HostedWorker } from '../../src/platform/jobs/hosted-worker.js';
import { usualTiming } from '../../src/platform/jobs/job-timing.js';
import { Vault } from '../../src/platform/sealing/vault.js';
import { arrangeClinic, arrangeStaff, signedIn, type StaffRole } from '../arrange.js';
import { arrangeCase, assignOne, type ArrangedCase } from '../arrange-case.js';
import { eventually } from '../eventually.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

const kept = 'I wanted to leave out the hotel bar.';
const shared = 'cnry-rowan-shared';
const reason = 'Rowan called the desk and nobody of the team can be reached.';
const names = { coupleName: 'Ellery', personName: 'Rowan' };
const wanted = { ...names, reason };

describe('an emergency reading', () => {
  let app: TestApp;
  let ellery: ArrangedCase;
  let olaId: string;
  let ola: TestClient;
  let ownerId: string;
  let owner: TestClient;
  let taskId: string;
  let partnersTask: string;

  const person = async (role: StaffRole, name: string, clinicId = ellery.clinicId) => {
    const id = await arrangeStaff(app, clinicId, role, name);
    return { id, client: await signedIn(app, clinicId, id, role) };
  };
  const readings = (): readonly string[] => [
    `couples/${ellery.coupleId}`,
    `couples/${ellery.coupleId}/care-team`,
    `homework?coupleId=${ellery.coupleId}`,
    `homework/${taskId}`,
    `homework/${partnersTask}`,
    `predictors/${ellery.coupleId}`,
    `disclosure/${ellery.coupleId}`,
  ];
  const statuses = async (client: TestClient): Promise<number[]> => {
    const found: number[] = [];
    for (const path of readings()) found.push((await client.call('get', path)).status);
    return found;
  };
  const all = (status: number): number[] => readings().map(() => status);
  const open = async (client: TestClient, body: object = wanted) =>
    client.call('post', 'break-glass', { body });
  const opened = async (client: TestClient): Promise<LiveEmergencyView> => {
    const answer = await open(client);
    expect(answer.status).toBe(201);
    return answer.body as LiveEmergencyView;
  };

  beforeAll(async () => {
    app = await testApp();
    ellery = await arrangeCase(app);
    taskId = await assignOne(ellery.mina, ellery.rowanId, 'R01');
    partnersTask = await assignOne(ellery.jo, ellery.irisId, 'B01');
    await ellery.rowan.call('post', `homework/${taskId}/submission`, {
      body: { answers: { ...calmR01, left_out: kept, feelings_own_word: shared } },
      version: 1,
    });
    ({ id: olaId, client: ola } = await person('therapist', 'Ola Brandt'));
    ({ id: ownerId, client: owner } = await person('owner', 'Edda Lind'));
  });
  afterAll(async () => app.close());
  beforeEach(async () => {
    await app.db.sql('UPDATE break_glass SET ended_at = app.now() WHERE ended_at IS NULL');
    await app.db.sql('DELETE FROM rate_limit');
  });

  it('C-7 is the only way in for a therapist outside the caseload, and ends when it is ended', async () => {
    expect(await statuses(ola)).toEqual(all(404));
    const live = await opened(ola);
    expect(live).toMatchObject({ coupleId: ellery.coupleId, coupleName: 'Ellery' });
    expect(Date.parse(live.closesAt) - Date.parse(live.openedAt)).toBe(60 * 60_000);
    expect(await statuses(ola)).toEqual(all(200));
    expect((await ola.call('get', 'break-glass/live')).body).toEqual([live]);
    const couple = (await ola.call('get', `couples/${ellery.coupleId}`)).body;
    expect(couple).toMatchObject({ mySides: [], emergencyUntil: live.closesAt });
    expect((await ola.call('post', `break-glass/${live.id}/end`)).status).toBe(204);
    expect(await statuses(ola)).toEqual(all(404));
    expect((await ola.call('get', 'break-glass/live')).body).toEqual([]);
    expect((await ola.call('post', `break-glass/${live.id}/end`)).status).toBe(204);
  });

  it('C-7 is over after sixty minutes by itself', async () => {
    const live = await opened(ola);
    const back = (minutes: number) =>
      app.db.sql(
        `UPDATE break_glass SET opened_at = opened_at - make_interval(mins => $2),
          closes_at = closes_at - make_interval(mins => $2) WHERE id = $1`,
        [live.id, minutes],
      );
    await back(59);
    expect(await statuses(ola)).toEqual(all(200));
    await back(1);
    expect(await statuses(ola)).toEqual(all(404));
  });

  it('C-7 opens to a supervisor too, and to nobody of the office, of another clinic or of the couple', async () => {
    const { client: supervisor } = await person('supervisor', 'Sol Meyer');
    expect(await statuses(supervisor)).toEqual(all(404));
    await opened(supervisor);
    expect(await statuses(supervisor)).toEqual(all(200));
    expect((await supervisor.call('get', `homework/${taskId}`)).text).toContain(shared);
    const elsewhere = await person('therapist', 'Ann Far', await arrangeClinic(app, 'South Quay'));
    const { client: admin } = await person('clinic_admin', 'Ada Field');
    for (const client of [elsewhere.client, admin, owner]) {
      expect([(await open(client)).status, (await open(client)).body.code]).toEqual([404, 'not_found']);
    }
    for (const client of [ellery.rowan, ellery.iris])
      expect((await client.raw('post', '/api/clinic/break-glass', { body: wanted })).status).toBe(404);
    expect((await app.client('clinic').call('post', 'break-glass', { body: wanted })).status).toBe(401);
  });

  it('C-7 shows what a therapist of both sides may read, no private part, no draft and no other couple', async () => {
    await opened(ola);
    const task = await ola.call('get', `homework/${taskId}`);
    expect(task.text).toContain(shared);
    expect(task.text).not.toContain('hotel bar');
    const list = (await ola.call('get', 'caseload')).body as { couples: unknown[] };
    expect(list.couples).toEqual([]);
    const seen = async <Row>(sql: string): Promise<Row[]> =>
      app.app.get(UnitOfWork).run(async () => app.app.get(UnitOfWork).rows<Row>(sql), {
        ...{ clinicId: asClinicId(ellery.clinicId), id: olaId, role: 'therapist' },
      });
    expect(await seen('SELECT DISTINCT privacy FROM homework_answer')).toEqual([{ privacy: 'P1' }]);
    expect(await seen('SELECT 1 FROM homework_draft')).toEqual([]);
    expect(await seen('SELECT 1 FROM psychotherapy_note')).toEqual([]);
    expect(await seen('SELECT 1 FROM invitation')).toEqual([]);
  });

  it('C-7 writes nothing, by the code and by the database', async () => {
    const live = await opened(ola);
    const writes: ['post' | 'put', string, object][] = [
      [
        'post',
        'homework',
        { body: { personId: ellery.rowanId, templateCode: 'R01', startsOn: '2025-01-09' } },
      ],
      ['post', `homework/${taskId}/review`, { version: 2 }],
      ['post', `disclosure/${ellery.coupleId}`, {}],
      ['post', `people/${ellery.rowanId}`, {}],
      ['post', `couples/${ellery.coupleId}/care-team`, { body: { staffId: olaId, side: 'RP' } }],
    ];
    for (const [method, path, options] of writes)
      expect([path, (await ola.call(method, path, options)).status]).toEqual([path, 404]);
    const change = async (sql: string, values: unknown[] = []): Promise<number> =>
      app.app.get(UnitOfWork).run(async () => app.app.get(UnitOfWork).change(sql, values), {
        ...{ clinicId: asClinicId(ellery.clinicId), id: olaId, role: 'therapist' },
      });
    expect(await change("UPDATE homework_task SET state = 'reviewed'")).toBe(0);
    expect(await change("UPDATE couple SET status = 'closed'")).toBe(0);
    expect(await change('UPDATE care_assignment SET lead = false')).toBe(0);
    const join = "INSERT INTO care_assignment VALUES ($1, $2, $3, $4, 'RP', true, now(), NULL)";
    await expect(change(join, [ellery.clinicId, randomUUID(), ellery.coupleId, olaId])).rejects.toThrow(
      /row-level security/,
    );
    const longer = "UPDATE break_glass SET closes_at = closes_at + interval '1 day' WHERE id = $1";
    await expect(change(longer, [live.id])).rejects.toThrow(/permission denied/);
    await change('UPDATE break_glass SET ended_at = app.now() WHERE id = $1', [live.id]);
    expect(await change('UPDATE break_glass SET ended_at = NULL WHERE id = $1', [live.id])).toBe(0);
  });

  it('C-7 puts every reading on record with its reason code, and both people see who it was', async () => {
    await opened(ola);
    await statuses(ola);
    const rows = await app.db.sql<{ action: string; person_id: string | null }>(
      `SELECT action, person_id FROM audit_event
        WHERE actor_id = $1 AND decision = 'allowed' AND reason_code = 'break_glass' AND person_id = ANY ($2)`,
      [olaId, [ellery.rowanId, ellery.irisId]],
    );
    for (const personId of [ellery.rowanId, ellery.irisId]) {
      const actions = rows.filter((row) => row.person_id === personId).map(({ action }) => action);
      expect(actions).toEqual(
        expect.arrayContaining(['couples.read', 'homework.read', 'predictors.read', 'disclosure.read']),
      );
    }
    for (const client of [ellery.rowan, ellery.iris]) {
      const { text } = await client.call('get', 'record/openings');
      expect(text).toContain('Ola Brandt');
    }
  });

  it.each([
    ['a name that nobody has', { coupleName: 'Nobody', personName: 'Rowan', reason }],
    ['a person of another couple', { coupleName: 'Ellery', personName: 'Rowan Other', reason }],
    ['a wildcard', { coupleName: '%', personName: '%', reason }],
  ])('answers %s like an unknown couple, and remembers that it was tried', async (_, body) => {
    const answer = await open(ola, body);
    expect([answer.status, answer.body.code]).toEqual([404, 'not_found']);
    const [last] = await app.db.sql(
      'SELECT action, decision FROM audit_event WHERE actor_id = $1 ORDER BY at DESC, id LIMIT 1',
      [olaId],
    );
    expect(last).toEqual({ action: 'break_glass.open', decision: 'refused' });
  });

  it('takes names as people say them, and opens nothing where two couples fit', async () => {
    expect((await open(ola, { coupleName: '  ELLÉRY ', personName: 'rowan', reason })).status).toBe(201);
    await app.db.sql('UPDATE break_glass SET ended_at = app.now()');
    const twin = { ...names, reason };
    const added = await ellery.mina.call('post', 'couples', {
      body: {
        name: 'Ellery',
        recoveringPerson: { name: 'Rowan', pronouns: '', language: 'en' },
        partner: { name: 'Ines', pronouns: '', language: 'en' },
        ...{ timeZone: 'America/Chicago', secretsPolicy: 'LIMITED' },
        careTeam: (['RP', 'BP', 'JOINT'] as const).map((side) => ({ staffId: ellery.minaId, side })),
      },
    });
    expect((await open(ola, twin)).status).toBe(404);
    expect((await open(ola, { ...twin, personName: 'Ines' })).status).toBe(201);
    await app.db.sql("UPDATE couple SET name = 'Renamed' WHERE id = $1", [added.body.id]);
  });

  it('makes whoever tries names wait after ten misses, and says so', async () => {
    const { client } = await person('therapist', 'Curious Colleague');
    for (let miss = 0; miss < 10; miss += 1)
      expect((await open(client, { ...wanted, coupleName: `Guess ${String(miss)}` })).status).toBe(404);
    expect((await open(client)).body.code).toBe('too_many_attempts');
    expect((await open(ola)).status).toBe(201);
  });

  it.each([
    ['no reason', { ...names, reason: '          ' }],
    ['a short one', { ...names, reason: 'quick' }],
    ['a long one', { ...names, reason: 'x'.repeat(501) }],
  ])('needs a reason: %s', async (_, body) => {
    expect((await open(ola, body)).body.code).toBe('invalid_request');
  });

  it('A-8 needs a fresh second factor', async () => {
    const { id, client } = await person('therapist', 'Late Comer');
    await app.db.sql(
      "UPDATE session SET step_up_at = app.now() - interval '6 minutes' WHERE subject_id = $1",
      [id],
    );
    expect((await open(client)).body.code).toBe('step_up_needed');
  });

  it('stands once for a couple and a person, also when ten ask at once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => open(ola)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(9).fill(409)]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      ...{ code: 'emergency_already_open', facts: { coupleId: ellery.coupleId } },
    });
  });

  it('tells the therapists of the couple and the owner, without a name', async () => {
    const place = {
      table: 'staff_member',
      column: 'email_sealed',
      rowId: ellery.joId,
      clinicId: ellery.clinicId,
      ownerId: ellery.joId,
    };
    const system = { clinicId: asClinicId(ellery.clinicId), id: ellery.clinicId, role: 'system' } as const;
    const sealed = await app.app
      .get(UnitOfWork)
      .run(() => app.app.get(Vault).seal('staff', place, 'jo@example.test'), system);
    await app.db.sql('UPDATE staff_member SET email_sealed = $2 WHERE id = $1', [ellery.joId, sealed]);
    await app.db.sql('DELETE FROM outbox_message');
    await opened(ola);
    const told = await app.db.sql<{ subject_id: string }>(
      "SELECT subject_id FROM outbox_message WHERE kind = 'mail.record-opened' ORDER BY 1",
    );
    const team = [ellery.minaId, ellery.joId, ellery.danaId, ownerId];
    expect(told.map((row) => row.subject_id)).toEqual(team.sort());
    await app.app.get(HostedWorker).start({ ...usualTiming, pollMs: 100, backoffMs: 50 });
    const [sent] = await eventually(
      () =>
        app.db.sql<{ id: string }>(
          'SELECT id FROM outbox_message WHERE subject_id = $1 AND done_at IS NOT NULL',
          [ellery.joId],
        ),
      (rows) => rows.length === 1,
    );
    await app.app.get(HostedWorker).stop();
    const folder = join(app.dataDir, 'outbox');
    expect(readdirSync(folder)).toContain(`${sent?.id ?? ''}.eml`);
    const letter = readFileSync(join(folder, `${sent?.id ?? ''}.eml`), 'utf8');
    expect(letter).toContain('To: jo@example.test');
    expect(letter).not.toMatch(/Ellery|Rowan|Iris|Ola|North Pier|couple/i);
    const [notice] = (await ellery.jo.call('get', 'break-glass')).body as object[];
    expect(notice).toMatchObject({ coupleName: 'Ellery', openedByName: 'Ola Brandt', overAt: null });
    expect((await ola.call('get', 'break-glass')).body).toEqual([]);
  });

  it('keeps its reason sealed, for owners alone to read', async () => {
    await opened(ola);
    const [row] = await app.db.sql<{ text: string }>(
      'SELECT g::text AS text FROM break_glass g ORDER BY opened_at DESC LIMIT 1',
    );
    expect(row?.text).not.toContain(Buffer.from('nobody of the team').toString('hex'));
    const { waiting } = (await owner.call('get', 'break-glass/reviews')).body as EmergencyReviewsView;
    expect(waiting.at(-1)).toMatchObject({
      reason,
      state: 'open',
      openedByName: 'Ola Brandt',
      mayReview: true,
    });
    for (const client of [ola, ellery.jo, (await person('clinic_admin', 'Ada Field')).client]) {
      expect((await client.call('get', 'break-glass/reviews')).status).toBe(404);
      expect((await client.call('get', 'break-glass')).text).not.toContain('nobody of the team');
    }
  });

  it('is reviewed once by an owner, in 72 hours or late, and not by whoever opened it', async () => {
    const live = await opened(ola);
    const review = (client: TestClient, id = live.id) =>
      client.call('post', `break-glass/${id}/review`, { body: { outcome: 'in_order' } });
    expect((await review(ola)).status).toBe(404);
    const elsewhere = await person('owner', 'Ann Far', await arrangeClinic(app, 'South Quay'));
    expect((await review(elsewhere.client)).status).toBe(404);
    await app.db.sql(
      "UPDATE break_glass SET opened_at = opened_at - interval '73 hours', closes_at = closes_at - interval '73 hours' WHERE id = $1",
      [live.id],
    );
    const list = async () => (await owner.call('get', 'break-glass/reviews')).body as EmergencyReviewsView;
    expect((await list()).waiting[0]).toMatchObject({ id: live.id, state: 'overdue' });
    await app.db.sql(
      'UPDATE staff_member SET account_id = (SELECT account_id FROM staff_member WHERE id = $1) WHERE id = $2',
      [ownerId, olaId],
    );
    expect((await review(owner)).status).toBe(204);
    expect((await review(owner)).body.code).toBe('emergency_already_reviewed');
    const second = await opened(ola);
    await person('owner', 'Second Owner');
    expect((await review(owner, second.id)).body.code).toBe('not_allowed');
    expect((await list()).reviewed[0]).toMatchObject({
      id: live.id,
      state: 'late',
      outcome: 'in_order',
      reviewedByName: 'Edda Lind',
    });
  });
});
