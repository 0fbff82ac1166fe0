import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PredictorSumView } from '@trellis/contracts';
import {
  addDays,
  asLocalDate,
  instantOf,
  predictorCodes,
  predictors,
  templateOf,
  type Rater,
} from '@trellis/domain';
import { elleryRatings, ratingsOfSum, wholeAnswers } from '@trellis/fixtures';
import { OffTrackWatch } from '../../src/predictors/off-track/off-track-watch.service.js';
import { arrangeCase, travel, type ArrangedCase } from '../arrange-case.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

const anchor = asLocalDate('2025-01-06');
const day = (n: number) => addDays(anchor, n);
const at = (n: number, time: string) => instantOf(day(n), time, 'America/Chicago');
const sunday = day(13);

const sheet = (rater: Rater): object =>
  Object.assign(
    {},
    ...predictorCodes.map((code) =>
      ratingsOfSum(predictors[code].items[rater], elleryRatings[code][rater][0]),
    ),
  ) as object;

/** Whatever happens to the facts afterwards: the sum behind a value opens, its parts add up, and what it said stays. */
describe('a reading that is asked why', () => {
  let app: TestApp;
  let ours: ArrangedCase;

  beforeAll(async () => {
    app = await testApp();
    ours = await arrangeCase(app);
    const items = ['R01', 'R05', 'R14', 'R15'].map((templateCode) => ({
      ...{ personId: ours.rowanId, templateCode, startsOn: anchor, days: 14 },
    }));
    const given = await ours.mina.call('post', 'homework-plans', { body: { coupleId: ours.coupleId, items } });
    expect([given.status, given.status === 201 ? '' : given.text]).toEqual([201, '']);
    for (const n of [0, 1, 2, 3, 4, 5, 6]) await handIn('R01', n, at(n, '20:00'));
    for (const code of ['R05', 'R15']) await handIn(code, 6, at(5, '20:00'));
    await handIn('R14', 6, at(5, '20:10'), planOf(8, 9));
    travel(app, at(9, '21:00'));
    await ours.rowan.call('post', 'ticks', { body: { kind: 'activity', on: day(9), kept: true } });
    travel(app, at(13, '18:00'));
    for (const [by, rater] of [[ours.rowan, 'R'], [ours.iris, 'B'], [ours.mina, 'T']] as const)
      expect((await rate(by, rater)).status).toBe(201);
    await night(14);
  }, 60_000); // prettier-ignore
  afterAll(async () => app.close());

  const planOf = (...days: readonly number[]) => ({
    plan: days.map((n) => ({ what: 'A walk', when: day(n) })),
  });
  const answersOf = (code: string, more: object) => ({ ...wholeAnswers(templateOf(code)!), ...more });
  const place = async (code: string, due: number) =>
    (
      await app.db.sql<{ id: string; version: number }>(
        'SELECT id, version FROM homework_task WHERE couple_id = $1 AND template_code = $2 AND due_on = $3 AND occurrence = 1',
        [ours.coupleId, code, day(due)],
      )
    )[0]!;
  const handIn = async (code: string, due: number, when: Date, more: object = {}, to = 'submission') => {
    travel(app, when);
    const { id, version } = await place(code, due);
    const body = { answers: answersOf(code, more) };
    const answer = await ours.rowan.call('post', `homework/${id}/${to}`, { body, version });
    expect([code, to, answer.status, answer.status === 200 ? '' : answer.text]).toEqual([code, to, 200, '']);
  };
  const rate = (by: TestClient, rater: Rater, key = randomUUID()) =>
    by.call('post', rater === 'T' ? `predictors/${ours.coupleId}/ratings` : 'predictors/current', {
      ...{ key, body: { windowEndsOn: sunday, answers: sheet(rater) } },
    });
  const night = async (n: number) => {
    travel(app, at(n, '00:10'));
    await app.app.get(OffTrackWatch).look({ clinicId: ours.clinicId, coupleId: ours.coupleId });
  };
  const sum = async (predictor = 'CT'): Promise<PredictorSumView> => {
    const path = `predictors/${ours.coupleId}/sum?predictor=${predictor}&readOn=${sunday}`;
    const answer = await ours.jo.call('get', path);
    expect([predictor, answer.status]).toEqual([predictor, 200]);
    return answer.body as PredictorSumView;
  };
  const kept = () =>
    app.db.sql<{ id: string; predictor: string; composite: string; old: boolean }>(
      `SELECT id, predictor, composite, superseded_at IS NOT NULL AS old FROM predictor_reading WHERE couple_id = $1
        ORDER BY id`,
      [ours.coupleId],
    );
  /** Every reading of the fortnight opens, and adds up to what stands in the chart and in what is kept. */
  const expectExplained = async (): Promise<void> => {
    const charts = (await ours.jo.call('get', `predictors/${ours.coupleId}`)).body.predictors as {
      predictor: string;
      readings: { readOn: string; composite: number }[];
    }[];
    const standing = (await kept()).filter(({ old }) => !old);
    for (const code of predictorCodes) {
      const { composite, sources, indicators } = await sum(code);
      const inChart = charts.find(({ predictor }) => predictor === code)!.readings[0]!.composite;
      const [n = 0, d = 1] = standing
        .find(({ predictor }) => predictor === code)!
        .composite.split('/')
        .map(Number);
      expect([code, inChart, Math.abs(n / d - inChart) <= 0.05]).toEqual([code, composite, true]);
      const points = sources.reduce((all, one) => all + (one.points ?? 0), 0);
      expect([code, Math.abs(points - composite!) < 0.2]).toEqual([code, true]);
      const counted = indicators.flatMap(({ score, weight }) => (score === null ? [] : [{ score, weight }]));
      const behaviour = sources.find(({ source }) => source === 'D')?.score ?? null;
      if (behaviour === null) continue;
      const weights = counted.reduce((all, { weight }) => all + weight, 0);
      const mean = counted.reduce((all, { score, weight }) => all + score * weight, 0) / weights;
      expect([code, Math.abs(mean - behaviour) <= 0.1]).toEqual([code, true]);
    }
  };
  const count = async (predictor: string, key: string) => {
    const { done, expected } = (await sum(predictor)).indicators.find((one) => one.key === key)!;
    return [done, expected];
  };

  it('opens: 7 of 14 check-ins and 1 of 2 logs of a tool', async () => {
    // CT: R 50, B 25, T 40 and D 50 by their weights.
    expect(await sum()).toMatchObject({ composite: 39.3, partial: false, weightUsed: 100, earlier: [] });
    expect([await count('CT', 'c1'), await count('CT', 'c2')]).toEqual([[7, 14], [1, 2]]);
    await expectExplained();
  }); // prettier-ignore

  it('an answer that came twice counts once', async () => {
    const before = await kept();
    const key = randomUUID();
    travel(app, at(13, '18:30'));
    const again = [
      await rate(ours.rowan, 'R', key),
      await rate(ours.rowan, 'R', key),
      await rate(ours.mina, 'T'),
    ];
    expect(again.map(({ status, body }) => [status, (body as { code: string }).code])).toEqual(
      again.map(() => [409, 'rating_already_given']),
    );
    const { id, version } = await place('R01', 6);
    const body = { answers: answersOf('R01', {}) };
    for (const seen of [version, version - 1]) {
      const twice = await ours.rowan.call('post', `homework/${id}/submission`, { body, version: seen });
      expect([409, 412]).toContain(twice.status);
    }
    await night(14);
    expect(await kept()).toEqual(before);
    await expectExplained();
  });

  it('an answer that came late changes it, counts one half, and what it said stays to be read', async () => {
    await handIn('R01', 13, at(15, '10:00'));
    await night(16);
    expect(await count('CT', 'c1')).toEqual([7.5, 14]);
    const { composite, earlier } = await sum();
    expect(earlier).toMatchObject([{ composite: 39.3, weightsVersion: '1', itemSetVersion: '1' }]);
    expect(composite).toBeGreaterThan(39.3);
    // A person's own view is not given late: their window is closed, and nothing is made up for it.
    const late = await rate(ours.iris, 'B');
    expect([late.status, late.body.code]).toEqual([409, 'rating_window_closed']);
    await expectExplained();
  });

  it('an answer that was changed counts as it says now', async () => {
    expect(await count('CG', 'g3')).toEqual([1, 2]);
    const before = (await sum('CG')).composite;
    await handIn('R14', 6, at(16, '12:00'), planOf(7, 8, 9, 10), 'revision');
    await night(17);
    expect(await count('CG', 'g3')).toEqual([1, 4]);
    expect((await sum('CG')).earlier.map(({ composite }) => composite)).toEqual([before]);
    await expectExplained();
  });

  it('a view that was taken back hides the composite and what it said, and comes back with both', async () => {
    const before = [await sum(), await sum('CG')];
    await ours.iris.call('put', 'consents/measurement', { body: { given: false } });
    const hidden = await sum();
    expect(hidden).toMatchObject({ composite: null, weightUsed: null, earlier: [] });
    expect(hidden.sources.map(({ source, points }) => [source, points])).toEqual(
      ['R', 'B', 'T', 'D'].map((source) => [source, null]),
    );
    expect(hidden.sources[1]).toMatchObject({ score: null, itemSum: null, answered: null });
    await ours.iris.call('put', 'consents/measurement', { body: { given: true } });
    expect([await sum(), await sum('CG')]).toEqual(before);
    await expectExplained();
  });

  it('stays as it was when the couple moves to another zone', async () => {
    const [before, sums] = [await kept(), [await sum(), await sum('CG'), await sum('TS')]];
    for (const zone of ['America/New_York', 'Europe/Madrid', 'America/Chicago']) {
      await app.db.sql('UPDATE couple SET time_zone = $2 WHERE id = $1', [ours.coupleId, zone]);
      await night(18);
      expect([zone, await kept()]).toEqual([zone, before]);
      expect([await sum(), await sum('CG'), await sum('TS')]).toEqual(sums);
      await expectExplained();
    }
  });

  it('keeps a value of other weights beside the one of today’s, each with its version', async () => {
    const { composite } = await sum('ED');
    await app.db.sql(
      `UPDATE predictor_reading SET weights_version = '0', composite = '77/2' WHERE couple_id = $1 AND predictor = 'ED'
        AND superseded_at IS NULL`,
      [ours.coupleId],
    );
    await night(19);
    const now = await sum('ED');
    expect(now).toMatchObject({ composite, weightsVersion: '1' });
    expect(now.earlier).toMatchObject([{ composite: 38.5, weightsVersion: '0', itemSetVersion: '1' }]);
    await expectExplained();
  });
});
