import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  composite,
  fraction,
  predictorCodes,
  predictors,
  roundHalfAway,
  scoreOfSum,
  type Rater,
} from '@trellis/domain';
import { calmR01, elleryRatings, ratingsOfSum } from '@trellis/fixtures';
import type { CouplePredictorsView, PredictorChartView } from '@trellis/contracts';
import { OffTrackWatch } from '../../src/predictors/off-track/off-track-watch.service.js';
import { arrangeCase, travel, type ArrangedCase } from '../arrange-case.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

/** Fridays and Sundays of weeks 2, 4 and 6; the therapist rates in weeks 2 and 4 and is carried to week 6. */
const windows = [
  { friday: '2025-01-17T18:00:00Z', sunday: '2025-01-19', therapist: true },
  { friday: '2025-01-31T18:00:00Z', sunday: '2025-02-02', therapist: true },
  { friday: '2025-02-14T18:00:00Z', sunday: '2025-02-16', therapist: false },
] as const;

function sheet(rater: Rater, index: number): Record<string, unknown> {
  return Object.fromEntries(
    predictorCodes.flatMap((code) =>
      Object.entries(ratingsOfSum(predictors[code].items[rater], elleryRatings[code][rater][index] ?? 0)),
    ),
  );
}

describe('the charts of weeks 2 to 6 of the worked example', () => {
  let app: TestApp;
  let ellery: ArrangedCase;

  beforeAll(async () => {
    app = await testApp();
    ellery = await arrangeCase(app);
    await ellery.mina.call('post', 'homework', {
      body: { personId: ellery.rowanId, templateCode: 'R01', startsOn: '2025-01-06', days: 3 },
    });
    for (const [index, { friday, sunday, therapist }] of windows.entries()) {
      travel(app, new Date(friday));
      const give = (by: TestClient, path: string, rater: Rater) =>
        by.call('post', path, { body: { windowEndsOn: sunday, answers: sheet(rater, index) } });
      expect((await give(ellery.rowan, 'predictors/current', 'R')).status).toBe(201);
      expect((await give(ellery.iris, 'predictors/current', 'B')).status).toBe(201);
      if (!therapist) continue;
      expect((await give(ellery.mina, `predictors/${ellery.coupleId}/ratings`, 'T')).status).toBe(201);
    }
  });
  afterAll(async () => app.close());

  const view = async (by: TestClient = ellery.dana): Promise<CouplePredictorsView> =>
    (await by.call('get', `predictors/${ellery.coupleId}`)).body as CouplePredictorsView;
  const chart = async (predictor: string): Promise<PredictorChartView> =>
    (await view()).predictors.find((one) => one.predictor === predictor)!;

  it('draws the sources and the composite of transparency, worked out by hand', async () => {
    const { readings, statement, baselineOn, change, threshold, trend } = await chart('CT');
    const common = { behaviour: null, partial: false };
    expect(readings).toEqual([
      {
        ...common,
        readOn: '2025-01-19',
        self: 50,
        partner: 25,
        therapist: 40,
        therapistCarried: false,
        composite: 34.6,
        gap: 25,
        viewsDiffer: true,
      },
      {
        ...common,
        readOn: '2025-02-02',
        self: 55,
        partner: 35,
        therapist: 50,
        therapistCarried: false,
        composite: 43.6,
        gap: 20,
        viewsDiffer: false,
      },
      {
        ...common,
        readOn: '2025-02-16',
        self: 60,
        partner: 45,
        therapist: 50,
        therapistCarried: true,
        composite: 49.6,
        gap: 15,
        viewsDiffer: false,
      },
    ]);
    expect([statement, baselineOn]).toEqual(['within_noise', '2025-01-19']);
    // Three readings make no trend yet.
    expect([change, threshold, trend]).toEqual([15, 19.4, null]);
  });

  it.each(predictorCodes)('gives %s the composites that the domain gives', async (code) => {
    const score = (rater: Rater, index: number) => scoreOfSum(elleryRatings[code][rater][index] ?? 0, 5);
    const expected = [0, 1, 2].map((index) => {
      const scores = {
        R: score('R', index),
        B: score('B', index),
        T: score('T', Math.min(index, 1)),
        D: null,
      };
      return roundHalfAway(composite(scores, predictors[code].weights).score ?? fraction(-1));
    });
    expect((await chart(code)).readings.map((reading) => reading.composite)).toEqual(expected);
  });

  it('draws the same for every therapist of the couple, homework of a closed side included', async () => {
    await ellery.rowan.call('get', 'homework/today');
    const tasks: { id: string; version: number }[] = (
      await ellery.mina.call('get', `homework?coupleId=${ellery.coupleId}`)
    ).body.tasks;
    for (const { id, version } of tasks) {
      await ellery.rowan.call('post', `homework/${id}/submission`, { body: { answers: calmR01 }, version });
    }
    const [mina, jo, dana] = [await view(ellery.mina), await view(ellery.jo), await view(ellery.dana)];
    expect(mina.predictors).toHaveLength(5);
    expect(jo.predictors).toEqual(mina.predictors);
    expect(dana.predictors).toEqual(mina.predictors);
  });

  it('adds an empty reading for a fortnight that nobody rated', async () => {
    travel(app, new Date('2025-03-03T18:00:00Z'));
    expect((await chart('TS')).readings.at(-1)).toEqual({
      ...{
        readOn: '2025-03-02',
        self: null,
        partner: null,
        therapist: 60,
        therapistCarried: true,
        behaviour: null,
      },
      ...{ composite: null, partial: false, gap: null, viewsDiffer: false },
    });
    travel(app, new Date(windows[2].friday));
  });

  it.each([
    ['partner', 'self', () => ellery.irisId],
    ['self', 'partner', () => ellery.rowanId],
  ] as const)(
    'takes the source %s and every composite away when its person withdraws, and brings them back',
    async (gone, stays, person) => {
      const before = await chart('CT');
      await app.db.sql(
        "UPDATE consent SET withdrawn_at = now() WHERE kind = 'measurement' AND person_id = $1",
        [person()],
      );
      for (const viewer of [ellery.mina, ellery.jo, ellery.dana]) {
        for (const { readings, statement, baselineOn, change, trend } of (await view(viewer)).predictors) {
          expect([statement, baselineOn, change, trend]).toEqual(['not_enough_data', null, null, null]);
          for (const reading of readings) {
            expect(reading).toMatchObject({ [gone]: null, composite: null, gap: null, partial: false });
            expect(reading[stays]).not.toBeNull();
          }
        }
      }
      await app.db.sql(
        `INSERT INTO consent SELECT clinic_id, gen_random_uuid(), person_id, kind, text_version, now(), NULL FROM consent
        WHERE kind = 'measurement' AND person_id = $1`,
        [person()],
      );
      expect(await chart('CT')).toEqual(before);
    },
  );
});

