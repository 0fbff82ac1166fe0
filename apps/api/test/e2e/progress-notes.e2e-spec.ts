import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type {
  AuditLogView,
  DueNotesView,
  NoteCoSignListView,
  NoteCoSignView,
  NoteFormView,
  NoteTimelinessView,
  OpeningsView,
  ProgressNotesView,
} from '@trellis/contracts';
import { asClinicId } from '@trellis/domain';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { arrangeCase, travel, type ArrangedCase } from '../arrange-case.js';
import { arrangeStaff, signedIn, type StaffRole } from '../arrange.js';
import {
  begunNote,
  heldSession,
  progressNotesOn,
  readProgressNote,
  signedNote,
} from '../arrange-progress-notes.js';
import { testApp, type TestApp } from '../test-app.js';
import type { CallOptions, TestClient } from '../test-client.js';

const words = ['cnry-data', 'cnry-assessment', 'cnry-plan'];
type Call = readonly ['get' | 'post' | 'put', (couple: string, note: string) => string, CallOptions];
const one =
  (more = '') =>
  (couple: string, note: string) =>
    `${progressNotesOn(couple)}/${note}${more}`;
const onNote: readonly Call[] = [
  ['get', one(), {}],
  ['put', one(), { body: { parts: words }, version: 3 }],
  ['post', one('/removal'), { version: 3 }],
  ['post', one('/signature'), { body: {}, version: 3 }],
  ['post', one('/amendments'), { body: { id: randomUUID(), reason: 'x', text: 'x' } }],
];

