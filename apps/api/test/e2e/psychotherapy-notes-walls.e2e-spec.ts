import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AuditLogView, ExportView, OpeningsView, PsychotherapyNotesView } from '@trellis/contracts';
import { asClinicId } from '@trellis/domain';
import { declaredRoutes } from '../../src/access/declared-routes.js';
import type { ActorRole } from '../../src/platform/context/request-context.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { HostedWorker } from '../../src/platform/jobs/hosted-worker.js';
import { usualTiming } from '../../src/platform/jobs/job-timing.js';
import { arrangeCase, type ArrangedCase } from '../arrange-case.js';
import { notesOn, readNote, writeNote } from '../arrange-notes.js';
import { arrangeClinic, arrangeStaff, signedIn, type StaffRole } from '../arrange.js';
import { eventually } from '../eventually.js';
import { testApp, type TestApp } from '../test-app.js';
import type { CallOptions, TestClient } from '../test-client.js';

const words = 'cnry-mina-note-1';
const earlier = 'cnry-mina-note-0';
type Call = readonly ['get' | 'post' | 'put', (coupleId: string, noteId: string) => string, CallOptions];
const text = { body: { text: 'x' }, version: 2 };
const onNote: readonly Call[] = [
  ['get', (couple, note) => `${notesOn(couple)}/${note}`, {}],
  ['get', (couple, note) => `${notesOn(couple)}/${note}/revisions`, {}],
  ['get', (couple, note) => `${notesOn(couple)}/${note}/revisions/1`, {}],
  ['put', (couple, note) => `${notesOn(couple)}/${note}`, text],
  ['post', (couple, note) => `${notesOn(couple)}/${note}/removal`, { version: 2 }],
  ['post', (couple, note) => `${notesOn(couple)}/${note}/restoration`, { version: 2 }],
];
const onCouple: readonly Call[] = [
  ['get', (couple) => notesOn(couple), {}],
  ['get', (couple) => `${notesOn(couple)}?removed=yes`, {}],
  ['post', (couple) => notesOn(couple), { body: { id: randomUUID(), text: 'x' } }],
];