describe('the charts of a couple whose partner has not joined', () => {
  let app: TestApp;
  let fen: ArrangedCase;

  beforeAll(async () => {
    app = await testApp();
    fen = await arrangeCase(app);
    await app.db.sql("UPDATE enrolment SET enrolled_at = NULL WHERE couple_id = $1 AND side = 'BP'", [
      fen.coupleId,
    ]);
    await app.db.sql('DELETE FROM consent WHERE person_id = $1', [fen.irisId]);
    travel(app, new Date(windows[0].friday));
    const body = { windowEndsOn: windows[0].sunday, answers: sheet('R', 0) };
    expect((await fen.rowan.call('post', 'predictors/current', { body })).status).toBe(201);
    const rating = { windowEndsOn: windows[0].sunday, answers: sheet('T', 0) };
    expect((await fen.mina.call('post', `predictors/${fen.coupleId}/ratings`, { body: rating })).status).toBe(
      201,
    );
  });
  afterAll(async () => app.close());

  it('show a partial composite where the weights suffice, in the chart and in the caseload', async () => {
    const charts = (await fen.mina.call('get', `predictors/${fen.coupleId}`)).body as CouplePredictorsView;
    const growth = charts.predictors.find(({ predictor }) => predictor === 'CG');
    const transparency = charts.predictors.find(({ predictor }) => predictor === 'CT');
    // R 50 at .25 and T 40 at .30, divided by .55; for transparency .35 of the weights are not enough.
    expect(growth?.readings[0]).toMatchObject({ partner: null, composite: 44.5, partial: true });
    expect(transparency?.readings[0]).toMatchObject({ composite: null });
    travel(app, new Date('2025-01-20T06:10:00Z'));
    await app.app.get(OffTrackWatch).look({ clinicId: fen.clinicId, coupleId: fen.coupleId });
    const row = (await fen.mina.call('get', 'caseload')).body.couples[0] as {
      sparklines: { predictor: string; points: unknown[] }[];
    };
    expect(row.sparklines.find(({ predictor }) => predictor === 'CG')?.points).toEqual([
      { readOn: windows[0].sunday, value: 44.5, partial: true },
    ]);
  });
});