describe('progress notes', () => {
  let app: TestApp;
  let ours: ArrangedCase;
  let supervisorId: string;
  let supervisor: TestClient;
  let admin: TestClient;

  beforeAll(async () => {
    app = await testApp();
  });
  beforeEach(async () => {
    ours = await arrangeCase(app);
    [supervisorId, supervisor] = await staff('supervisor');
    [, admin] = await staff('clinic_admin');
  });
  afterAll(async () => app.close());

  async function staff(role: StaffRole, clinicId = ours.clinicId): Promise<[string, TestClient]> {
    const id = await arrangeStaff(app, clinicId, role, `Some ${role}`);
    return [id, await signedIn(app, clinicId, id, role)];
  }
  const at = (note = '', more = '') =>
    `${progressNotesOn(ours.coupleId)}${note === '' ? '' : `/${note}`}${more}`;
  const read = (by: TestClient, note: string) => readProgressNote(by, ours.coupleId, note);
  const status = async (by: TestClient, note: string) => (await by.call('get', at(note))).status;
  const rows = async (by: TestClient) => ((await by.call('get', at())).body as ProgressNotesView).notes;
  const sign = (by: TestClient, note: string, version: number, body: object = {}) =>
    by.call('post', at(note, '/signature'), { body, version });
  const cosign = (note: string, version: number, body: object) =>
    supervisor.call('post', `progress-notes/cosigns/${note}`, { body, version });
  const due = async (by: TestClient) =>
    ((await by.call('get', 'progress-notes/due')).body as DueNotesView).due;
  const rpNote = async (coSigner: string | null = null) => {
    const appointmentId = await heldSession(app, ours, 'RP');
    return signedNote(ours.mina, ours.coupleId, { appointmentId, side: 'RP' }, words, coSigner);
  };

  it('is begun for a held session, saved, signed and then locked; what was wrong is amended beside it', async () => {
    const appointmentId = await heldSession(app, ours, 'RP');
    expect(await due(ours.mina)).toMatchObject([{ appointmentId, late: false, noteId: null }]);
    const id = await begunNote(ours.mina, ours.coupleId, appointmentId, 'RP', 'SOAP');
    expect((await sign(ours.mina, id, 1)).body).toMatchObject({ facts: { reason: 'empty' } });
    const parts = ['', 'calm', '', 'walk on Tuesdays'];
    const kept = await ours.mina.call('put', at(id), { body: { parts }, version: 1 });
    expect([kept.status, kept.text.includes('calm')]).toEqual([200, false]);
    expect(await due(ours.mina)).toMatchObject([{ noteId: id, state: 'draft' }]);
    expect((await sign(ours.mina, id, 2)).body).toMatchObject({ state: 'signed', version: 3 });
    expect(await due(ours.mina)).toEqual([]);
    const refused = await ours.mina.call('put', at(id), { body: { parts }, version: 3 });
    expect(refused.body).toMatchObject({ code: 'progress_note_refused', facts: { reason: 'locked' } });
    const amendment = { id: randomUUID(), reason: 'the day', text: 'on Wednesdays' };
    for (let n = 0; n < 2; n += 1)
      expect((await ours.mina.call('post', at(id, '/amendments'), { body: amendment })).status).toBe(201);
    expect(await read(ours.mina, id)).toMatchObject({
      ...{ state: 'signed', texts: parts, amended: [{ reason: 'the day', text: 'on Wednesdays' }] },
      ...{ form: { form: 'SOAP', planPart: 3 }, isAuthor: true, mayAmend: true, coSigners: [] },
    });
    const again = { id: randomUUID(), appointmentId, side: 'RP', form: 'DAP' };
    expect((await ours.mina.call('post', at(), { body: again })).body.code).toBe('progress_note_begun');
  });

  it('keeps both texts when two windows save over the same one', async () => {
    const appointmentId = await heldSession(app, ours, 'RP');
    const id = await begunNote(ours.mina, ours.coupleId, appointmentId, 'RP');
    const save = (text: string, version: number) =>
      ours.mina.call('put', at(id), { body: { parts: [text, '', ''] }, version });
    const both = await Promise.all([save('first window', 1), save('second window', 1)]);
    expect(both.map((answer) => answer.status).sort()).toEqual([200, 412]);
    const later = both[0].status === 412 ? 'first window' : 'second window';
    const { texts, version } = await read(ours.mina, id);
    expect(texts[0]).not.toBe(later);
    expect((await save(`${texts[0] ?? ''}\n${later}`, version)).status).toBe(200);
    expect((await read(ours.mina, id)).texts[0]?.split('\n').sort()).toEqual([
      'first window',
      'second window',
    ]);
  });

  it('is signed once by 64 signatures at once', async () => {
    const appointmentId = await heldSession(app, ours, 'RP');
    const id = await begunNote(ours.mina, ours.coupleId, appointmentId, 'RP');
    await ours.mina.call('put', at(id), { body: { parts: words }, version: 1 });
    const answers = await Promise.all(Array.from({ length: 64 }, () => sign(ours.mina, id, 2)));
    const statuses = answers.map((answer) => answer.status);
    expect(statuses.filter((one) => one === 200)).toHaveLength(1);
    expect(statuses.filter((one) => one === 412)).toHaveLength(63);
  });

  it('goes to a colleague and back until both have signed', async () => {
    const id = await rpNote(supervisorId);
    expect(await read(ours.mina, id)).toMatchObject({ state: 'waiting', coSignerName: 'Some supervisor' });
    const { requests } = (await supervisor.call('get', 'progress-notes/cosigns')).body as NoteCoSignListView;
    expect(requests).toMatchObject([{ id, coupleName: 'Ellery', byName: 'Mina Castellan', version: 3 }]);
    const seen = (await supervisor.call('get', `progress-notes/cosigns/${id}`)).body as NoteCoSignView;
    expect(seen).toMatchObject({ texts: words, form: { form: 'DAP' }, remarks: [] });
    expect((await ours.mina.call('put', at(id), { body: { parts: words }, version: 3 })).body).toMatchObject({
      facts: { reason: 'waits' },
    });
    expect((await cosign(id, 3, { agreed: false })).status).toBe(400);
    expect((await cosign(id, 3, { agreed: false, remark: 'Say more about Sunday.' })).body).toEqual({
      requests: [],
    });
    expect((await supervisor.call('get', `progress-notes/cosigns/${id}`)).status).toBe(404);
    expect(await read(ours.mina, id)).toMatchObject({
      ...{ state: 'returned', remarks: [{ text: 'Say more about Sunday.', byName: 'Some supervisor' }] },
    });
    expect((await sign(ours.mina, id, 4)).body).toMatchObject({ facts: { reason: 'must_be_cosigned' } });
    const more = { body: { parts: ['more', '', ''] }, version: 4 };
    expect((await ours.mina.call('put', at(id), more)).status).toBe(200);
    expect((await sign(ours.mina, id, 5, { coSignerId: supervisorId })).status).toBe(200);
    const answers = await Promise.all(Array.from({ length: 8 }, () => cosign(id, 6, { agreed: true })));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(await read(ours.mina, id)).toMatchObject({ state: 'signed', texts: ['more', '', ''] });
  });

  it('asks nobody who would read what is not theirs', async () => {
    const [outsiderId] = await staff('therapist');
    const appointmentId = await heldSession(app, ours, 'RP');
    const id = await begunNote(ours.mina, ours.coupleId, appointmentId, 'RP');
    await ours.mina.call('put', at(id), { body: { parts: words }, version: 1 });
    for (const coSignerId of [ours.joId, ours.danaId, outsiderId, ours.minaId, ours.rowanId])
      expect((await sign(ours.mina, id, 2, { coSignerId })).body.code).toBe('co_signer_unknown');
    expect((await read(ours.mina, id)).coSigners).toEqual([{ id: supervisorId, name: 'Some supervisor' }]);
  });

  it('looks to everybody else as if there were none', async () => {
    const id = await rpNote();
    const other = await arrangeCase(app);
    const outsiders: [string, TestClient][] = [
      ["the other side's therapist", ours.jo],
      ['the couple therapist', ours.dana],
      ['a therapist outside the team', (await staff('therapist'))[1]],
      ['a supervisor who was not asked', supervisor],
      ['an admin', admin],
      ['an owner', (await staff('owner'))[1]],
      ["another clinic's therapist", other.mina],
    ];
    for (const [who, by] of outsiders)
      for (const [method, path, options] of onNote) {
        const asked = await by.call(method, path(ours.coupleId, id), options);
        const unknown = await by.call(method, path(ours.coupleId, randomUUID()), options);
        expect([who, method, asked.status, asked.body.code]).toEqual([who, method, 404, unknown.body.code]);
        expect(asked.text).not.toContain('cnry');
      }
    for (const [method, path, options] of onNote) {
      for (const person of [ours.rowan, ours.iris])
        expect((await person.raw(method, `/api/clinic/${path(ours.coupleId, id)}`, options)).status).toBe(
          404,
        );
      const nobody = app.client('clinic').raw(method, `/api/clinic/${path(ours.coupleId, id)}`, options);
      expect((await nobody).status).toBe(401);
    }
    expect([await rows(ours.jo), await rows(ours.dana)]).toEqual([[], []]);
    expect((await supervisor.call('get', `progress-notes/cosigns/${id}`)).status).toBe(404);
    expect((await ours.mina.call('get', at('no-id'))).status).toBe(404);
  });

  it('of both is read by the whole team once it is signed, and by its author before', async () => {
    const appointmentId = await heldSession(app, ours, 'JOINT');
    const id = await begunNote(ours.dana, ours.coupleId, appointmentId, 'JOINT');
    await ours.dana.call('put', at(id), { body: { parts: words }, version: 1 });
    expect([await status(ours.mina, id), await status(ours.dana, id)]).toEqual([404, 200]);
    expect(await due(ours.mina)).toEqual([]);
    await sign(ours.dana, id, 2);
    for (const by of [ours.mina, ours.jo, ours.dana]) expect((await read(by, id)).texts).toEqual(words);
    const mine = await begunNote(ours.mina, ours.coupleId, appointmentId, 'RP');
    expect([await status(ours.jo, mine), await status(ours.dana, mine)]).toEqual([404, 404]);
    const [wrong, notHeld] = ['BP', 'RP'].map((side) => ({
      id: randomUUID(),
      appointmentId,
      side,
      form: 'DAP',
    }));
    const refused = await ours.mina.call('post', at(), { body: wrong ?? {} });
    expect(refused.body).toMatchObject({ facts: { reason: 'other_record' } });
    expect((await ours.dana.call('post', at(), { body: notHeld ?? {} })).body.code).toBe(
      'progress_note_refused',
    );
    const openings = ((await ours.iris.call('get', 'record/openings')).body as OpeningsView).openings;
    expect(openings.filter(({ kind }) => kind === 'progress_note').length).toBeGreaterThan(2);
  });

  it('goes with the side: who leaves it reads it no more', async () => {
    const id = await rpNote();
    await app.db.sql(`UPDATE care_assignment SET to_at = app.now() WHERE staff_id = $1 AND side = 'RP'`, [
      ours.minaId,
    ]);
    expect([await status(ours.mina, id), await due(ours.mina)]).toEqual([404, []]);
  });

  it('opens signed to an emergency reading, which writes nothing', async () => {
    const id = await rpNote();
    const draft = await begunNote(
      ours.jo,
      ours.coupleId,
      await heldSession(app, ours, 'BP', '2025-01-07'),
      'BP',
    );
    const emergency = { coupleName: 'Ellery', personName: 'Rowan', reason: 'a call from a hospital' };
    expect((await supervisor.call('post', 'break-glass', { body: emergency })).status).toBe(201);
    expect((await read(supervisor, id)).texts).toEqual(words);
    expect(await read(supervisor, id)).toMatchObject({ mayAmend: false });
    expect([await status(supervisor, draft), (await rows(supervisor)).length]).toEqual([404, 1]);
    for (const [method, path, options] of onNote.slice(1))
      expect((await supervisor.call(method, path(ours.coupleId, id), options)).status).toBe(404);
  });

  it('tells the office how many, and neither which nor what', async () => {
    const waiting = await rpNote(supervisorId);
    await heldSession(app, ours, 'BP', '2025-01-07');
    travel(app, new Date('2025-01-10T12:00:00Z'));
    const counts = (await admin.call('get', 'progress-notes/timeliness')).body as NoteTimelinessView;
    expect(counts).toEqual({ lateAfterDays: 3, version: 0, due: 1, late: 1, signed: 0 });
    const set = (version: number, lateAfterDays: number) =>
      admin.call('put', 'progress-notes/timeliness', { body: { lateAfterDays }, version });
    expect((await set(0, 1)).body).toMatchObject({ due: 0, late: 2, version: 1 });
    expect([(await set(0, 2)).status, (await set(1, 31)).status, (await set(1, 14)).status]).toEqual([
      412, 400, 200,
    ]);
    expect(await due(ours.jo)).toMatchObject([{ late: false, side: 'BP' }]);
    await cosign(waiting, 3, { agreed: true });
    const signed = (await admin.call('get', 'progress-notes/timeliness')).body as NoteTimelinessView;
    expect(signed).toMatchObject({ due: 1, late: 0, signed: 1 });
    const log = (await admin.call('get', 'audit')).body as AuditLogView;
    expect(log.acts.map(({ action }) => action)).toEqual(expect.arrayContaining(['progress_note.cosign']));
    for (const by of [ours.mina, supervisor])
      expect((await by.call('get', 'progress-notes/timeliness')).status).toBe(404);
    expect((await admin.call('get', 'progress-notes/due')).status).toBe(404);
    expect((await supervisor.call('get', 'progress-notes/due')).status).toBe(404);
  });

  it('has the parts of a form of the clinic as it was when it was begun', async () => {
    const form = {
      name: 'Joint course',
      parts: [
        { heading: 'Course', isPlan: false },
        { heading: 'Next', isPlan: true },
      ],
    };
    const post = (path: string, body: object, version?: number) =>
      admin.call('post', `progress-note-forms${path}`, {
        body,
        ...(version === undefined ? {} : { version }),
      });
    const { id } = (await post('', form)).body as NoteFormView;
    const appointmentId = await heldSession(app, ours, 'RP');
    const note = await begunNote(ours.mina, ours.coupleId, appointmentId, 'RP', id);
    const next = { name: 'Course', parts: [{ heading: 'All', isPlan: false }] };
    expect((await post(`/${id}/drafts`, next, 1)).body).toMatchObject({ number: 2 });
    expect([
      (await post(`/${id}/drafts`, next, 1)).status,
      (await post(`/${id}/retirement`, {}, 1)).status,
    ]).toEqual([412, 412]);
    expect((await read(ours.mina, note)).form).toMatchObject({
      name: 'Joint course',
      parts: ['Course', 'Next'],
      planPart: 1,
    });
    expect((await ours.mina.call('put', at(note), { body: { parts: ['a'] }, version: 1 })).status).toBe(400);
    expect((await post(`/${id}/retirement`, {}, 2)).status).toBe(200);
    const asked = { id: randomUUID(), appointmentId, side: 'RP', form: id };
    expect((await ours.mina.call('post', at(), { body: asked })).body.code).toBe(
      'progress_note_form_retired',
    );
    expect((await ours.mina.call('post', 'progress-note-forms', { body: form })).status).toBe(404);
    const two = { name: 'x', parts: form.parts.map(({ heading }) => ({ heading, isPlan: true })) };
    for (const body of [
      two,
      { name: 'x', parts: [['a']] },
      { name: 'x', parts: [] },
      { name: '', parts: form.parts },
    ])
      expect((await post('', body)).status).toBe(400);
  });

  it('is held by the database too: locked in everybody’s name, and gone with the person', async () => {
    const id = await rpNote();
    const work = app.app.get(UnitOfWork);
    const as = (who: string, role: 'therapist' | 'supervisor' | 'clinic_admin' | 'client', sql: string) =>
      work.run(async () => (await work.rows(sql)).length, {
        clinicId: asClinicId(ours.clinicId),
        id: who,
        role,
      });
    const all = 'SELECT 1 FROM progress_note';
    expect(await as(ours.minaId, 'therapist', all)).toBe(1);
    for (const [who, role] of [
      [ours.joId, 'therapist'],
      [ours.danaId, 'therapist'],
      [supervisorId, 'supervisor'],
      [ours.minaId, 'clinic_admin'],
      [ours.rowanId, 'client'],
      [ours.irisId, 'client'],
    ] as const)
      // prettier-ignore
      expect([role, await as(who, role, all)]).toEqual([role, 0]);
    const change = `UPDATE progress_note SET version = 9 WHERE id = '${id}' RETURNING 1`;
    expect(await as(ours.minaId, 'therapist', change)).toBe(0);
    await app.db.sql('SELECT app.scrub_person($1, $2)', [ours.clinicId, ours.rowanId]);
    expect(await app.db.sql('SELECT 1 FROM progress_note WHERE id = $1', [id])).toEqual([]);
  });
});
