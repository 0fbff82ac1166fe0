import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CoupleHomeworkView } from '@trellis/contracts';
import { asClinicId } from '@trellis/domain';
import { calmR01 } from '@trellis/fixtures';
import type { ActorRole } from '../../src/platform/context/request-context.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { arrangeClinic, arrangeStaff, signedIn, type StaffRole } from '../arrange.js';
import { arrangeCase, assignOne, type ArrangedCase } from '../arrange-case.js';
import { testApp, type TestApp } from '../test-app.js';
import type { CallOptions, TestClient } from '../test-client.js';

const kept = 'I wanted to leave out the hotel bar.';
type Call = readonly ['get' | 'post' | 'put', (id: string) => string, CallOptions];
const staffCalls: readonly Call[] = [
  ['get', (id) => `homework/${id}`, {}],
  ['get', (id) => `homework/${id}/follow-up`, {}],
  ['post', (id) => `homework/${id}/review`, { version: 2 }],
];
const ownCalls: readonly Call[] = [
  ['get', (id) => `homework/${id}`, {}],
  ['put', (id) => `homework/${id}/draft`, { body: { answers: {} }, version: 1 }],
  ['post', (id) => `homework/${id}/submission`, { body: { answers: calmR01 }, version: 1 }],
  ['post', (id) => `homework/${id}/set-aside`, { body: { tooHard: false } }],
];

