import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  addDays,
  asLocalDate,
  instantOf,
  predictorCodes,
  predictors,
  templateOf,
  type Rater,
} from '@trellis/domain';
import {
  elleryCounts,
  elleryRatings,
  expectedComposites,
  onlyOneAnswered,
  ratingsOfSum,
  readingWeeks,
  wholeAnswers,
} from '@trellis/fixtures';
import type { CouplePredictorsView, EpisodeView, PredictorSumView } from '@trellis/contracts';
import { OffTrackWatch } from '../../src/predictors/off-track/off-track-watch.service.js';
import { arrangeStaff, signedIn } from '../arrange.js';
import { arrangeCase, travel, type ArrangedCase } from '../arrange-case.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

const zone = 'America/Chicago';
const anchor = asLocalDate('2025-01-06');
const at = (day: string, time: string) => instantOf(asLocalDate(day), time, zone);
/** Four-weekly, the first already in week 1. */
const therapistWeeks = [2, 4, 8, 12, 16, 20, 24];
const sunday = (index: number) => addDays(anchor, 14 * index + 13);
/** Exercises of transparency: how many of a fortnight's are handed in is in the row of the worked example. */
const counted = { R01: 'c1', R05: 'c2', R03: 'c4' } as const;

function sheet(rater: Rater, index: number): Record<string, unknown> {
  return Object.fromEntries(
    predictorCodes.flatMap((code) => {
      const sum = elleryRatings[code][rater][index];
      const items = predictors[code].items[rater];
      return Object.entries(typeof sum === 'number' ? ratingsOfSum(items, sum) : onlyOneAnswered(items, 2));
    }),
  );
}

