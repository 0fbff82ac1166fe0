import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asLocalDate, instantOf, predictorCodes, predictors } from '@trellis/domain';
import type { EpisodeView, OffTrackLimitsView } from '@trellis/contracts';
import { OffTrackWatch } from '../../src/predictors/off-track/off-track-watch.service.js';
import { arrangeStaff, signedIn } from '../arrange.js';
import { arrangeCase, travel, type ArrangedCase } from '../arrange-case.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

const zone = 'America/Chicago';
const sundays = ['2025-01-19', '2025-02-02', '2025-02-16', '2025-03-02', '2025-03-16'] as const;

describe('the limits of the off-track rules', () => {
  let app: TestApp;
  let ours: ArrangedCase;
  let admin: TestClient;

  const change = (by: TestClient, version: number, own: unknown) =>
    by.call('post', 'off-track-limits', { version, body: { own } });
  const read = async (by: TestClient = admin) =>
    (await by.call('get', 'off-track-limits')).body as OffTrackLimitsView;
  const episodes = async (): Promise<EpisodeView[]> =>
    (await ours.mina.call('get', `off-track/${ours.coupleId}`)).body.episodes as EpisodeView[];
  /** Whole ratings of all three, sums of five items each, of one predictor. */
  const rate = async (sunday: string, sum: number) => {
    for (const source of ['R', 'B', 'T'])
      for (const predictor of predictorCodes)
        await app.db.sql(
          `INSERT INTO predictor_rating VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 5, '1', now())`,
          [
            ...[ours.clinicId, randomUUID(), ours.coupleId, sunday, source],
            ...[source === 'R' ? ours.rowanId : source === 'B' ? ours.irisId : ours.minaId, predictor, sum],
          ],
        );
  };
  const look = async (on: string) => {
    travel(app, instantOf(asLocalDate(on), '03:00', zone));
    await app.app.get(OffTrackWatch).look({ clinicId: ours.clinicId, coupleId: ours.coupleId });
  };

  beforeAll(async () => {
    app = await testApp();
    ours = await arrangeCase(app);
    await app.db.sql('UPDATE enrolment SET enrolled_at = $1 WHERE couple_id = $2', [
      instantOf(asLocalDate('2025-01-06'), '12:00', zone),
      ours.coupleId,
    ]);
    const adminId = await arrangeStaff(app, ours.clinicId, 'clinic_admin', 'Ada Field');
    admin = await signedIn(app, ours.clinicId, adminId, 'clinic_admin');
    expect(predictors.CT.items.R).toHaveLength(5);
  });
  afterAll(async () => app.close());

  it('are the standard until the office changes them, and seen by therapists', async () => {
    const untouched = { version: 0, own: {}, changes: [], precision: [] };
    expect(await read()).toEqual(untouched);
    expect(await read(ours.mina)).toEqual(untouched);
    expect((await change(ours.mina, 0, { viewGap: 40 })).status).toBe(404);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a list', [40]],
    ['a text', 'viewGap'],
    ['an unknown name', { other: 1 }],
    ['a name of every object', { constructor: 1 }],
    ['a setting of other pages', { disclosureTurbulence: 21 }],
    ['a value outside its range', { viewGap: 51 }],
    ['a text for a number', { viewGap: '40' }],
    ['half a reading', { viewGapReadings: 2.5 }],
  ])('refuse %s', async (_, own) => {
    expect((await change(admin, 0, own)).status).toBe(400);
    expect((await read()).version).toBe(0);
  });

  it('drive what the nightly look finds from their day on, and not before it', async () => {
    // 60 to 44: below a loose limit, above the standard one.
    await rate(sundays[0], 12);
    for (const sunday of sundays.slice(1, 4)) await rate(sunday, 9);
    await look('2025-03-04');
    const rules = async () => (await episodes()).flatMap(({ alerts }) => alerts.map(({ rule }) => rule));
    expect(await rules()).not.toContain('OT-1');
    travel(app, instantOf(asLocalDate('2025-03-05'), '10:00', zone));
    const answer = await change(admin, 0, { worseningDrop: 14, viewGap: 35 });
    expect(answer.body).toMatchObject({ version: 1, own: { worseningDrop: 14 } });
    expect((await change(admin, 0, { viewGap: 40 })).body.code).toBe('version_stale');
    await look('2025-03-06');
    expect(await rules()).not.toContain('OT-1');
    await rate(sundays[4], 9);
    await look('2025-03-18');
    const opened = (await episodes()).find(({ alerts }) => alerts.some(({ rule }) => rule === 'OT-1'));
    expect([opened?.openedOn, opened?.limitsVersion]).toEqual([sundays[4], 1]);
    travel(app, instantOf(asLocalDate('2025-03-19'), '10:00', zone));
    expect((await change(admin, 1, {})).body).toMatchObject({ version: 2, own: {} });
    await look('2025-03-20');
    expect((await episodes()).find(({ id }) => id === opened?.id)).toMatchObject({
      ...{ openedOn: sundays[4], limitsVersion: 1, alerts: opened?.alerts },
    });
    expect((await read()).changes.map(({ version, changedBy }) => [version, changedBy])).toEqual([
      [2, 'Ada Field'],
      [1, 'Ada Field'],
    ]);
  });

  it('tell how often a rule was useful once five of its episodes are closed', async () => {
    for (const state of ['resolved', 'resolved', 'expected', 'resolved', 'false_alarm']) {
      const id = randomUUID();
      await app.db.sql(
        `INSERT INTO off_track_episode (clinic_id, id, couple_id, kind, sides, opened_on, acknowledge_by, state, acted_by,
            acted_on, closed_on, version) VALUES ($1, $2, $3, 'off_track', '{JOINT}', '2025-01-05', '2025-01-08', $4, $5,
            '2025-01-06', '2025-01-06', 1)`,
        [ours.clinicId, id, ours.coupleId, state, ours.minaId],
      );
      for (const rule of state === 'expected' ? ['OT-3', 'OT-4'] : ['OT-3'])
        await app.db.sql(
          `INSERT INTO off_track_alert VALUES ($1, $2, $3, $4, 'JOINT', $5, NULL, NULL, '2025-01-05', '2025-01-05', NULL,
              gen_random_uuid()::text, now())`,
          [ours.clinicId, randomUUID(), id, ours.coupleId, rule],
        );
    }
    expect((await read(ours.mina)).precision).toEqual([
      { rule: 'OT-3', useful: 3, of: 5 },
      { rule: 'OT-4', useful: null, of: null },
    ]);
  });

  it('are of one clinic, and for its therapists and office', async () => {
    const other = await arrangeCase(app);
    expect((await read(other.mina)).version).toBe(0);
    expect((await read(other.mina)).precision).toEqual([]);
    const kim = await arrangeStaff(app, ours.clinicId, 'supervisor', 'Kim Arden');
    const supervisor = await signedIn(app, ours.clinicId, kim, 'supervisor');
    expect((await supervisor.call('get', 'off-track-limits')).status).toBe(404);
    expect((await ours.rowan.call('get', 'off-track-limits')).status).toBe(404);
  });
});