describe('the wall around psychotherapy notes', () => {
  let app: TestApp;
  let ellery: ArrangedCase;
  let noteId: string;
  let admin: TestClient;
  let adminId: string;
  let ownerId: string;

  beforeAll(async () => {
    app = await testApp();
    ellery = await arrangeCase(app);
    noteId = await writeNote(ellery.mina, ellery.coupleId, earlier, '2025-01-06');
    const at = `${notesOn(ellery.coupleId)}/${noteId}`;
    await ellery.mina.call('put', at, { body: { text: words }, version: 1 });
    await readNote(ellery.mina, ellery.coupleId, noteId);
    adminId = await arrangeStaff(app, ellery.clinicId, 'clinic_admin', 'Noor Haddad');
    ownerId = await arrangeStaff(app, ellery.clinicId, 'owner', 'Ada Field');
    admin = await signedIn(app, ellery.clinicId, adminId, 'clinic_admin');
  });
  afterAll(async () => app.close());

  async function staff(role: StaffRole, clinicId = ellery.clinicId, glass = false): Promise<TestClient> {
    const id = await arrangeStaff(app, clinicId, role, 'Somebody');
    if (glass) await breakGlass(id);
    return signedIn(app, clinicId, id, role);
  }

  async function breakGlass(openedBy: string): Promise<void> {
    await app.db.sql(
      `INSERT INTO break_glass VALUES ($1, gen_random_uuid(), $2, $3, '\\x01', now(), now() + interval '60 minutes', NULL)`,
      [ellery.clinicId, openedBy, ellery.coupleId],
    );
  }

  async function masked(client: TestClient, call: Call, couple: string, note: string): Promise<string> {
    const [method, path, options] = call;
    const {
      status,
      text: body,
      headers,
      body: parsed,
    } = await client.call(method, path(couple, note), options);
    const rest = Object.entries(headers).filter(([name]) => name !== 'date' && name !== 'x-correlation-id');
    return JSON.stringify({ status, rest, body: body.replace(String(parsed.correlationId), '') });
  }

  const outsiders: readonly [string, () => Promise<TestClient>][] = [
    ['a therapist outside the team', async () => staff('therapist')],
    ['a therapist with a live emergency reading', async () => staff('therapist', ellery.clinicId, true)],
    ['a supervisor', async () => staff('supervisor')],
    ['a supervisor with a live emergency reading', async () => staff('supervisor', ellery.clinicId, true)],
    ['an admin', async () => Promise.resolve(admin)],
    ['the owner', async () => signedIn(app, ellery.clinicId, ownerId, 'owner')],
    ["another clinic's therapist", async () => staff('therapist', await arrangeClinic(app, 'South Quay'))],
    ["another clinic's owner", async () => staff('owner', await arrangeClinic(app, 'West Quay'))],
  ];

  it.each(outsiders)('C-8: looks to %s as if there were neither note nor couple', async (_who, client) => {
    const viewer = await client();
    for (const call of [...onNote, ...onCouple]) {
      const unknown = await masked(viewer, call, randomUUID(), randomUUID());
      expect(JSON.parse(unknown).status).toBe(404);
      expect(await masked(viewer, call, ellery.coupleId, noteId)).toBe(unknown);
      expect(await masked(viewer, call, ellery.coupleId, 'no-id')).toBe(unknown);
    }
    expect((await viewer.call('get', 'psychotherapy-notes')).text).not.toContain(ellery.coupleId);
  });

  it.each([
    ["the partner's therapist", () => ellery.jo],
    ['the couple therapist', () => ellery.dana],
  ])('C-8: looks to %s, who is on the team, as if there were no such note', async (_who, client) => {
    const viewer = client();
    for (const call of onNote) {
      const unknown = await masked(viewer, call, ellery.coupleId, randomUUID());
      expect(JSON.parse(unknown).status).toBe(404);
      expect(await masked(viewer, call, ellery.coupleId, noteId)).toBe(unknown);
    }
    const own = (await viewer.call('get', notesOn(ellery.coupleId))).body as PsychotherapyNotesView;
    expect(own).toEqual({ notes: [], nextCursor: null, mayWrite: true });
    const taken = { body: { id: noteId, text: words } };
    expect((await viewer.call('post', notesOn(ellery.coupleId), taken)).body).toMatchObject({
      ...{ code: 'version_stale', facts: {} },
    });
  });

  it('C-8: has no door for the two people, and none for nobody', async () => {
    for (const [method, path, options] of [...onNote, ...onCouple]) {
      const at = `/api/clinic/${path(ellery.coupleId, noteId)}`;
      for (const person of [ellery.rowan, ellery.iris])
        expect((await person.raw(method, at, options)).status).toBe(404);
      expect((await app.client('clinic').raw(method, at, options)).status).toBe(401);
    }
  });

  it('C-8: stands in no answer of any route, for anybody but its author', async () => {
    const jo = ellery.jo;
    const readers = [jo, ellery.dana, admin, ellery.rowan, ellery.iris, await outsiders[1]?.[1]()];
    const ids: Record<string, string> = { coupleId: ellery.coupleId, noteId, personId: ellery.rowanId, staffId: ellery.minaId, report: 'caseload', revision: '1' }; // prettier-ignore
    const [textRow] = await app.db.sql<{ id: string }>('SELECT id FROM psychotherapy_note_text');
    const forbidden = [words, earlier, noteId, textRow?.id ?? words];
    let met = 0;
    for (const route of declaredRoutes(app.app).filter(({ method }) => method === 'get')) {
      const path = `/api/${route.path.replaceAll(/:(\w+)/g, (_all, name: string) => ids[name] ?? randomUUID())}`;
      for (const reader of readers) {
        const answer = await reader?.raw('get', path);
        met += answer?.status === 200 ? 1 : 0;
        // The path itself names the note; what comes back must not.
        const all = `${String(answer?.text)} ${JSON.stringify(answer?.headers)}`;
        expect({ path, found: forbidden.filter((mark) => all.includes(mark)) }).toEqual({ path, found: [] });
      }
    }
    expect(met).toBeGreaterThan(40);
  });

  it('C-8: leaves the building in no export', async () => {
    await app.app.get(HostedWorker).start({ ...usualTiming, pollMs: 50 });
    const order = await admin.call('post', 'reports/exports', {
      body: { report: 'caseload', format: 'csv' },
    });
    const { id } = order.body as ExportView;
    await eventually(
      async () => (await admin.call('get', `reports/exports/${id}`)).body as ExportView,
      ({ state }) => state === 'done',
    );
    const file = await admin.call('get', `reports/exports/${id}/file`);
    expect([file.status, file.text.includes('Ellery')]).toEqual([200, true]);
    for (const mark of ['cnry-', noteId, 'note']) expect(file.text).not.toContain(mark);
  });

  it('C-8: stands in no audit page, but for a refused try of somebody else, and in no list of openings', async () => {
    await ellery.jo.call('get', 'psychotherapy-notes');
    const stranger = await staff('therapist');
    await stranger.call('get', notesOn(ellery.coupleId));
    const acts: AuditLogView['acts'] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const answer = await admin.call('get', `audit${cursor === '' ? '' : `?cursor=${cursor}`}`);
      const page: AuditLogView = answer.body as AuditLogView;
      acts.push(...page.acts);
      cursor = page.nextCursor;
    }
    const notes = acts.filter(({ action }) => action.startsWith('psychotherapy_note'));
    expect(notes.length).toBeGreaterThan(0);
    expect(new Set(notes.map(({ decision, resource }) => `${decision} ${resource}`))).toEqual(
      new Set(['refused couple']),
    );
    expect(JSON.stringify(acts).includes(noteId)).toBe(false);
    const byAction = await admin.call('get', 'audit?action=psychotherapy_note.write');
    expect((byAction.body as AuditLogView).acts).toEqual([]);
    expect((await admin.call('get', 'audit/filters')).text).not.toContain('psychotherapy');
    for (const person of [ellery.rowan, ellery.iris]) {
      const openings = (await person.call('get', 'record/openings')).body as OpeningsView;
      expect(openings.openings.filter(({ kind }) => kind.includes('note'))).toEqual([]);
    }
  });

  const seen = (id: string, role: ActorRole): Promise<number[]> => {
    const work = app.app.get(UnitOfWork);
    const count = async (from: string): Promise<number> => (await work.rows(`SELECT 1 FROM ${from}`)).length;
    return work.run(
      async () => [
        await count('psychotherapy_note'),
        await count('psychotherapy_note_text'),
        await count("data_key WHERE kind = 'note'"),
      ],
      { clinicId: asClinicId(ellery.clinicId), id, role },
    );
  };

  it('C-8: holds in the database too, its keys included, whatever the code asks for', async () => {
    const [outside, glass] = [
      await arrangeStaff(app, ellery.clinicId, 'therapist', 'Outside'),
      await arrangeStaff(app, ellery.clinicId, 'therapist', 'Glass'),
    ];
    await breakGlass(glass);
    expect(await seen(ellery.minaId, 'therapist')).toEqual([1, 2, 1]);
    const others: [string, ActorRole][] = [
      [ellery.joId, 'therapist'], [ellery.danaId, 'therapist'], [outside, 'therapist'], [glass, 'therapist'],
      [adminId, 'clinic_admin'], [ownerId, 'owner'], [ellery.rowanId, 'client'], [ellery.irisId, 'client'],
      [ellery.clinicId, 'system'],
      // The author's own id in any other role opens nothing either.
      [ellery.minaId, 'clinic_admin'], [ellery.minaId, 'owner'], [ellery.minaId, 'supervisor'], [ellery.minaId, 'client'],
    ]; // prettier-ignore
    for (const [id, role] of others) expect([role, await seen(id, role)]).toEqual([role, [0, 0, 0]]);
  });

  it('C-8: takes nothing from anybody else in the database, nor in the name of its author', async () => {
    const work = app.app.get(UnitOfWork);
    const as = (id: string, sql: string, values: unknown[]): Promise<number> =>
      work.run(async () => work.change(sql, values), {
        ...{ clinicId: asClinicId(ellery.clinicId), id, role: 'therapist' },
      });
    const insert = `INSERT INTO psychotherapy_note VALUES ($1, gen_random_uuid(), $2, $3, NULL, 1, 1, now(), now(), NULL, 1)`;
    const forged = as(ellery.joId, insert, [ellery.clinicId, ellery.coupleId, ellery.minaId]);
    await expect(forged).rejects.toThrow('row-level security');
    const stranger = await arrangeStaff(app, ellery.clinicId, 'therapist', 'Stranger');
    await breakGlass(stranger);
    const outside = as(stranger, insert, [ellery.clinicId, ellery.coupleId, stranger]);
    await expect(outside).rejects.toThrow('row-level security');
    expect(await as(ellery.joId, 'UPDATE psychotherapy_note SET removed_at = now()', [])).toBe(0);
    for (const statement of [
      'DELETE FROM psychotherapy_note',
      "UPDATE psychotherapy_note_text SET sealed = ''",
    ])
      await expect(as(ellery.minaId, statement, [])).rejects.toThrow('permission denied');
  });

  it('C-8: stays with its author when row-level security is taken away', async () => {
    const tables = ['psychotherapy_note', 'psychotherapy_note_text', 'data_key'];
    for (const table of tables) await app.db.sql(`ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`);
    const own = await readNote(ellery.mina, ellery.coupleId, noteId);
    const others = [];
    for (const call of onNote)
      others.push(await ellery.jo.call(call[0], call[1](ellery.coupleId, noteId), call[2]));
    const list = await ellery.jo.call('get', notesOn(ellery.coupleId));
    for (const table of tables) await app.db.sql(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
    expect(own.text).toBe(words);
    expect(others.map(({ status }) => status)).toEqual(onNote.map(() => 404));
    expect((list.body as PsychotherapyNotesView).notes).toEqual([]);
  });
});
