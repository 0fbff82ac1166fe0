import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { asClinicId } from '@trellis/domain';
import type { Response } from 'supertest';
import type { ActorRole } from '../../src/platform/context/request-context.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { arrangeCase, type ArrangedCase } from '../arrange-case.js';
import {
  arrangeAftercare,
  ask,
  layDown,
  lettersOf,
  lookThrough,
  mark,
  question,
  questionsOf,
  released,
  statementsOf,
} from '../arrange-letters.js';
import { bare } from '../arrange-release.js';
import { arrangeStaff, signedIn } from '../arrange.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

const tables = [
  'question_list', 'disclosure_question', 'question_advice', 'question_answer', 'information_wish', 'letter',
  'letter_text', 'letter_comment', 'letter_mark', 'letter_reading', 'letter_agreement',
] as const; // prettier-ignore

const countOf = ({ body }: Response): number => (body.questions as unknown[]).length;

describe('the walls around questions and letters', () => {
  let app: TestApp;
  let ours: ArrangedCase;

  beforeAll(async () => {
    app = await testApp();
  });
  beforeEach(async () => {
    ours = await arrangeAftercare(app);
  });
  afterAll(async () => app.close());

  async function rowsSeen(id: string, role: ActorRole): Promise<Record<string, number>> {
    const work = app.app.get(UnitOfWork);
    return work.run(
      async () => {
        const counts: Record<string, number> = {};
        for (const table of tables) {
          const seen = await work.rows(`SELECT 1 FROM ${table} WHERE couple_id = $1`, [ours.coupleId]);
          if (seen.length > 0) counts[table] = seen.length;
        }
        return counts;
      },
      { clinicId: asClinicId(ours.clinicId), id, role },
    );
  }

  /** Everything a person of a couple can ask of the two areas. */
  const askedAtHome = (by: TestClient, id: string) => [
    () => by.call('get', 'questions'),
    () => by.call('get', 'questions/received'),
    () => by.call('get', 'letters'),
    () => by.call('get', 'letters/listening'),
    () => by.call('get', 'disclosure'),
    () => by.call('get', `letters/${id}`),
    () => by.call('put', `questions/${id}`, { body: question, version: 1 }),
    () => by.call('post', `questions/${id}/withdrawal`, { version: 1 }),
    () => by.call('put', `letters/${id}/draft`, { body: { sections: {} }, version: 1 }),
    () => by.call('post', `letters/${id}/revisions`, { body: { sections: {} }, version: 1 }),
    () => by.call('post', `letters/${id}/release`, { version: 1 }),
    () => by.call('post', `letters/${id}/revocation`),
    () => by.call('post', `letters/${id}/seal`, { version: 1 }),
    () => by.call('post', `letters/${id}/agreement`, { body: { agree: true } }),
  ];

  it('C-3, C-11 answer the other person, before anything goes over, as though there were nothing: bytes and statements', async () => {
    const answersOf = async (by: TestClient, id: string): Promise<[string, number][]> => {
      const answers: [string, number][] = [];
      for (const act of askedAtHome(by, id)) {
        let said = '';
        const sent = await statementsOf(async () => {
          said = bare(await act());
        });
        answers.push([said.replaceAll(id, 'id'), sent]);
      }
      return answers;
    };
    await answersOf(ours.rowan, randomUUID());
    const nothing = await answersOf(ours.rowan, randomUUID());
    const questionId = await ask(ours.iris);
    await lookThrough(ours);
    await ours.iris.call('put', 'questions/wishes/money', { body: { wish: 'do_not_tell_me' }, version: 0 });
    const letterId = await layDown(ours.iris, 'impact');
    await mark(ours.jo, ours.coupleId, 'impact_wanted');
    await mark(ours.jo, ours.coupleId, 'impact_approved');
    await ours.jo.call('post', `${lettersOf(ours.coupleId)}/${letterId}/comments`, {
      body: { id: randomUUID(), revision: 1, text: 'cnry-comment' },
    });
    expect(await answersOf(ours.rowan, letterId)).toEqual(nothing);
    expect(await answersOf(ours.rowan, questionId)).toEqual(nothing);
    expect(await rowsSeen(ours.rowanId, 'client')).toEqual({});
    // What goes to therapists stays with them.
    await ours.iris.call('post', 'questions/release');
    await ours.iris.call('post', `letters/${letterId}/release`, { version: 2 });
    expect(await answersOf(ours.rowan, letterId)).toEqual(nothing);
    expect(await answersOf(ours.rowan, questionId)).toEqual(nothing);
    expect(await rowsSeen(ours.rowanId, 'client')).toEqual({});
  });

  it('C-3 answer the partner about the restitution letter in the same way', async () => {
    await app.db.sql("UPDATE disclosure_process SET state = 'RESTITUTION_PREP' WHERE couple_id = $1", [
      ours.coupleId,
    ]);
    const unknown = [];
    for (const act of askedAtHome(ours.iris, randomUUID())) unknown.push(bare(await act()));
    const id = await layDown(ours.rowan, 'restitution');
    await ours.rowan.call('post', `letters/${id}/release`, { version: 2 });
    const asked = [];
    for (const act of askedAtHome(ours.iris, id)) asked.push(bare(await act()));
    expect(asked).toEqual(unknown);
    expect(await rowsSeen(ours.irisId, 'client')).toEqual({});
  });

  it('show the therapist of the other side nothing before the release, not even in tables', async () => {
    await ask(ours.iris);
    await lookThrough(ours);
    await ours.iris.call('put', 'questions/wishes/money', { body: { wish: 'do_not_tell_me' }, version: 0 });
    const id = await layDown(ours.iris, 'impact');
    await mark(ours.jo, ours.coupleId, 'impact_approved');
    for (const [staffId, by] of [
      [ours.minaId, ours.mina],
      [ours.danaId, ours.dana],
    ] as const) {
      expect(await rowsSeen(staffId, 'therapist')).toEqual({});
      expect((await by.call('get', questionsOf(ours.coupleId))).body).toMatchObject({
        ...{ questions: [], wishes: [], releasedAt: null, unanswered: [] },
      });
      expect((await by.call('get', lettersOf(ours.coupleId))).body.letters).toEqual([]);
      const unknown = bare(await by.call('get', `${lettersOf(ours.coupleId)}/${randomUUID()}`));
      expect(bare(await by.call('get', `${lettersOf(ours.coupleId)}/${id}`))).toBe(unknown);
    }
  });

  it('C-7, C-11 are not there for another clinic, the office, a therapist outside, a person at the wrong door, or nobody', async () => {
    const questionId = await released(ours);
    const letterId = await layDown(ours.iris, 'impact');
    const theirs = await arrangeCase(app);
    const adminId = await arrangeStaff(app, ours.clinicId, 'clinic_admin', 'Ada Field');
    const ownerId = await arrangeStaff(app, ours.clinicId, 'owner', 'Olive Hart');
    const kimId = await arrangeStaff(app, ours.clinicId, 'therapist', 'Kim Osei');
    const askers: readonly TestClient[] = [
      theirs.mina,
      await signedIn(app, ours.clinicId, adminId, 'clinic_admin'),
      await signedIn(app, ours.clinicId, ownerId, 'owner'),
      await signedIn(app, ours.clinicId, kimId, 'therapist'),
    ];
    const look = { body: { advice: '' }, version: 1 };
    const given = { body: { given: true, checks: [] }, version: 0 };
    const comment = { body: { id: randomUUID(), revision: 1, text: 'x' } };
    const answer = { body: { outcome: 'answered', reasonDiscussed: false }, version: 0 };
    const acts = (by: TestClient, couple: string, q: string, l: string) => [
      by.call('get', questionsOf(couple)),
      by.call('post', `${questionsOf(couple)}/passing-on`, { version: 1 }),
      by.call('post', `${questionsOf(couple)}/${q}/look`, look),
      by.call('post', `${questionsOf(couple)}/${q}/opening`, { version: 1 }),
      by.call('put', `${questionsOf(couple)}/${q}/answer`, answer),
      by.call('get', lettersOf(couple)),
      by.call('get', `${lettersOf(couple)}/${l}`),
      by.call('get', `${lettersOf(couple)}/${l}/revisions/1`),
      by.call('post', `${lettersOf(couple)}/${l}/comments`, comment),
      by.call('put', `${lettersOf(couple)}/marks/impact_wanted`, given),
      by.call('post', `${lettersOf(couple)}/readings/impact/start`),
      by.call('post', `${lettersOf(couple)}/readings/impact/end`),
      by.call('post', `${lettersOf(couple)}/readings/impact/delivery`, { version: 1 }),
    ];
    for (const by of askers) {
      const nothing = (await Promise.all(acts(by, randomUUID(), randomUUID(), randomUUID()))).map(bare);
      expect((await Promise.all(acts(by, ours.coupleId, questionId, letterId))).map(bare)).toEqual(nothing);
      expect(nothing.every((said) => said.includes('"status":404'))).toBe(true);
    }
    for (const person of [ours.rowan, ours.iris])
      for (const path of [questionsOf(ours.coupleId), lettersOf(ours.coupleId)])
        expect((await person.raw('get', `/api/clinic/${path}`)).status).toBe(404);
    const nobody = app.client('home');
    for (const path of ['questions', 'questions/received', 'letters', `letters/${letterId}`])
      expect((await nobody.call('get', path)).status).toBe(401);
    for (const [id, role] of [
      [adminId, 'clinic_admin'],
      [ownerId, 'owner'],
      [kimId, 'therapist'],
    ] as const)
      expect(await rowsSeen(id, role)).toEqual({});
  });

  it('hold in code when row-level security is taken away', async () => {
    const questionId = await ask(ours.iris);
    await lookThrough(ours);
    const letterId = await layDown(ours.iris, 'impact');
    for (const table of [...tables, 'data_key'])
      await app.db.sql(`ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`);
    const answers = [
      await ours.mina.call('get', questionsOf(ours.coupleId)),
      await ours.rowan.call('get', 'questions/received'),
      await ours.mina.call('get', `${lettersOf(ours.coupleId)}/${letterId}`),
      await ours.rowan.call('get', `letters/${letterId}`),
      await ours.rowan.call('get', 'letters/listening'),
      await ours.rowan.call('get', 'letters'),
      await ours.rowan.call('post', `letters/${letterId}/agreement`, { body: { agree: true } }),
      await ours.mina.call('post', `${questionsOf(ours.coupleId)}/${questionId}/look`, { body: { advice: '' }, version: 2 }),
    ]; // prettier-ignore
    for (const table of [...tables, 'data_key'])
      await app.db.sql(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
    for (const { text } of answers) expect(text).not.toMatch(/cnry/);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 404, 404, 404, 200, 404, 404]);
    expect([answers[0]?.body.questions, answers[1]?.body.questions, answers[5]?.body.heard]).toEqual([
      [],
      [],
      [],
    ]);
  });

  it('hold in the database whatever the code asks for', async () => {
    const id = await released(ours);
    const as = (actor: string, role: ActorRole, text: string, values: unknown[] = [id]) => {
      const work = app.app.get(UnitOfWork);
      return work.run(async () => work.change(text, values), {
        ...{ clinicId: asClinicId(ours.clinicId), id: actor, role },
      });
    };
    const edit = "UPDATE disclosure_question SET words_sealed = '\\x00', version = version + 1 WHERE id = $1";
    await expect(as(ours.irisId, 'client', edit)).rejects.toThrow('own therapist');
    await expect(as(ours.joId, 'therapist', edit)).rejects.toThrow('author');
    const open = 'UPDATE disclosure_question SET edit_open = true WHERE id = $1';
    await expect(as(ours.irisId, 'client', open)).rejects.toThrow('own therapist');
    expect(await as(ours.minaId, 'therapist', open)).toBe(0);
    const letterId = await layDown(ours.iris, 'impact');
    const revise = "UPDATE letter_text SET sealed = '\\x00' WHERE letter_id = $1 AND revision = 1";
    expect(await as(ours.irisId, 'client', revise, [letterId])).toBe(0);
    await expect(
      as(ours.irisId, 'client', 'DELETE FROM letter_text WHERE letter_id = $1', [letterId]),
    ).rejects.toThrow('permission denied');
    const agreed = `INSERT INTO letter_agreement SELECT l.clinic_id, l.id, 'BP', l.couple_id, l.person_id, now()
      FROM letter l WHERE l.id = $1`;
    await expect(as(ours.irisId, 'client', agreed, [letterId])).rejects.toThrow('row-level security');
    const destroy = 'UPDATE letter SET destroyed_at = now() WHERE id = $1';
    await expect(as(ours.irisId, 'client', destroy, [letterId])).rejects.toThrow('permission denied');
    const [end] = await app.app
      .get(UnitOfWork)
      .run(
        async () => app.app.get(UnitOfWork).rows('SELECT app.destroy_letter($1, now()) AS gone', [letterId]),
        { clinicId: asClinicId(ours.clinicId), id: ours.irisId, role: 'client' },
      );
    expect(end).toEqual({ gone: false });
  });

  it('C-6 stop everything that went over when the process is stopped or the couple separates', async () => {
    const letterId = await layDown(ours.iris, 'impact');
    await ours.iris.call('post', `letters/${letterId}/release`, { version: 2 });
    await released(ours);
    const list = await ours.mina.call('get', questionsOf(ours.coupleId));
    await ours.mina.call('post', `${questionsOf(ours.coupleId)}/passing-on`, {
      version: list.body.listVersion,
    });
    const open = async (): Promise<number[]> => [
      (await ours.mina.call('get', `${lettersOf(ours.coupleId)}/${letterId}`)).status,
      countOf(await ours.mina.call('get', questionsOf(ours.coupleId))),
      countOf(await ours.rowan.call('get', 'questions/received')),
    ];
    expect(await open()).toEqual([200, 1, 1]);
    await app.db.sql("UPDATE disclosure_process SET state = 'STOPPED' WHERE couple_id = $1", [ours.coupleId]);
    expect(await open()).toEqual([404, 0, 0]);
    await app.db.sql("UPDATE disclosure_process SET state = 'AFTERCARE' WHERE couple_id = $1", [
      ours.coupleId,
    ]);
    await app.db.sql("UPDATE couple SET status = 'separated' WHERE id = $1", [ours.coupleId]);
    expect(await open()).toEqual([404, 0, 0]);
  });
});
