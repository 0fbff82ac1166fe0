import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  asClinicId,
  asPersonId,
  asTaskId,
  validateAnswers,
  type Answers,
  type CleanAnswers,
  type Field,
  type HomeworkTemplate,
  templateOf,
} from '@trellis/domain';
import { arrangeCase, assignOne, firstMonday, type ArrangedCase } from '../../test/arrange-case.js';
import { testApp, type TestApp } from '../../test/test-app.js';
import { PersonAccess } from '../access/person-access.js';
import { staffViewer, personViewer } from '../access/viewers.js';
import { CaseAccess } from '../access/case-access.js';
import { withContext, type Actor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AnswerWords } from './answer-words.js';
import { OwnTaskRepository } from './own-task.repository.js';
import { CaseHomeworkRepository } from './case-homework.repository.js';

const line = (key: string, changes: Partial<Field> = {}): Field => ({
  ...{ key, kind: 'line', label: { en: key, es: key }, required: false },
  ...changes,
});

/** Rows whose columns lie under three levels. */
const mixed: HomeworkTemplate = {
  ...templateOf('R01')!,
  privacy: 'P3',
  fields: [
    line('open'),
    line('rows', {
      kind: 'list',
      rows: [line('said'), line('felt', { privacy: 'P1' }), line('kept', { privacy: 'P0' })],
    }),
  ],
};
const written: Answers = {
  open: 'told',
  rows: [{ said: 's1', felt: 'f1', kept: 'k1' }, { said: 's2' }, { felt: 'f3', kept: 'k3' }],
};

describe('words that lie under several levels', () => {
  let app: TestApp;
  let ellery: ArrangedCase;
  let taskId: string;
  let rowan: Actor;
  let mina: Actor;

  const as = async <T>(actor: Actor, act: () => Promise<T>): Promise<T> =>
    withContext({ correlationId: randomUUID(), surface: 'home', actor }, async () =>
      app.app.get(UnitOfWork).run(act),
    );

  beforeAll(async () => {
    app = await testApp();
    ellery = await arrangeCase(app);
    taskId = await assignOne(ellery.mina, ellery.rowanId, 'R01');
    rowan = { clinicId: asClinicId(ellery.clinicId), id: ellery.rowanId, role: 'client' };
    mina = { clinicId: asClinicId(ellery.clinicId), id: ellery.minaId, role: 'therapist' };
    const [words, own, tasks] = [
      app.app.get(AnswerWords),
      app.app.get(PersonAccess),
      app.app.get(OwnTaskRepository),
    ];
    await as(rowan, async () => {
      const grant = await own.require();
      const task = (await tasks.byId(grant, asTaskId(taskId)))!;
      const clean = validateAnswers(mixed, written, 'submit');
      await words.submit(
        grant.clinicId,
        task,
        mixed,
        clean.ok ? clean.value : ({} as CleanAnswers),
        firstMonday,
      );
    });
  });
  afterAll(async () => app.close());

  it('are sealed once for each level', async () => {
    const rows = await app.db.sql(
      'SELECT privacy, field_count, person_id FROM homework_answer WHERE task_id = $1 ORDER BY privacy',
      [taskId],
    );
    const of = { person_id: asPersonId(ellery.rowanId) };
    expect(rows).toEqual([
      { privacy: 'P0', field_count: 1, ...of },
      { privacy: 'P1', field_count: 1, ...of },
      { privacy: 'P3', field_count: 2, ...of },
    ]);
  });

  it('come back to the author whole, every cell in its row', async () => {
    const read = await as(rowan, async () => {
      const grant = await app.app.get(PersonAccess).require();
      const task = (await app.app.get(OwnTaskRepository).byId(grant, asTaskId(taskId)))!;
      return app.app.get(AnswerWords).openSubmitted(personViewer(grant), grant.clinicId, task);
    });
    expect(read).toEqual({ answers: written, opened: true, releaseIds: [] });
  });

  it("come to the person's own therapist without what the author keeps", async () => {
    const read = await as(mina, async () => {
      const grant = await app.app.get(CaseAccess).require('homework.read', ellery.coupleId);
      const [task] = await app.app.get(CaseHomeworkRepository).byIds(grant, [taskId]);
      return app.app.get(AnswerWords).openSubmitted(staffViewer(grant), grant.clinicId, task!);
    });
    const rows = [{ said: 's1', felt: 'f1' }, { said: 's2' }, { felt: 'f3' }];
    expect(read.answers).toEqual({ open: 'told', rows });
  });
});