describe('the wall around homework', () => {
  let app: TestApp;
  let ellery: ArrangedCase;
  let submitted: string;
  let drafted: string;

  beforeAll(async () => {
    app = await testApp();
    ellery = await arrangeCase(app);
    submitted = await assignOne(ellery.mina, ellery.rowanId, 'R01');
    drafted = await assignOne(ellery.mina, ellery.rowanId, 'R01', '2025-01-07');
    await ellery.rowan.call('post', `homework/${submitted}/submission`, {
      ...{ body: { answers: { ...calmR01, left_out: kept } }, version: 1 },
    });
    await ellery.rowan.call('put', `homework/${drafted}/draft`, {
      body: { answers: { left_out: kept } },
      version: 1,
    });
  });
  afterAll(async () => app.close());

  async function staff(role: StaffRole, clinicId = ellery.clinicId): Promise<TestClient> {
    return signedIn(app, clinicId, await arrangeStaff(app, clinicId, role, 'Somebody'), role);
  }

  async function masked(client: TestClient, [method, path, options]: Call, id: string): Promise<string> {
    const { status, text, body, headers } = await client.call(method, path(id), options);
    const rest = Object.entries(headers).filter(([name]) => name !== 'date' && name !== 'x-correlation-id');
    return JSON.stringify({ status, rest, text: text.replace(String(body.correlationId), '') });
  }

  it.each([
    ["the partner's therapist", async () => Promise.resolve(ellery.jo)],
    ['the couple therapist', async () => Promise.resolve(ellery.dana)],
    ['a colleague outside the care team', async () => staff('therapist')],
    ['a supervisor', async () => staff('supervisor')],
    ['an admin', async () => staff('clinic_admin')],
    ["another clinic's therapist", async () => staff('therapist', await arrangeClinic(app, 'South Quay'))],
  ])('looks to %s as if there were no such task', async (_who, client) => {
    const viewer = await client();
    for (const call of staffCalls) {
      const unknown = await masked(viewer, call, randomUUID());
      expect(await masked(viewer, call, submitted)).toBe(unknown);
      expect(await masked(viewer, call, 'no-id-at-all')).toBe(unknown);
      expect(JSON.parse(unknown).status).toBe(404);
    }
  });

  it('looks to the partner as if there were no such task', async () => {
    for (const call of ownCalls) {
      const unknown = await masked(ellery.iris, call, randomUUID());
      expect(await masked(ellery.iris, call, submitted)).toBe(unknown);
      expect(await masked(ellery.iris, call, drafted)).toBe(unknown);
      expect(JSON.parse(unknown).status).toBe(404);
    }
  });

  it('lists only the sides the viewer holds and names whom to ask', async () => {
    const list = async (client: TestClient): Promise<CoupleHomeworkView> =>
      (await client.call('get', `homework?coupleId=${ellery.coupleId}`)).body as CoupleHomeworkView;
    expect((await list(ellery.mina)).tasks.map((task) => task.id)).toEqual([drafted, submitted]);
    expect(await list(ellery.jo)).toEqual({
      ...{ tasks: [], nextCursor: null, closedSides: [{ side: 'RP', askName: 'Mina Castellan' }] },
    });
    expect((await list(ellery.dana)).closedSides).toEqual([
      { side: 'RP', askName: 'Mina Castellan' },
      { side: 'BP', askName: 'Jo Whitlock' },
    ]);
  });

  it('opens to the own therapist all but what the author keeps, and puts the reading on record', async () => {
    const answer = await ellery.mina.call('get', `homework/${submitted}`);
    const { left_out: hidden, ...rest } = { ...calmR01, left_out: kept };
    expect(answer.body.answers).toEqual(rest);
    expect(answer.body).toMatchObject({ keptByAuthor: 1, readers: ['Rowan', 'Mina Castellan'] });
    expect(answer.text).not.toContain(hidden);
    const audit = await app.db.sql(
      'SELECT person_id, decision FROM audit_event WHERE action = $1 AND resource_id = $2',
      [...['homework.read', submitted]],
    );
    expect(audit).toContainEqual({ person_id: ellery.rowanId, decision: 'allowed' });
  });

  it('opens no word when the reading cannot be put on record', async () => {
    await app.db.sql('REVOKE INSERT ON audit_event FROM trellis_api');
    const answer = await ellery.mina.call('get', `homework/${submitted}`);
    await app.db.sql('GRANT INSERT ON audit_event TO trellis_api');
    expect([answer.status, answer.body.code, answer.body.answers]).toEqual([500, 'unexpected', undefined]);
  });

  it('puts on record who asked for what is closed to them', async () => {
    await ellery.jo.call('get', `homework/${submitted}`);
    const audit = await app.db.sql(
      'SELECT action, decision, reason_code FROM audit_event WHERE actor_id = $1 AND resource_id = $2',
      [...[ellery.joId, submitted]],
    );
    expect(audit).toContainEqual({ action: 'homework.read', decision: 'refused', reason_code: 'not_found' });
  });

  it('shows the own therapist that a draft exists, and no word of it', async () => {
    const answer = await ellery.mina.call('get', `homework/${drafted}`);
    expect(answer.body).toMatchObject({ answers: {}, task: { state: 'draft' } });
    expect(answer.text).not.toContain('hotel');
  });

  it('holds in the database too, whatever the code asks for', async () => {
    const seen = async (id: string, role: ActorRole) =>
      app.app.get(UnitOfWork).run(
        async () => {
          const work = app.app.get(UnitOfWork);
          return {
            drafts: (await work.rows('SELECT 1 FROM homework_draft')).length,
            answers: await work.rows<{ privacy: string }>('SELECT privacy FROM homework_answer'),
            tasks: (await work.rows('SELECT 1 FROM homework_task')).length,
          };
        },
        { clinicId: asClinicId(ellery.clinicId), id, role },
      );
    expect(await seen(ellery.minaId, 'therapist')).toEqual({
      drafts: 0,
      answers: [{ privacy: 'P1' }],
      tasks: 2,
    });
    expect(await seen(ellery.joId, 'therapist')).toEqual({ drafts: 0, answers: [], tasks: 0 });
    expect(await seen(ellery.irisId, 'client')).toEqual({ drafts: 0, answers: [], tasks: 0 });
    expect(await seen(ellery.minaId, 'clinic_admin')).toEqual({ drafts: 0, answers: [], tasks: 0 });
    const own = await seen(ellery.rowanId, 'client');
    expect(own).toMatchObject({ drafts: 1, tasks: 2 });
    expect(own.answers.map(({ privacy }) => privacy).sort()).toEqual(['P0', 'P1']);
  });

  it('tells every therapist of the couple what was done or not, of most exercises not even which, and nobody else', async () => {
    const seen = async (id: string, role: ActorRole) =>
      app.app.get(UnitOfWork).run(
        async () =>
          app.app.get(UnitOfWork).rows<object>(
            `SELECT code, due_on::text, submitted_at IS NOT NULL AS done, skipped
                  FROM app.counted_homework($1) ORDER BY due_on, code DESC`,
            [ellery.coupleId],
          ),
        { clinicId: asClinicId(ellery.clinicId), id, role },
      );
    await app.db.sql(
      `INSERT INTO homework_task SELECT (jsonb_populate_record(t, '{"id": "${randomUUID()}", "template_code": "R04"}')).*
        FROM homework_task t WHERE t.id = $1`,
      [drafted],
    );
    const known = [
      { code: 'R01', due_on: '2025-01-06', done: true, skipped: false },
      { code: 'R01', due_on: '2025-01-07', done: false, skipped: false },
      { code: 'R', due_on: '2025-01-07', done: false, skipped: false },
    ];
    expect(await seen(ellery.danaId, 'therapist')).toEqual(known);
    await app.db.sql("DELETE FROM homework_task WHERE template_code = 'R04'");
    expect(await seen(ellery.irisId, 'client')).toEqual([]);
    expect(await seen(ellery.minaId, 'clinic_admin')).toEqual([]);
    expect(await seen(randomUUID(), 'therapist')).toEqual([]);
  });

  it('takes no answer into the other side, whatever the code asks for', async () => {
    const work = app.app.get(UnitOfWork);
    const insert = work.run(
      async () =>
        work.change(
          `INSERT INTO homework_answer SELECT clinic_id, gen_random_uuid(), task_id, couple_id, $1, 'RP', 'P1', 2, 1, ''::bytea, now()
            FROM (SELECT $2::uuid AS clinic_id, $3::uuid AS task_id, $4::uuid AS couple_id) place`,
          [ellery.irisId, ellery.clinicId, submitted, ellery.coupleId],
        ),
      { clinicId: asClinicId(ellery.clinicId), id: ellery.irisId, role: 'client' },
    );
    await expect(insert).rejects.toThrow('row-level security');
  });

  it('reviews once, on the version that was read', async () => {
    const review = (version: number) => ellery.mina.call('post', `homework/${submitted}/review`, { version });
    expect((await review(1)).body.code).toBe('version_stale');
    expect((await review(2)).body).toMatchObject({
      state: 'reviewed',
      version: 3,
      reviewedAt: '2025-01-06T18:00:00.000Z',
    });
    expect((await review(3)).body).toMatchObject({ code: 'homework_not_open', facts: { state: 'reviewed' } });
  });
});
