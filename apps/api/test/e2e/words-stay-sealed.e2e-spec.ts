import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OwnQuestionView } from '@trellis/contracts';
import type { HomeworkTemplate } from '@trellis/domain';
import { calmR01, steadyB01, wholeAnswers } from '@trellis/fixtures';
import { timeAfter } from '../arrange-aftercare.js';
import { arrangeCase, assignOne, type ArrangedCase } from '../arrange-case.js';
import { arrangeStaff, signedIn } from '../arrange.js';
import { askedAboutFear, assignJointly, halfToday } from '../arrange-joint.js';
import { ask, layDown, ownQuestions } from '../arrange-letters.js';
import { keepProgressNotes, progressNotesOn } from '../arrange-progress-notes.js';
import { documentOf, keepDocument } from '../arrange-document.js';
import { notesOn, readNote, writeNote } from '../arrange-notes.js';
import { readinessOf } from '../arrange-readiness.js';
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
  finding: 'cnry-mina-finding-r1',
  evidence: 'cnry-mina-evidence-r2',
  exception: 'cnry-mina-exception-r3',
  document: 'cnry-rowan-document-8',
  inventory: 'cnry-rowan-inventory-9',
  comment: 'cnry-mina-comment-10',
  question: 'cnry-iris-question-8',
  why: 'cnry-iris-why-9',
  fear: 'cnry-iris-fear-10',
  advice: 'cnry-jo-advice-11',
  letter: 'cnry-iris-letter-12',
  remark: 'cnry-jo-remark-13',
  check: 'cnry-rowan-check-21',
  leftOut: 'cnry-rowan-left-out-22',
  slip: 'cnry-rowan-slip-23',
  feedback: 'cnry-mina-feedback-24',
  supportPlan: 'cnry-iris-plan-20',
  gateNote: 'cnry-mina-gate-24',
  gateReason: 'cnry-jo-gate-25',
  joint: 'cnry-rowan-joint-26',
  jointRating: 'cnry-iris-joint-27',
  progressNote: 'cnry-mina-progress-28',
  progressAmendment: 'cnry-mina-progress-29',
  progressRemark: 'cnry-ola-progress-30',
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
    const answered = await ellery.mina.call('post', `feedback/${rowanTask}`, {
      ...{ body: { words: canary.feedback, askAgain: false }, version: 2 },
    });
    expect(answered.status).toBe(200);
    const olaId = await arrangeStaff(app, ellery.clinicId, 'therapist', 'Ola Brandt');
    const ola = await signedIn(app, ellery.clinicId, olaId, 'therapist');
    const emergency = { coupleName: 'Ellery', personName: 'Rowan', reason: canary.emergency };
    expect((await ola.call('post', 'break-glass', { body: emergency })).status).toBe(201);
    await writeTogether(app, ellery);
    await writeQuestionAndLetter(app, ellery);
    const planned = await iris.call('put', 'disclosure-session/plans/A', {
      ...{ body: { lines: [{ line: 'sleep', text: canary.supportPlan }] }, version: 0 },
    });
    expect(planned.status).toBe(200);
    const noteId = await writeNote(ellery.mina, ellery.coupleId, canary.earlierNote);
    const at = `${notesOn(ellery.coupleId)}/${noteId}`;
    await ellery.mina.call('put', at, { body: { text: canary.note }, version: 1 });
    expect((await readNote(ellery.mina, ellery.coupleId, noteId)).text).toBe(canary.note);
    await noteProgress(app, ellery);
    await putReadinessOnRecord(ellery);
    await closeGate(app, ellery);
    await keepDocument(app, ellery, canary);
    const theirs = await arrangeCase(app);
    const after = await timeAfter(app, theirs, canary);
    const opened = await theirs.mina.call('get', `slips/${theirs.coupleId}/${after.slipId}`);
    expect(opened.body).toEqual({ words: canary.slip });
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
      readinessOf(ellery.coupleId),
      `stage-gates/${ellery.coupleId}`,
      notesOn(ellery.coupleId),
      'psychotherapy-notes',
      progressNotesOn(ellery.coupleId),
      'progress-notes/due',
      documentOf(ellery.coupleId),
      `${documentOf(ellery.coupleId)}/custody`,
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
      'disclosure-document',
      'disclosure-document/inventory',
      'disclosure-document/versions/1',
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

/** A finding with a note, a mark with evidence, and an exception with its reason, all on Rowan's side. */
async function putReadinessOnRecord(ours: ArrangedCase): Promise<void> {
  const at = readinessOf(ours.coupleId);
  const findings = [{ condition: 'life_event', present: true }];
  const calls = [
    [`${at}/assessments`, { side: 'RP', on: '2025-01-06', findings, note: canary.finding }, undefined],
    [`${at}/items/R8`, { status: 'met', evidence: canary.evidence }, 0],
    [`${at}/items/R5`, { status: 'not_applicable', reason: canary.exception }, 0],
  ] as const;
  for (const [path, body, version] of calls) {
    const done = await ours.mina.call('post', path, { body, ...(version === undefined ? {} : { version }) });
    expect(done.status).toBe(200);
  }
}

