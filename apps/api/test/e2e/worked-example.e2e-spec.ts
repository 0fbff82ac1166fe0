import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseloadPageView, PredictorSumView } from '@trellis/contracts';
import { addDays, predictorCodes, type PredictorCode } from '@trellis/domain';
import {
  dayOf,
  elleryBehaviour,
  elleryCounts,
  expectedChanges,
  expectedChipWeeks,
  expectedComposites,
  expectedGaps,
  readingNumbers,
  readingWeeks,
} from '@trellis/fixtures';
import { DisclosureClockLoop } from '../../src/disclosure-clock/disclosure-clock-loop.service.js';
import { OffTrackWatch } from '../../src/predictors/off-track/off-track-watch.service.js';
import { travel, type ArrangedCase } from '../arrange-case.js';
import { answers, arrangeExample, exampleActs, shuffled, take } from '../replay/example-told.js';
import { wall } from '../replay/example-acts.js';
import { testApp, type TestApp } from '../test-app.js';

const sundays = readingNumbers.map((at) => dayOf(at, 13));
/** What is late by a day has come in as well. */
const afterwards = wall(dayOf(12, 2), '00:10');
const seed = 7;

/** The worked example of the clinical brief: its raw inputs go in over HTTP, and every figure of 7.3 and 7.4 comes out. */
describe('24 weeks of the worked example, entered by its people', () => {
  let app: TestApp;
  let ours: ArrangedCase;
  let seen: Awaited<ReturnType<typeof answers>>;

  beforeAll(async () => {
    app = await testApp();
    ours = await arrangeExample(app);
    const acts = exampleActs(app, ours);
    for (const [index, sunday] of sundays.entries()) {
      // The second night after the reading, and no act before its own moment.
      const [from, to] = [wall(addDays(sunday, -12), '00:10'), wall(addDays(sunday, 2), '00:10')];
      for (const act of acts.filter(({ at }) => (index === 0 || at >= from) && at < to)) await take(app, act);
      travel(app, to);
      await app.app.get(OffTrackWatch).look({ clinicId: ours.clinicId, coupleId: ours.coupleId });
    }
    seen = await answers(ours.dana, ours.coupleId, sundays);
  }, 240_000);
  afterAll(async () => app.close());

  const chart = (code: PredictorCode) => seen.charts.find(({ predictor }) => predictor === code)!;
  /** What is kept, exactly, without ids and moments. */
  const kept = (coupleId: string) =>
    app.db.sql<{ predictor: PredictorCode; composite: string; counts: object; on: string }>(
      `SELECT predictor, window_ends_on::text AS on, composite, kind, sources, scores, counts, n_expected, n_done
        FROM predictor_reading WHERE couple_id = $1 AND superseded_at IS NULL ORDER BY 1, 2`,
      [coupleId],
    );

  it.each(predictorCodes)('counts behind %s what its people did', (code) => {
    for (const [at, { indicators }] of seen.sums[code].entries())
      for (const { key, done, expected, score } of indicators) {
        if (key === 'c3') {
          expect([at, score]).toEqual([at, readingWeeks[at] === 8 ? 100 : null]);
          continue;
        }
        const counted = done === null ? null : [done, expected];
        expect([key, readingWeeks[at], counted]).toEqual([
          key,
          readingWeeks[at],
          elleryCounts[key]?.[at] ?? null,
        ]);
      }
  });

  it.each(predictorCodes)('gives every reading of %s: behaviour, composite, what is partial', (code) => {
    const { readings } = chart(code);
    expect(readings.map(({ readOn }) => readOn)).toEqual(sundays);
    expect(readings.map(({ behaviour }) => behaviour)).toEqual(elleryBehaviour[code]);
    expect(readings.map(({ composite }) => composite)).toEqual(expectedComposites[code]);
    const partial = readings.flatMap(({ partial: hollow, readOn }) => (hollow ? [readOn] : []));
    expect(partial).toEqual(code === 'PI' ? [sundays[4]] : []);
  });

  it('draws the same composites into the caseload', async () => {
    const { couples } = (await ours.dana.call('get', 'caseload')).body as CaseloadPageView;
    for (const { predictor, points } of couples[0]!.sparklines) {
      expect([predictor, points.map(({ value }) => value)]).toEqual([
        predictor,
        expectedComposites[predictor],
      ]);
      const { readings } = chart(predictor);
      expect(points.map(({ partial }) => partial)).toEqual(readings.map(({ partial }) => partial));
    }
  });

  it('shows how far apart both see transparency, and where that is worth a talk', () => {
    const { readings } = chart('CT');
    expect(readings.map(({ gap }) => gap)).toEqual(expectedGaps);
    const chips = readings.flatMap(({ viewsDiffer }, at) => (viewsDiffer ? [readingWeeks[at]] : []));
    expect(chips).toEqual(expectedChipWeeks);
  });

  it.each(predictorCodes)(
    'says of %s what changed since the first reading, and how it goes',
    async (code) => {
      const { statement, baselineOn, change, threshold, trend, readings } = chart(code);
      expect([statement, baselineOn, change, threshold]).toEqual([
        ...['improved_beyond_noise', '2025-01-19', expectedChanges[code].difference, 19.4],
      ]);
      const exact = (await kept(ours.coupleId)).flatMap(({ predictor, composite }) => {
        const [n = 0, d = 1] = composite.split('/').map(Number);
        return predictor === code ? [n / d] : [];
      });
      const index = (exact.at(-1)! - exact[0]!) / (7 * Math.SQRT2);
      expect(Math.round(index * 100) / 100).toBe(expectedChanges[code].index);
      // Points in four weeks: the middle slope between any two full readings; PI has readings of other sources in between.
      if (code === 'PI') expect(trend).toBeGreaterThan(0);
      else expect(trend).toBeCloseTo(middleSlope(readings.map(({ composite }) => composite ?? NaN)), 1);
    },
  );

  it.each(predictorCodes)('opens the sum behind every reading of %s, and its parts add up', (code) => {
    for (const sum of seen.sums[code]) expectToAddUp(sum);
  });

  it('goes off track once, on 25 May, for both of its reasons', () => {
    expect(seen.episodes).toEqual([
      {
        ...{ openedOn: '2025-05-25', acknowledgeBy: '2025-05-28', kind: 'off_track' },
        rules: ['OT-2:CT', 'OT-3'],
      },
    ]);
  });

  it('is the same after everything computed was thrown away, by the nightly job', async () => {
    const before = await kept(ours.coupleId);
    await forget(app);
    await nightly(app);
    expect(await kept(ours.coupleId)).toEqual(before);
    const again = await answers(ours.dana, ours.coupleId, sundays);
    expect([again.charts, again.episodes]).toEqual([seen.charts, seen.episodes]);
  });

  it('is the same when everything arrived in another order', async () => {
    const other = await arrangeExample(app);
    for (const act of shuffled(exampleActs(app, other), seed)) await take(app, act);
    travel(app, afterwards);
    await nightly(app);
    expect(await kept(other.coupleId)).toEqual(await kept(ours.coupleId));
    const found = await answers(other.dana, other.coupleId, sundays);
    expect([found.charts, found.episodes]).toEqual([seen.charts, seen.episodes]);
  }, 240_000);
});

