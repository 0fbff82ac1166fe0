import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { asClinicId, predictorCodes, predictors, type Rater } from '@trellis/domain';
import { onlyOneAnswered, ratingsOfSum } from '@trellis/fixtures';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { arrangeClinic, arrangeStaff, signedIn } from '../arrange.js';
import { arrangeCase, travel, type ArrangedCase } from '../arrange-case.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

const friday = new Date('2025-01-17T18:00:00Z');
const sunday = '2025-01-19';

/** All 25 answers of one rater, every predictor with the same sum. */
function sheet(rater: Rater, sum = 10): Record<string, unknown> {
  return Object.fromEntries(
    predictorCodes.flatMap((code) => Object.entries(ratingsOfSum(predictors[code].items[rater], sum))),
  );
}

describe('giving a rating', () => {
  let app: TestApp;
  let ellery: ArrangedCase;

  beforeAll(async () => {
    app = await testApp();
  });
  beforeEach(async () => {
    ellery = await arrangeCase(app);
    travel(app, friday);
  });
  afterAll(async () => app.close());

  const give = (by: TestClient, answers: object, windowEndsOn = sunday, key: string = randomUUID()) =>
    by.call('post', 'predictors/current', { body: { windowEndsOn, answers }, key });

  it.each([
    ['2025-01-16T05:59:59.999Z', false],
    ['2025-01-16T06:00:00.000Z', true],
    ['2025-01-20T05:59:59.999Z', true],
    ['2025-01-20T06:00:00.000Z', false],
  ])('takes answers from Thursday to Sunday on the couple’s clock: at %s %s', async (instant, open) => {
    travel(app, new Date(instant));
    const current = await ellery.rowan.call('get', 'predictors/current');
    const given = await give(ellery.rowan, sheet('R'));
    const window = {
      windowEndsOn: sunday,
      opensAt: '2025-01-16T06:00:00.000Z',
      closesAt: '2025-01-20T05:59:59.000Z',
    };
    expect(current.status).toBe(200);
    if (open) {
      expect(current.body).toEqual({ ...window, answered: false });
      expect(given.body).toEqual({ ...window, answered: true });
    } else {
      expect(current.body?.windowEndsOn).toBeUndefined();
      expect([given.status, given.body.code]).toEqual([409, 'rating_window_closed']);
    }
  });

  it('shows the open window on Today until it is answered', async () => {
    const today = async (): Promise<unknown> => (await ellery.iris.call('get', 'homework/today')).body.rating;
    expect(await today()).toEqual({ windowEndsOn: sunday, closesAt: '2025-01-20T05:59:59.000Z' });
    await give(ellery.iris, sheet('B'));
    expect(await today()).toBeNull();
  });

  it('counts once: a repeat gets the same answer, a second one is refused', async () => {
    const first = await give(ellery.rowan, sheet('R'), sunday, 'rating-key-1');
    const replay = await give(ellery.rowan, sheet('R'), sunday, 'rating-key-1');
    const second = await give(ellery.rowan, sheet('R', 20));
    expect([replay.status, replay.text]).toEqual([first.status, first.text]);
    expect([second.status, second.body.code]).toEqual([409, 'rating_already_given']);
    const rows = await app.db.sql(
      'SELECT DISTINCT source, item_sum, answered FROM predictor_rating WHERE couple_id = $1',
      [ellery.coupleId],
    );
    expect(rows).toEqual([{ source: 'R', item_sum: 10, answered: 5 }]);
  });

  it.each([
    ['required', { 'ct.r1': null }, 'ct.r1'],
    ['out_of_range', { 'pi.r2': 5 }, 'pi.r2'],
    ['wrong_type', { 'ed.r3': 'secret words' }, 'ed.r3'],
    ['unknown_field', { 'ct.b1': 2 }, 'ct.b1'],
  ])('refuses with %s and repeats no answer', async (code, changes, field) => {
    const answer = await give(ellery.rowan, { ...sheet('R'), ...changes });
    expect([answer.status, answer.body.code]).toEqual([400, 'rating_answers_invalid']);
    expect(answer.body.facts).toEqual({ fields: [{ field, code }] });
    expect(answer.text).not.toContain('secret words');
  });

  it('refuses an empty sheet and another window', async () => {
    expect((await give(ellery.rowan, {})).body.code).toBe('rating_answers_invalid');
    expect((await give(ellery.rowan, sheet('R'), '2025-02-02')).body.code).toBe('rating_window_closed');
  });

  it('opens the answers behind the sums to the rater and the own therapist alone', async () => {
    await give(ellery.rowan, sheet('R'));
    await give(ellery.iris, sheet('B'));
    const raters = async (id: string, role: 'therapist' | 'client' | 'clinic_admin') =>
      app.app.get(UnitOfWork).run(
        async () => {
          const rows = await app.app
            .get(UnitOfWork)
            .rows<{ rater_id: string }>('SELECT rater_id FROM predictor_answer');
          return rows.map((row) => row.rater_id);
        },
        { clinicId: asClinicId(ellery.clinicId), id, role },
      );
    expect(await raters(ellery.minaId, 'therapist')).toEqual([ellery.rowanId]);
    expect(await raters(ellery.joId, 'therapist')).toEqual([ellery.irisId]);
    expect(await raters(ellery.danaId, 'therapist')).toEqual([]);
    expect(await raters(ellery.irisId, 'client')).toEqual([ellery.irisId]);
    expect(await raters(ellery.minaId, 'clinic_admin')).toEqual([]);
  });

  describe('by the therapist', () => {
    const rate = (by: TestClient, windowEndsOn = sunday) =>
      by.call('post', `predictors/${ellery.coupleId}/ratings`, {
        body: { windowEndsOn, answers: sheet('T') },
      });
    const due = async (by: TestClient): Promise<unknown> =>
      (await by.call('get', `predictors/${ellery.coupleId}`)).body.therapistRatingDue;

    it('is the lead clinician’s, due every four weeks', async () => {
      expect(await due(ellery.mina)).toEqual({ windowEndsOn: sunday });
      expect(await due(ellery.jo)).toBeNull();
      const other = await rate(ellery.jo);
      expect([other.status, other.body.code]).toEqual([403, 'not_allowed']);
      expect((await rate(ellery.mina)).body.therapistRatingDue).toBeNull();
      expect((await rate(ellery.mina)).body.code).toBe('rating_already_given');
      travel(app, new Date('2025-02-13T05:00:00Z')); // Wednesday, the window of 16 February opens tomorrow
      expect(await due(ellery.mina)).toBeNull();
      travel(app, new Date('2025-02-13T06:00:00Z'));
      expect(await due(ellery.mina)).toEqual({ windowEndsOn: '2025-02-16' });
    });

    it('may be of this fortnight or the last, of no other', async () => {
      travel(app, new Date('2025-02-05T18:00:00Z'));
      expect((await rate(ellery.mina, sunday)).body.code).toBe('rating_window_closed');
      expect((await rate(ellery.mina, '2025-02-02')).status).toBe(201);
      expect((await rate(ellery.mina, '2025-02-16')).status).toBe(201);
      expect((await rate(ellery.mina, '2025-03-02')).body.code).toBe('rating_window_closed');
    });

    it.each([
      ['a colleague', async () => arrangeStaff(app, ellery.clinicId, 'therapist', 'Somebody'), 'therapist'],
      [
        'an admin',
        async () => arrangeStaff(app, ellery.clinicId, 'clinic_admin', 'Somebody'),
        'clinic_admin',
      ],
    ] as const)('and every chart look to %s like those of no couple', async (_who, arrange, role) => {
      const viewer = await signedIn(app, ellery.clinicId, await arrange(), role);
      const answers = [await rate(viewer), await viewer.call('get', `predictors/${ellery.coupleId}`)];
      const unknown = await viewer.call('get', `predictors/${randomUUID()}`);
      for (const { status, body } of answers) {
        expect({ status, ...body, correlationId: '' }).toEqual({
          status: 404,
          ...unknown.body,
          correlationId: '',
        });
      }
    });

    it('and every chart look to another clinic like those of no couple', async () => {
      const clinicId = await arrangeClinic(app, 'South Quay');
      const viewer = await signedIn(
        app,
        clinicId,
        await arrangeStaff(app, clinicId, 'therapist', 'Far'),
        'therapist',
      );
      expect((await viewer.call('get', `predictors/${ellery.coupleId}`)).status).toBe(404);
    });
  });

  it('leaves a predictor with too few answers without a source, never at zero', async () => {
    await give(ellery.rowan, sheet('R'));
    await give(ellery.iris, { ...sheet('B'), ...onlyOneAnswered(predictors.PI.items.B, 3) });
    await ellery.mina.call('post', `predictors/${ellery.coupleId}/ratings`, {
      body: { windowEndsOn: sunday, answers: sheet('T') },
    });
    const { predictors: charts } = (await ellery.dana.call('get', `predictors/${ellery.coupleId}`)).body;
    expect(charts[1]).toMatchObject({
      predictor: 'PI',
      readings: [{ partner: null, gap: null, partial: false, composite: null }],
    });
    expect(charts[2]).toMatchObject({
      predictor: 'ED',
      readings: [{ partner: 50, partial: false, composite: 50 }],
    });
  });
});