describe('the worked example as its people enter it, and what goes off track', () => {
  let app: TestApp;
  let ellery: ArrangedCase;

  const look = (coupleId = ellery.coupleId) =>
    app.app.get(OffTrackWatch).look({ clinicId: ellery.clinicId, coupleId });
  const episodes = async (by: TestClient): Promise<EpisodeView[]> =>
    (await by.call('get', `off-track/${ellery.coupleId}`)).body.episodes as EpisodeView[];
  const transparency = async (by: TestClient) =>
    ((await by.call('get', `predictors/${ellery.coupleId}`)).body as CouplePredictorsView).predictors[0]!
      .readings;
  const kept = () =>
    app.db.sql(
      `SELECT window_ends_on::text, predictor, composite, kind, scores, counts FROM predictor_reading
        WHERE couple_id = $1 AND superseded_at IS NULL ORDER BY 1, 2`,
      [ellery.coupleId],
    );
  const found = () =>
    app.db.sql(
      `SELECT e.opened_on::text, e.acknowledge_by::text, array_agg(a.rule || ':' || coalesce(a.predictor, '')
          ORDER BY a.rule) AS rules FROM off_track_episode e JOIN off_track_alert a ON a.episode_id = e.id
        WHERE e.couple_id = $1 GROUP BY e.opened_on, e.acknowledge_by, e.id`,
      [ellery.coupleId],
    );

  /** A fortnight's exercises, of which so many of each kind are handed in, on the day they are due. */
  async function exercises(index: number): Promise<void> {
    travel(app, at(addDays(anchor, 14 * index), '08:00'));
    for (const templateCode of Object.keys(counted)) {
      const body = {
        ...{ personId: ellery.rowanId, templateCode, startsOn: addDays(anchor, 14 * index), days: 14 },
      };
      expect((await ellery.mina.call('post', 'homework', { body })).status).toBe(201);
    }
    for (const [templateCode, key] of Object.entries(counted)) {
      const tasks = await app.db.sql<{ id: string; due_on: string; version: number }>(
        `SELECT id, due_on::text, version FROM homework_task WHERE couple_id = $1 AND template_code = $2
          AND due_on > $3::date ORDER BY due_on`,
        [ellery.coupleId, templateCode, addDays(anchor, 14 * index - 1)],
      );
      const done = elleryCounts[key]?.[index]?.[0] ?? 0;
      const weeks = new Map(
        tasks.map((task) => [Math.floor(tasks.indexOf(task) / (tasks.length / 2)), task]),
      );
      const chosen = key === 'c4' ? [...weeks.values()].slice(0, done) : tasks.slice(0, done);
      const answers = wholeAnswers(templateOf(templateCode)!);
      for (const { id, due_on, version } of chosen) {
        travel(app, at(due_on, '12:00'));
        const given = await ellery.rowan.call('post', `homework/${id}/submission`, {
          body: { answers },
          version,
        });
        expect([templateCode, due_on, given.status]).toEqual([templateCode, due_on, 200]);
      }
    }
  }

  async function ratings(index: number): Promise<void> {
    travel(app, at(sunday(index), '18:00'));
    const give = async (by: TestClient, path: string, rater: Rater): Promise<void> => {
      const body = { windowEndsOn: sunday(index), answers: sheet(rater, index) };
      expect((await by.call('post', path, { body })).status).toBe(201);
    };
    await give(ellery.rowan, 'predictors/current', 'R');
    await give(ellery.iris, 'predictors/current', 'B');
    if (therapistWeeks.some((week) => week === readingWeeks[index]))
      await give(ellery.mina, `predictors/${ellery.coupleId}/ratings`, 'T');
  }

  /** Wednesday 22:40, logged the next morning, told that evening. */
  async function slip(): Promise<void> {
    travel(app, at('2025-02-20', '09:10'));
    const logged = await ellery.rowan.call('post', 'slips', {
      body: {
        stopCheck: 'no',
        slipAt: at('2025-02-19', '22:40').toISOString(),
        level: 'slip',
        partner: 'not_yet',
      },
    });
    const before = await transparency(ellery.jo);
    await look();
    expect(await episodes(ellery.jo)).toEqual([]);
    expect(await transparency(ellery.jo)).toEqual(before);
    travel(app, at('2025-02-20', '18:00'));
    const told = await ellery.rowan.call('post', `slips/${(logged.body.slip as { id: string }).id}/telling`, {
      body: { partner: 'told', partnerAt: at('2025-02-20', '18:00').toISOString() },
      version: 1,
    });
    expect([logged.status, told.status]).toEqual([200, 200]);
  }

  beforeAll(async () => {
    app = await testApp();
    ellery = await arrangeCase(app);
    for (const index of readingWeeks.keys()) {
      await exercises(index);
      if (readingWeeks[index] === 8) await slip();
      await ratings(index);
      // The night after the reading.
      travel(app, at(addDays(sunday(index), 1), '00:10'));
      await look();
    }
  });
  afterAll(async () => app.close());

  it('gives every composite of transparency, and opens the sum behind 44.1', async () => {
    const readings = await transparency(ellery.dana);
    expect(readings.map(({ composite }) => composite)).toEqual(expectedComposites.CT);
    const path = `predictors/${ellery.coupleId}/sum?predictor=CT&readOn=2025-05-25`;
    const sum = (await ellery.jo.call('get', path)).body as PredictorSumView;
    expect(sum).toMatchObject({
      composite: 44.1,
      partial: false,
      weightUsed: 100,
      countedFrom: '2025-05-12',
    });
    expect(sum.sources.map(({ score, weight, points }) => [score, weight, points])).toEqual([
      [70, 15, 10.5],
      [40, 35, 14],
      [55, 20, 11],
      [28.6, 30, 8.6],
    ]);
    expect(sum.indicators.map(({ key, done, expected }) => [key, done, expected])).toEqual([
      ['c1', 5, 14],
      ['c2', 0, 2],
      ['c3', null, null],
      ['c4', 1, 2],
    ]);
    for (const readOn of ['2025-05-26', '2024-01-07'])
      expect((await ellery.jo.call('get', path.replace('2025-05-25', readOn))).status).toBe(404);
  });

  it('finds exactly one episode, and the same again after everything computed is thrown away', async () => {
    const [readings, one] = [await kept(), await found()];
    expect(one).toEqual([
      { opened_on: '2025-05-25', acknowledge_by: '2025-05-28', rules: ['OT-2:CT', 'OT-3:'] },
    ]);
    expect(readings).toHaveLength(60);
    await look();
    expect([await kept(), await found()]).toEqual([readings, one]);
    await app.db.sql('DELETE FROM off_track_alert');
    await app.db.sql('DELETE FROM off_track_episode');
    await app.db.sql('DELETE FROM predictor_reading');
    await look();
    expect([await kept(), await found()]).toEqual([readings, one]);
  });

  it('keeps what a reading said before a fact came late', async () => {
    const [late] = await app.db.sql<{ id: string; version: number }>(
      `SELECT id, version FROM homework_task WHERE couple_id = $1 AND template_code = 'R05' AND submitted_at IS NULL
        AND due_on = (SELECT max(due_on) FROM homework_task WHERE template_code = 'R05' AND submitted_at IS NULL)`,
      [ellery.coupleId],
    );
    const before = await kept();
    await app.db.sql("UPDATE homework_task SET submitted_at = due_at + interval '5 hours' WHERE id = $1", [
      late!.id,
    ]);
    await look();
    const path = `predictors/${ellery.coupleId}/sum?predictor=CT&readOn=2025-05-25`;
    const sum = (await ellery.mina.call('get', path)).body as PredictorSumView;
    expect(sum.earlier.map(({ composite }) => composite)).toEqual([44.1]);
    expect(sum.composite).toBeGreaterThan(44.1);
    await app.db.sql('UPDATE homework_task SET submitted_at = NULL WHERE id = $1', [late!.id]);
    await look();
    expect(await kept()).toEqual(before);
  });

  it('shows the episode to the care team in turn of its acts, and to nobody else', async () => {
    const outside = await signedIn(
      app,
      ellery.clinicId,
      await arrangeStaff(app, ellery.clinicId, 'therapist', 'Ola Brandt'),
      'therapist',
    );
    const admin = await signedIn(
      app,
      ellery.clinicId,
      await arrangeStaff(app, ellery.clinicId, 'clinic_admin', 'Ada Field'),
      'clinic_admin',
    );
    const other = await arrangeCase(app);
    travel(app, at('2025-06-23', '09:00'));
    const [episode] = await episodes(ellery.jo);
    expect(episode).toMatchObject({
      level: 'amber',
      state: 'open',
      overdue: true,
      coupleId: ellery.coupleId,
    });
    expect(episode!.alerts.map(({ rule, predictor, note }) => [rule, predictor, note])).toEqual([
      ['OT-2', 'CT', null],
      ['OT-3', null, 'coverage_fell'],
    ]);
    const base = `off-track/${ellery.coupleId}/episodes/${episode!.id}`;
    for (const client of [outside, other.mina, admin]) {
      expect((await client.call('get', `off-track/${ellery.coupleId}`)).status).toBe(404);
      expect((await client.call('get', `${base}/plan`)).status).toBe(404);
      expect((await client.call('post', `${base}/acknowledgement`, { version: 1 })).status).toBe(404);
    }
    expect((await admin.call('get', 'off-track')).body.episodes ?? []).toEqual([]);
    expect((await outside.call('get', 'off-track')).body).toEqual({ episodes: [], nextCursor: null });
    for (const person of [ellery.rowan, ellery.iris])
      expect((await person.call('get', `off-track/${ellery.coupleId}`)).status).toBe(404);

    const plan = { tool: 'life_events', words: 'Fewer tasks for two weeks.' };
    const act = (by: TestClient, path: string, version: number, body: object = {}) =>
      by.call('post', `${base}/${path}`, { version, body });
    expect((await act(ellery.mina, 'plan', 1, plan)).body.code).toBe('episode_refused');
    expect((await act(ellery.jo, 'acknowledgement', 1)).body).toMatchObject({
      state: 'acknowledged',
      version: 2,
    });
    expect((await act(ellery.mina, 'acknowledgement', 1)).body.code).toBe('version_stale');
    expect((await act(ellery.mina, 'plan', 2, plan)).body).toMatchObject({
      state: 'plan',
      tool: 'life_events',
    });
    expect((await ellery.dana.call('get', `${base}/plan`)).body).toEqual({ words: plan.words });
    const [row] = await app.db.sql<{ sealed: Buffer }>(
      'SELECT plan_sealed AS sealed FROM off_track_episode WHERE id = $1',
      [episode!.id],
    );
    expect(row!.sealed.includes(Buffer.from('Fewer tasks'))).toBe(false);
    expect((await ellery.jo.call('get', 'off-track')).body.episodes).toHaveLength(1);
    expect((await act(ellery.mina, 'closing', 3, { as: 'resolved' })).body).toMatchObject({
      state: 'resolved',
    });
    expect((await ellery.jo.call('get', 'off-track')).body.episodes).toEqual([]);
    const record = await admin.call('get', 'audit');
    expect([record.status, record.text.includes('off_track')]).toEqual([200, false]);
  });

  it('tells the recovering person’s therapist alone of a telling that is overdue', async () => {
    const slipAt = at('2025-06-24', '20:00').toISOString();
    travel(app, at('2025-06-25', '09:00'));
    await ellery.rowan.call('post', 'slips', {
      body: { stopCheck: 'no', slipAt, level: 'slip', partner: 'not_yet' },
    });
    travel(app, at('2025-06-27', '00:10'));
    const before = await episodes(ellery.jo);
    await look();
    expect((await episodes(ellery.mina))[0]?.alerts.map(({ rule }) => rule)).toEqual(['OT-7']);
    for (const colleague of [ellery.jo, ellery.dana]) expect(await episodes(colleague)).toEqual(before);
  });
});
