import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  homeworkTemplates,
  joinParts,
  partsByPrivacy,
  requiredKeys,
  type HomeworkTemplate,
} from '@trellis/domain';
import { misfits, wholeAnswers } from '@trellis/fixtures';
import { arrangeCase, type ArrangedCase } from '../arrange-case.js';
import { testApp, type TestApp } from '../test-app.js';

interface Given {
  readonly id: string;
  readonly version: number;
}

const rows = homeworkTemplates.map((template) => [template.code, template] as const);
/** Opens once the therapist has settled what it asks for; by itself it stays closed. */
const settled: Readonly<Record<string, readonly string[]>> = {
  R07: ['acute_risk', 'no_support_that_evening', 'legal_question_open'],
};

/** Written for the author alone, whole or in these answers; in every other exercise the own therapist reads all of it. */
const alone: Readonly<Record<string, 'all' | readonly string[]>> = {
  ...{ R01: ['left_out'], R02: 'all', R10: ['defense'], B02: 'all' },
  ...{ B15: ['part_set_aside', 'small_act'], B17: 'all' },
};
/** Done only with what the clinical brief asks beyond the answers: a therapist's look, or so many times in a week. */
const look = [{ rule: 'therapist_confirms', left: null }];
const onceMore = [{ rule: 'per_week', left: 1 }];
/** One urge that was written down is not yet the review of the week. */
const review = [{ rule: 'rows', left: 2 }];
const beyond: Readonly<Record<string, readonly object[]>> = {
  ...{ R06: look, R07: look, R09: look, B05: look, B09: look, R04: review, R10: onceMore, R13: onceMore },
};

describe('every exercise of one person', () => {
  let app: TestApp;
  let ellery: ArrangedCase;

  beforeAll(async () => {
    app = await testApp();
    ellery = await arrangeCase(app);
  });
  afterAll(async () => app.close());

  const stage = (now: number) =>
    app.db.sql('UPDATE couple SET stage = $2 WHERE id = $1', [ellery.coupleId, now]);
  const castOf = ({ track }: HomeworkTemplate) =>
    track === 'R'
      ? {
          person: ellery.rowan,
          personId: ellery.rowanId,
          own: ellery.mina,
          other: ellery.jo,
          partner: ellery.iris,
        }
      : {
          person: ellery.iris,
          personId: ellery.irisId,
          own: ellery.jo,
          other: ellery.mina,
          partner: ellery.rowan,
        };
  const assign = (template: HomeworkTemplate, days = 28) => {
    const { own, personId } = castOf(template);
    const confirmed = settled[template.code];
    if (confirmed !== undefined) {
      const item = { personId, templateCode: template.code, startsOn: '2025-01-06', days, confirmed };
      return own.call('post', 'homework-plans', { body: { coupleId: ellery.coupleId, items: [item] } });
    }
    return own.call('post', 'homework', {
      body: { personId, templateCode: template.code, startsOn: '2025-01-06', days },
    });
  };

  it.each(rows)('%s opens with its stage and not before', async (code, template) => {
    await stage(1);
    const early = await assign(template);
    const open = template.stages.includes(1);
    expect([early.status, early.body.code]).toEqual(open ? [201, undefined] : [409, 'homework_locked']);
    if (open) return;
    expect(early.body.facts).toEqual({ causes: ['stage'] });
    await stage(2);
    expect((await assign(template)).status).toBe(201);
  });

  it.each(rows)(
    '%s is filled in, refused where it does not fit, handed in, read and reviewed',
    async (code, template) => {
      const { person, own, other, partner } = castOf(template);
      const today = (await person.call('get', 'homework/today')).body as {
        tasks: (Given & { templateCode: string })[];
      };
      const task = today.tasks.find(({ templateCode }) => templateCode === code);
      expect(task).toBeDefined();
      const at = `homework/${task!.id}`;
      const seen = await person.call('get', at);
      expect(seen.body).toMatchObject({ title: template.title, purpose: template.purpose, template });
      let version = Number(seen.body.version);
      for (const [key, answers] of misfits(template)) {
        const refused = await person.call('put', `${at}/draft`, { body: { answers }, version });
        expect([refused.status, refused.body.code]).toEqual([400, 'homework_answers_invalid']);
        const { fields } = refused.body.facts as { fields: readonly { field: string }[] };
        expect(fields.map(({ field }) => field)).toEqual([key]);
      }
      const needed = requiredKeys(template.fields, {});
      if (needed.length > 0) {
        const empty = await person.call('post', `${at}/submission`, { body: { answers: {} }, version });
        expect([empty.status, empty.body.code]).toEqual([400, 'homework_answers_invalid']);
      }
      const answers = wholeAnswers(template);
      const saved = await person.call('put', `${at}/draft`, { body: { answers }, version });
      expect(saved.status).toBe(200);
      version = Number(saved.body.version);
      const handed = await person.call('post', `${at}/submission`, { body: { answers }, version });
      expect([handed.status, handed.body.state]).toEqual([200, 'submitted']);
      const { P0: secret = {}, ...told } = partsByPrivacy(template, answers);
      const read = await own.call('get', at);
      expect(read.body.answers).toEqual(joinParts(Object.values(told)));
      for (const key of Object.keys(secret)) expect(read.text).not.toContain(`Some words about ${key}.`);
      for (const asker of [other, partner]) expect((await asker.call('get', at)).status).toBe(404);
      const keptBack = alone[code] ?? [];
      const mayRead = Object.keys(answers).filter((key) => keptBack !== 'all' && !keptBack.includes(key));
      expect(Object.keys(read.body.answers as object).sort()).toEqual(mayRead.sort());
      expect(read.body.missing).toEqual(beyond[code] ?? []);
      const reviewed = await own.call('post', `${at}/review`, { version: Number(handed.body.version) });
      expect([reviewed.status, reviewed.body.state]).toEqual([200, 'reviewed']);
      expect((await person.call('get', at)).body.answers).toEqual(answers);
      const left = beyond[code] === look ? [] : (beyond[code] ?? []);
      expect((await own.call('get', at)).body.missing).toEqual(left);
    },
  );

  it('is done only with a promise that was closed (R16)', async () => {
    await stage(2);
    const handIn = async (code: string, startsOn: string, answers: object) => {
      const given = await ellery.mina.call('post', 'homework', {
        body: { personId: ellery.rowanId, templateCode: code, startsOn, days: 7 },
      });
      const [task] = given.body as unknown as Given[];
      const { version } = (await ellery.rowan.call('get', `homework/${task!.id}`)).body as {
        version: number;
      };
      const done = await ellery.rowan.call('post', `homework/${task!.id}/submission`, {
        ...{ body: { answers }, version },
      });
      expect(done.status).toBe(200);
      return ellery.mina.call('get', `homework/${task!.id}`);
    };
    const open = { promises: [{ promise: 'Home by six', by_when: '2025-02-12' }] };
    expect((await handIn('R16', '2025-02-10', open)).body.missing).toEqual([{ rule: 'rows_with', left: 1 }]);
  });
});
