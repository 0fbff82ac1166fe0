import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PsychotherapyNoteRowView, PsychotherapyNotesView } from '@trellis/contracts';
import { HostedWorker } from '../../src/platform/jobs/hosted-worker.js';
import { usualTiming } from '../../src/platform/jobs/job-timing.js';
import { arrangeCase, travel, type ArrangedCase } from '../arrange-case.js';
import { newCouple } from '../arrange.js';
import { notesOn, readNote, writeNote } from '../arrange-notes.js';
import { eventually } from '../eventually.js';
import { testApp, type TestApp } from '../test-app.js';

describe('psychotherapy notes', () => {
  let app: TestApp;
  let ellery: ArrangedCase;

  beforeAll(async () => {
    app = await testApp();
    ellery = await arrangeCase(app);
  });
  afterAll(async () => app.close());

  const list = async (query = '', by = ellery.mina): Promise<PsychotherapyNotesView> =>
    (await by.call('get', `${notesOn(ellery.coupleId)}${query}`)).body as PsychotherapyNotesView;
  const row = async (id: string, query = ''): Promise<PsychotherapyNoteRowView | undefined> =>
    (await list(query)).notes.find((note) => note.id === id);
  const put = (id: string, version: number, text: string, options: object = {}) =>
    ellery.mina.call('put', `${notesOn(ellery.coupleId)}/${id}`, { body: { text }, version, ...options });
  const act = (id: string, what: 'removal' | 'restoration', version: number) =>
    ellery.mina.call('post', `${notesOn(ellery.coupleId)}/${id}/${what}`, { version });
  const actsOf = (id: string) =>
    app.db.sql<{ action: string; person_id: string | null }>(
      'SELECT action, person_id FROM audit_event WHERE resource_id = $1 ORDER BY at, action',
      [id],
    );

  it('are kept as typed, and the list shows dates and length and no word', async () => {
    const text = '  Línea uno.\n\n<b>Not bold</b> 🌿  ';
    const id = await writeNote(ellery.mina, ellery.coupleId, text, '2025-01-06');
    expect(await readNote(ellery.mina, ellery.coupleId, id)).toEqual({
      ...{ id, text, sessionOn: '2025-01-06', characters: [...text].length, revision: 1, version: 1 },
      ...{ writtenAt: '2025-01-06T18:00:00.000Z', changedAt: '2025-01-06T18:00:00.000Z' },
      ...{ removedAt: null, goneAt: null, mayWrite: true },
    });
    const answer = await ellery.mina.call('get', notesOn(ellery.coupleId));
    expect(answer.text).not.toContain('bold');
    expect((answer.body as PsychotherapyNotesView).mayWrite).toBe(true);
  });

  it('are listed newest first, fifty at a time', async () => {
    const added = await ellery.jo.call('post', 'couples', { body: newCouple(ellery.joId) });
    const coupleId = String(added.body.id);
    const ids: string[] = [];
    for (let minute = 0; minute < 52; minute += 1) {
      // Two share each minute, so that the order by id is met as well.
      travel(app, new Date(Date.UTC(2025, 0, 6, 18, Math.floor(minute / 2))));
      ids.push(await writeNote(ellery.jo, coupleId, `note ${String(minute)}`));
    }
    travel(app, new Date('2025-01-06T18:00:00Z'));
    const first = (await ellery.jo.call('get', notesOn(coupleId))).body as PsychotherapyNotesView;
    const second = (await ellery.jo.call('get', `${notesOn(coupleId)}?cursor=${String(first.nextCursor)}`))
      .body as PsychotherapyNotesView;
    const all = [...first.notes, ...second.notes];
    expect([first.notes.length, second.notes.length, second.nextCursor]).toEqual([50, 2, null]);
    expect(new Set(all.map(({ id }) => id))).toEqual(new Set(ids));
    const order = all.map(({ writtenAt, id }) => `${writtenAt} ${id}`);
    expect(order).toEqual([...order].sort().reverse());
    const files = await ellery.jo.call('get', 'psychotherapy-notes');
    expect(files.body).toEqual({
      files: [{ coupleId, coupleName: 'Ellery', notes: 52, lastChangedAt: '2025-01-06T18:25:00.000Z' }],
    });
  });

  it('are written once however often they are sent', async () => {
    const id = randomUUID();
    const send = (text: string, key?: string) =>
      ellery.mina.call('post', notesOn(ellery.coupleId), {
        ...{ body: { id, text }, ...(key === undefined ? {} : { key }) },
      });
    const key = randomUUID();
    const [first, again, lost] = [await send('once', key), await send('once', key), await send('once')];
    expect([first.status, again.body, lost.body]).toEqual([201, first.body, first.body]);
    expect((await send('another')).body.code).toBe('version_stale');
    expect((await readNote(ellery.mina, ellery.coupleId, id)).text).toBe('once');
  });

  it('change on the version that was read; a conflict replaces nothing', async () => {
    const id = await writeNote(ellery.mina, ellery.coupleId, 'first');
    const missing = await ellery.mina.call('put', `${notesOn(ellery.coupleId)}/${id}`, {
      body: { text: 'x' },
    });
    expect([missing.status, missing.body.code]).toEqual([428, 'version_missing']);
    expect((await put(id, 1, 'second')).body).toMatchObject({ id, version: 2, revision: 2 });
    expect((await put(id, 1, 'second')).body).toMatchObject({ id, version: 2, revision: 2 });
    const late = await put(id, 1, 'from another device');
    expect([late.status, late.body.code]).toEqual([412, 'version_stale']);
    expect((await readNote(ellery.mina, ellery.coupleId, id)).text).toBe('second');
  });

  it('let one of many changes at once win, and lose none of the earlier texts', async () => {
    const id = await writeNote(ellery.mina, ellery.coupleId, 'start');
    const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => put(id, 1, `try ${String(n)}`)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 412)).toHaveLength(7);
    const { body } = await ellery.mina.call('get', `${notesOn(ellery.coupleId)}/${id}/revisions`);
    expect((body.revisions as { revision: number }[]).map(({ revision }) => revision)).toEqual([2, 1]);
  });

  it('keep each earlier text for their author, and put each opening on record without naming a person', async () => {
    const id = await writeNote(ellery.mina, ellery.coupleId, 'as it was');
    await put(id, 1, 'as it is');
    const at = `${notesOn(ellery.coupleId)}/${id}/revisions`;
    expect((await ellery.mina.call('get', `${at}/1`)).body).toMatchObject({ revision: 1, text: 'as it was' });
    expect((await ellery.mina.call('get', `${at}/2`)).body).toMatchObject({ revision: 2, text: 'as it is' });
    for (const wrong of ['0', '3', '-1', '1.0', 'x'])
      expect((await ellery.mina.call('get', `${at}/${wrong}`)).status).toBe(404);
    expect(await actsOf(id)).toEqual(
      ['write', 'change', 'read', 'read'].map((verb) => ({
        ...{ action: `psychotherapy_note.${verb}`, person_id: null },
      })),
    );
  });

  it('opens no word when the reading cannot be put on record', async () => {
    const id = await writeNote(ellery.mina, ellery.coupleId, 'cnry-unrecorded');
    await app.db.sql('REVOKE INSERT ON audit_event FROM trellis_api');
    const answer = await ellery.mina.call('get', `${notesOn(ellery.coupleId)}/${id}`);
    await app.db.sql('GRANT INSERT ON audit_event TO trellis_api');
    expect([answer.status, answer.text.includes('cnry')]).toEqual([500, false]);
  });

  it('can be removed, brought back, and are destroyed thirty days after their removal', async () => {
    const id = await writeNote(ellery.mina, ellery.coupleId, 'to go');
    const removed = await act(id, 'removal', 1);
    expect(removed.body).toMatchObject({ id, version: 2 });
    expect(Date.parse(String(removed.body.goneAt)) - Date.parse(String(removed.body.removedAt))).toBe(
      30 * 24 * 3_600_000,
    );
    expect([await row(id), (await row(id, '?removed=yes'))?.version]).toEqual([undefined, 2]);
    expect((await put(id, 2, 'too late')).body.code).toBe('psychotherapy_note_removed');
    expect((await act(id, 'removal', 2)).body.code).toBe('version_stale');
    expect((await act(id, 'restoration', 2)).body).toMatchObject({ removedAt: null, version: 3 });
    expect((await readNote(ellery.mina, ellery.coupleId, id)).text).toBe('to go');
    await act(id, 'removal', 3);
    await app.app.get(HostedWorker).start({ ...usualTiming, pollMs: 50 });
    const endings = () =>
      app.db.sql<{ done: boolean }>(
        'SELECT done_at IS NOT NULL AS done FROM outbox_message WHERE subject_id = $1',
        [id],
      );
    // Its time has not come: the message waits, and a note removed a day too late for it would stay.
    expect(await endings()).toEqual([{ done: false }, { done: false }]);
    await app.db.sql('UPDATE outbox_message SET available_at = now() WHERE subject_id = $1', [id]);
    await eventually(endings, (rows) => rows.every(({ done }) => done));
    expect((await row(id, '?removed=yes'))?.version).toBe(4);
    await app.db.sql(
      "UPDATE psychotherapy_note SET removed_at = now() - interval '30 days 1 second' WHERE id = $1",
      [id],
    );
    await app.db.sql('UPDATE outbox_message SET done_at = NULL, claimed_at = NULL WHERE subject_id = $1', [
      id,
    ]);
    await eventually(endings, (rows) => rows.every(({ done }) => done));
    const left = await app.db.sql('SELECT FROM psychotherapy_note_text WHERE note_id = $1', [id]);
    expect([await row(id, '?removed=yes'), left.length]).toEqual([undefined, 0]);
    expect((await ellery.mina.call('get', `${notesOn(ellery.coupleId)}/${id}`)).status).toBe(404);
    expect((await actsOf(id)).map(({ action }) => action)).toContain('psychotherapy_note.end');
  });

  it('stay readable to an author who has left the care team, and take no further word', async () => {
    const id = await writeNote(ellery.dana, ellery.coupleId, 'what I thought then');
    await app.db.sql('UPDATE care_assignment SET to_at = now() WHERE staff_id = $1', [ellery.danaId]);
    expect((await ellery.dana.call('get', `couples/${ellery.coupleId}`)).status).toBe(404);
    expect(await readNote(ellery.dana, ellery.coupleId, id)).toMatchObject({
      ...{ text: 'what I thought then', mayWrite: false },
    });
    expect((await ellery.dana.call('get', 'psychotherapy-notes')).body.files).toMatchObject([
      { coupleId: ellery.coupleId, coupleName: null, notes: 1 },
    ]);
    const at = notesOn(ellery.coupleId);
    const writes = [
      await ellery.dana.call('post', at, { body: { id: randomUUID(), text: 'more' } }),
      await ellery.dana.call('put', `${at}/${id}`, { body: { text: 'more' }, version: 1 }),
      await ellery.dana.call('post', `${at}/${id}/removal`, { version: 1 }),
    ];
    expect(writes.map(({ status }) => status)).toEqual([403, 403, 403]);
    await app.db.sql('UPDATE care_assignment SET to_at = NULL WHERE staff_id = $1', [ellery.danaId]);
    expect((await list('', ellery.dana)).mayWrite).toBe(true);
  });
});
