import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { calmR01, steadyB01 } from '@trellis/fixtures';
import { arrangeCase, assignOne, type ArrangedCase } from '../arrange-case.js';
import { arrangeStaff, signedIn } from '../arrange.js';
import { notesOn, readNote, writeNote } from '../arrange-notes.js';
import { askedRelease } from '../arrange-release.js';
import { testApp, type TestApp } from '../test-app.js';

/** Marks put where a person's words go; none may be found anywhere but behind the seal. */
const canary = {
  draft: 'cnry-rowan-draft-1',
  own: 'cnry-rowan-own-2',
  shared: 'cnry-rowan-shared-3',
  partner: 'cnry-iris-shared-4',
  released: 'cnry-rowan-goal-5',
  note: 'cnry-mina-note-5',
  earlierNote: 'cnry-mina-note-6',
  emergency: 'cnry-ola-reason-7',
} as const;

describe('words at rest', () => {
  let app: TestApp;
  let ellery: ArrangedCase;
  let rowanTask: string;

  beforeAll(async () => {
    app = await testApp();
    ellery = await arrangeCase(app);
    rowanTask = await assignOne(ellery.mina, ellery.rowanId, 'R01');
    const irisTask = await assignOne(ellery.jo, ellery.irisId, 'B01');
    const draftTask = await assignOne(ellery.mina, ellery.rowanId, 'R01', '2025-01-07');
    const { rowan, iris } = ellery;
    await rowan.call('put', `homework/${draftTask}/draft`, {
      body: { answers: { left_out: canary.draft } },
      version: 1,
    });
    const answers = { ...calmR01, left_out: canary.own, feelings_own_word: canary.shared };
    const done = await rowan.call('post', `homework/${rowanTask}/submission`, {
      body: { answers },
      version: 1,
    });
    const alsoDone = await iris.call('post', `homework/${irisTask}/submission`, {
      body: { answers: { ...steadyB01, cared_by: canary.partner } },
      version: 1,
    });
    expect([done.status, alsoDone.status]).toEqual([200, 200]);
    const { taskId } = await askedRelease(ellery, '2025-01-13', { progress: 2, goal: canary.released });
    await rowan.call('post', `homework/${taskId}/revision`, {
      body: { answers: { progress: 3, goal: canary.released } },
      version: 2,
    });
    const olaId = await arrangeStaff(app, ellery.clinicId, 'therapist', 'Ola Brandt');
    const ola = await signedIn(app, ellery.clinicId, olaId, 'therapist');
    const emergency = { coupleName: 'Ellery', personName: 'Rowan', reason: canary.emergency };
    expect((await ola.call('post', 'break-glass', { body: emergency })).status).toBe(201);
    const noteId = await writeNote(ellery.mina, ellery.coupleId, canary.earlierNote);
    const at = `${notesOn(ellery.coupleId)}/${noteId}`;
    await ellery.mina.call('put', at, { body: { text: canary.note }, version: 1 });
    expect((await readNote(ellery.mina, ellery.coupleId, noteId)).text).toBe(canary.note);
  });
  afterAll(async () => app.close());

  it('M4: stand in no column of any table, in no schema, in readable form', async () => {
    const tables = await app.db.sql<{ name: string }>(`
      SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema')`);
    expect(tables.length).toBeGreaterThan(25);
    for (const { name } of tables) {
      const rows = await app.db.sql<{ text: string }>(`SELECT t::text AS text FROM ${name} t`);
      for (const mark of Object.values(canary)) {
        const hex = Buffer.from(mark).toString('hex');
        const found = rows.filter((row) => row.text.includes(mark) || row.text.includes(hex));
        expect({ name, mark, found: found.length }).toEqual({ name, mark, found: 0 });
      }
    }
  });

  it('M4: stand in no file of the data folder', () => {
    const files = readdirSync(app.dataDir, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    for (const file of files) {
      const text = readFileSync(join(file.parentPath, file.name), 'latin1');
      for (const mark of Object.values(canary)) expect(text).not.toContain(mark);
    }
  });

  it('reach their readers and nobody else through any list or page', async () => {
    const pages = [
      'caseload',
      'couples/colleagues',
      `couples/${ellery.coupleId}`,
      `homework?coupleId=${ellery.coupleId}`,
      `homework/${rowanTask}`,
      `predictors/${ellery.coupleId}`,
      `disclosure/${ellery.coupleId}`,
      notesOn(ellery.coupleId),
      'psychotherapy-notes',
    ];
    const seenBy = async (client: ArrangedCase['mina']): Promise<string> => {
      const answers = [];
      for (const page of pages) answers.push(JSON.stringify((await client.call('get', page)).body));
      return answers.join('\n');
    };
    expect(marksIn(await seenBy(ellery.mina))).toEqual([canary.shared]);
    expect(marksIn(await seenBy(ellery.jo))).toEqual([]);
    expect(marksIn(await seenBy(ellery.dana))).toEqual([]);
  });

  it('never reach the other person of the couple', async () => {
    const answers = [];
    for (const page of [
      'session',
      'homework/today',
      'homework/record',
      `homework/${rowanTask}`,
      'predictors/current',
      'shared',
    ]) {
      answers.push(JSON.stringify((await ellery.iris.call('get', page)).body));
    }
    expect(marksIn(answers.join('\n'))).toEqual([]);
  });

  it('stay with their readers when row-level security is taken away', async () => {
    await app.db.sql('ALTER TABLE homework_answer DISABLE ROW LEVEL SECURITY');
    const own = await ellery.mina.call('get', `homework/${rowanTask}`);
    const others = await ellery.jo.call('get', `homework/${rowanTask}`);
    await app.db.sql('ALTER TABLE homework_answer ENABLE ROW LEVEL SECURITY');
    expect([own.status, marksIn(JSON.stringify(own.body))]).toEqual([200, [canary.shared]]);
    expect([others.status, others.body.code]).toEqual([404, 'not_found']);
  });
});

function marksIn(text: string): string[] {
  return Object.values(canary).filter((mark) => text.includes(mark));
}