/** A note with an amendment, and the remark with which a supervisor gave it back. */
async function noteProgress(app: TestApp, ours: ArrangedCase): Promise<void> {
  const id = await arrangeStaff(app, ours.clinicId, 'supervisor', 'Ola Lind');
  await keepProgressNotes(app, ours, id, await signedIn(app, ours.clinicId, id, 'supervisor'), {
    ...{ part: canary.progressNote, amendment: canary.progressAmendment, remark: canary.progressRemark },
  });
}

function marksIn(text: string): string[] {
  return Object.values(canary).filter((mark) => text.includes(mark));
}

/** Both halves of one exercise, open; read by both and their therapists, and found in no table. */
async function writeTogether(app: TestApp, ours: ArrangedCase): Promise<void> {
  await askedAboutFear(app, ours);
  expect((await assignJointly(ours.dana, ours.coupleId, 'C10')).status).toBe(201);
  for (const [person, mark] of [
    [ours.rowan, canary.joint],
    [ours.iris, canary.jointRating],
  ] as const) {
    const id = await halfToday(person, 'C10');
    const { body } = await person.call('get', `homework/${id}`);
    const answers = { ...wholeAnswers(body.template as HomeworkTemplate), my_view: mark };
    const sent = { body: { answers }, version: Number(body.version) };
    expect((await person.call('post', `homework/${id}/submission`, sent)).status).toBe(200);
  }
  const { body } = await ours.dana.call('get', `joint-work?coupleId=${ours.coupleId}`);
  // The next one of its kind is on the list already, in no order against the one that was done today.
  const works = body.work as readonly { id: string; revealedAt: string | null }[];
  const open = works.filter(({ revealedAt }) => revealedAt !== null);
  expect(open).toHaveLength(1);
  const read = (await ours.dana.call('get', `joint-work/${open[0]?.id ?? ''}`)).text;
  expect(marksIn(read)).toEqual([canary.joint, canary.jointRating]);
}

/** A question with what its author's therapist says to it, and a letter with a comment. */
async function writeQuestionAndLetter(
  { db }: TestApp,
  { iris, jo, mina, coupleId }: ArrangedCase,
): Promise<void> {
  await ask(iris, { question: canary.question, reason: canary.why, fear: canary.fear });
  const { questions } = await ownQuestions(iris);
  const [{ id, version }] = questions as [OwnQuestionView];
  await jo.call('post', `questions/${coupleId}/${id}/look`, { body: { advice: canary.advice }, version });
  await mina.call('post', `disclosure/${coupleId}`);
  await db.sql("UPDATE disclosure_process SET state = 'AFTERCARE' WHERE couple_id = $1", [coupleId]);
  const letter = await layDown(iris, 'impact', { lost: canary.letter });
  const comment = { id: randomUUID(), revision: 1, text: canary.remark };
  const said = await jo.call('post', `letters/${coupleId}/${letter}/comments`, { body: comment });
  expect(said.status).toBe(201);
  expect((await ownQuestions(iris)).questions[0]?.advice).toBe(canary.advice);
}

/** A note behind a fact, and the reason for a way back; each is read by its own side alone. */
async function closeGate(
  app: TestApp,
  { clinicId, coupleId, minaId, mina, jo }: ArrangedCase,
): Promise<void> {
  const page = `stage-gates/${coupleId}`;
  const fact = { kind: 'safety_statement', side: 'RP', outcome: 'none_known', on: '2025-01-06' };
  const noted = await mina.call('post', `${page}/facts`, { body: { ...fact, note: canary.gateNote } });
  const [{ id: factId }] = (noted.body as { facts: [{ id: string }] }).facts;
  expect((await mina.call('get', `${page}/facts/${factId}`)).body).toEqual({ words: canary.gateNote });
  expect((await jo.call('get', `${page}/facts/${factId}`)).status).toBe(404);
  const gateId = randomUUID();
  await app.db.sql('UPDATE couple SET stage = 2 WHERE id = $1', [coupleId]);
  await app.db.sql("INSERT INTO stage_gate VALUES ($1, $2, $3, 2, now(), $4, 180, '2025-07-01')", [
    ...[clinicId, gateId, coupleId, minaId],
  ]);
  const back = { to: 1, side: 'BP', reason: canary.gateReason };
  expect((await jo.call('post', `${page}/back`, { body: back })).status).toBe(200);
  expect((await jo.call('get', `${page}/reasons/${gateId}`)).body).toEqual({ words: canary.gateReason });
}
