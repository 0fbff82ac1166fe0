import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { arrangeCase, assignOne, type ArrangedCase } from '../arrange-case.js';
import { notesOn, readNote, writeNote } from '../arrange-notes.js';
import { newCouple } from '../arrange.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

describe('the keys of psychotherapy notes', () => {
  let app: TestApp;
  let ellery: ArrangedCase;
  let otherCouple: string;
  /** Two of one author on one couple, one of the same author on another couple, one of another author. */
  let notes: { readonly id: string; readonly by: TestClient; readonly coupleId: string }[];

  beforeAll(async () => {
    app = await testApp();
    ellery = await arrangeCase(app);
    const { mina, jo, coupleId, minaId } = ellery;
    const added = await mina.call('post', 'couples', { body: newCouple(minaId, { name: 'Okafor' }) });
    otherCouple = String(added.body.id);
    notes = [];
    for (const [by, couple] of [
      [mina, coupleId],
      [mina, coupleId],
      [mina, otherCouple],
      [jo, coupleId],
    ] as const)
      notes.push({
        id: await writeNote(by, couple, `words of note ${String(notes.length)}`),
        by,
        coupleId: couple,
      });
  });
  afterAll(async () => app.close());

  const sealedOf = async (noteId: string): Promise<Buffer> => {
    const [row] = await app.db.sql<{ sealed: Buffer }>(
      'SELECT sealed FROM psychotherapy_note_text WHERE note_id = $1',
      [noteId],
    );
    if (row === undefined) throw new Error('no text');
    return row.sealed;
  };

  it('are one for each author and couple, apart from the keys of people and staff', async () => {
    const ids = new Set<string>();
    for (const { id } of notes) ids.add((await sealedOf(id)).subarray(1, 17).toString('hex'));
    const keys = await app.db.sql<{ id: string }>(
      "SELECT replace(id::text, '-', '') AS id FROM data_key WHERE kind = 'note'",
    );
    expect(ids.size).toBe(3);
    expect(new Set(keys.map(({ id }) => id))).toEqual(ids);
  });

  it('M12: open no text in the place of another, of the same author and couple, of another couple or author', async () => {
    let swaps = 0;
    for (const to of notes) {
      const own = await sealedOf(to.id);
      for (const from of notes.filter(({ id }) => id !== to.id)) {
        const sealed = await sealedOf(from.id);
        await app.db.sql('UPDATE psychotherapy_note_text SET sealed = $2 WHERE note_id = $1', [
          to.id,
          sealed,
        ]);
        const answer = await to.by.call('get', `${notesOn(to.coupleId)}/${to.id}`);
        await app.db.sql('UPDATE psychotherapy_note_text SET sealed = $2 WHERE note_id = $1', [to.id, own]);
        expect([answer.status, answer.text.includes('words of note')]).toEqual([500, false]);
        swaps += 1;
      }
      expect((await readNote(to.by, to.coupleId, to.id)).text).toContain('words of note');
    }
    expect(swaps).toBe(12);
  });

  it('M12: open nothing that was moved to homework, and nothing of homework', async () => {
    const { rowan, mina, rowanId, coupleId } = ellery;
    const task = await assignOne(mina, rowanId, 'R01');
    await rowan.call('put', `homework/${task}/draft`, {
      body: { answers: { left_out: 'words of homework' } },
      version: 1,
    });
    const [draft] = await app.db.sql<{ sealed: Buffer }>('SELECT sealed FROM homework_draft');
    const [note] = notes;
    if (note === undefined || draft === undefined) throw new Error('nothing to swap');
    const own = await sealedOf(note.id);
    await app.db.sql('UPDATE psychotherapy_note_text SET sealed = $2 WHERE note_id = $1', [
      note.id,
      draft.sealed,
    ]);
    await app.db.sql('UPDATE homework_draft SET sealed = $1', [own]);
    const answers = [
      await mina.call('get', `${notesOn(coupleId)}/${note.id}`),
      await rowan.call('get', `homework/${task}`),
    ];
    await app.db.sql('UPDATE psychotherapy_note_text SET sealed = $2 WHERE note_id = $1', [note.id, own]);
    for (const { status, text } of answers) expect([status, text.includes('words of')]).toEqual([500, false]);
  });

  it('M12: cannot be told to belong to another couple or author: the tables refuse', async () => {
    const [note] = notes;
    const refused = [
      ["UPDATE psychotherapy_note_text SET key_owner_id = gen_random_uuid() WHERE note_id = $1", /check constraint/],
      ['UPDATE psychotherapy_note_text SET author_id = gen_random_uuid() WHERE note_id = $1', /constraint/],
      ['UPDATE psychotherapy_note SET author_id = (SELECT id FROM staff_member WHERE id <> author_id LIMIT 1) WHERE id = $1', /foreign key/],
    ] as const; // prettier-ignore
    for (const [statement, message] of refused)
      await expect(app.db.sql(statement, [note?.id])).rejects.toThrow(message);
  });
});