/** The parts of a composite are its sources' points, those of behaviour its indicators by their weights. */
function expectToAddUp({ predictor, readOn, composite, sources, indicators }: PredictorSumView): void {
  const points = sources.reduce((all, one) => all + (one.points ?? 0), 0);
  expect([predictor, readOn, Math.abs(points - (composite ?? NaN)) < 0.2]).toEqual([predictor, readOn, true]);
  const counted = indicators.flatMap(({ score, weight }) => (score === null ? [] : [{ score, weight }]));
  const weights = counted.reduce((all, { weight }) => all + weight, 0);
  const behaviour = sources.find(({ source }) => source === 'D')?.score ?? null;
  if (behaviour === null) return;
  const mean = counted.reduce((all, { score, weight }) => all + score * weight, 0) / weights;
  expect([predictor, readOn, Math.abs(mean - behaviour) <= 0.1]).toEqual([predictor, readOn, true]);
}

function middleSlope(values: readonly number[]): number {
  const slopes = values.flatMap((y, j) => values.slice(0, j).map((x, i) => (2 * (y - x)) / (j - i)));
  slopes.sort((a, b) => a - b);
  const half = slopes.length / 2;
  return (slopes[Math.floor(half - 0.5)]! + slopes[Math.ceil(half - 0.5)]!) / 2;
}

async function forget({ db }: TestApp): Promise<void> {
  for (const table of ['off_track_alert', 'off_track_episode', 'predictor_reading'])
    await db.sql(`DELETE FROM ${table}`);
  await db.sql("UPDATE disclosure_clock SET due_at = '2025-01-01'");
}

async function nightly({ app }: TestApp): Promise<void> {
  await app.get(DisclosureClockLoop).round({ pollMs: 60_000, batch: 50, staleSeconds: 60 });
}
