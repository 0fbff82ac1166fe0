import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, asLocalDate, instantOf, templateOf, type PredictorCode } from '@trellis/domain';
import { wholeAnswers } from '@trellis/fixtures';
import type { PredictorSumView } from '@trellis/contracts';
import { OffTrackWatch } from '../../src/predictors/off-track/off-track-watch.service.js';
import { arrangeCase, travel, type ArrangedCase } from '../arrange-case.js';
import { testApp, type TestApp } from '../test-app.js';

const anchor = asLocalDate('2025-01-06');
const day = (n: number) => addDays(anchor, n);
const at = (n: number, time: string) => instantOf(day(n), time, 'America/Chicago');

interface Place {
  readonly id: string;
  readonly version: number;
  readonly occurrence: number;
}

describe('a place for whenever it is needed, beyond what was asked', () => {
  let app: TestApp;
  let ours: ArrangedCase;

  beforeAll(async () => {
    app = await testApp();
    ours = await arrangeCase(app);
    for (const [templateCode, days] of [['R13', 14], ['R04', 14], ['R09', 14]] as const) {
      const item = { personId: ours.rowanId, templateCode, startsOn: anchor, days };
      const body = { coupleId: ours.coupleId, items: [{ ...item, confirmed: ['acute_risk'] }] };
      const given = await ours.mina.call('post', 'homework-plans', { body });
      expect([templateCode, given.status, given.status === 201 ? '' : given.text]).toEqual([templateCode, 201, '']);
    }
  }); // prettier-ignore
  afterAll(async () => app.close());

  const open = (code: string, due: number) =>
    app.db.sql<Place>(
      `SELECT id, version, occurrence FROM homework_task WHERE template_code = $1 AND due_on = $2 AND submitted_at IS NULL
        ORDER BY occurrence`,
      [code, day(due)],
    );
  const handIn = async (code: string, { id, version }: Place, when: Date) => {
    travel(app, when);
    const body = { answers: wholeAnswers(templateOf(code)!) };
    const given = await ours.rowan.call('post', `homework/${id}/submission`, { body, version });
    expect([code, given.status, given.status === 200 ? '' : given.text]).toEqual([code, 200, '']);
  };
  const count = async (predictor: PredictorCode, key: string) => {
    const path = `predictors/${ours.coupleId}/sum?predictor=${predictor}&readOn=${day(13)}`;
    const { indicators } = (await ours.jo.call('get', path)).body as PredictorSumView;
    const { done, expected } = indicators.find((one) => one.key === key)!;
    return done === null ? null : [done, expected];
  };

  it('opens when no other is left of its week, whichever was done first', async () => {
    const [first, second] = await open('R13', 6);
    await handIn('R13', second!, at(1, '12:00'));
    expect((await open('R13', 6)).map(({ occurrence }) => occurrence)).toEqual([1]);
    await handIn('R13', first!, at(2, '12:00'));
    expect((await open('R13', 6)).map(({ occurrence }) => occurrence)).toEqual([2 + 1]);
  });

  it('is expected by nobody when it was not needed, and changes nothing when it was', async () => {
    travel(app, at(7, '09:00'));
    expect(await count('ED', 'e1')).toEqual([2, 2]);
    const [further] = await open('R13', 6);
    await handIn('R13', further!, at(6, '12:00'));
    const [once] = await open('R04', 6);
    await handIn('R04', once!, at(6, '13:00'));
    travel(app, at(7, '09:00'));
    expect([await count('ED', 'e1'), await count('CG', 'g1')]).toEqual([[2, 2], [1, 1]]); // prettier-ignore
  });

  it('leaves what is kept as the chart has it, and what is asked of no week out of both', async () => {
    await app.db.sql(
      `INSERT INTO predictor_rating VALUES ($1, gen_random_uuid(), $2, $3, 'T', $4, 'CG', 10, 5, '1', now())`,
      [ours.clinicId, ours.coupleId, day(13), ours.minaId],
    );
    travel(app, at(15, '00:10'));
    // Of the second week nothing was done; R09 is for when it happens.
    expect([await count('ED', 'e1'), await count('CG', 'g1')]).toEqual([[2, 4], [1, 2]]);
    await app.app.get(OffTrackWatch).look({ clinicId: ours.clinicId, coupleId: ours.coupleId });
    const kept = await app.db.sql<{ counts: object }>(
      "SELECT counts FROM predictor_reading WHERE couple_id = $1 AND predictor IN ('CG', 'ED') ORDER BY predictor",
      [ours.coupleId],
    );
    expect(JSON.stringify(kept)).toContain('"g1":["1/1",2]');
  }); // prettier-ignore
});
