import { describe, expect, it } from '@jest/globals';
import { alertLimits } from '../alert-settings.js';
import { falseAlarmRateTable } from '../false-alarm-rates.js';
import { jointDrop } from '../joint-drop.js';
import type { OffTrackRule } from '../off-track-rule.js';
import { reliableWorsening } from '../reliable-worsening.js';
import { level, sampleHistory, sampleReadings, type SampleScores } from '../sample-history.js';
import { viewGap } from '../view-gap.js';
import { falseAlarmRates } from './false-alarms.js';
import { gapsInARow, jointDropIn, meanGapIn, worseningIn } from './noise-rules.js';
import { publishedRates } from './published-rates.js';
import { normal, seededRandom } from './random.js';
import { rateGrid } from './rate-grid.js';
import { stableSeries, type StableSeries } from './stable-couple.js';

describe('random numbers', () => {
  it('repeat with the seed, and lie in [0, 1)', () => {
    const [a, b, other] = [seededRandom(7), seededRandom(7), seededRandom(8)].map((random) =>
      Array.from({ length: 1000 }, random),
    );
    expect(a).toEqual(b);
    expect(a).not.toEqual(other);
    expect(a?.every((value) => value >= 0 && value < 1)).toBe(true);
    expect(seededRandom(1)()).toBeCloseTo(0.62707394, 8);
  });

  it('have the moments of a standard normal', () => {
    const random = seededRandom(1);
    const draws = Array.from({ length: 20_000 }, () => normal(random));
    const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
    const variance = draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / draws.length;
    const tail = draws.filter((x) => Math.abs(x) > 1.96).length / draws.length;
    expect(Math.abs(mean)).toBeLessThan(0.03);
    expect(Math.abs(variance - 1)).toBeLessThan(0.04);
    expect(Math.abs(tail - 0.05)).toBeLessThan(0.006);
  });
});

describe('a couple in whom nothing changes', () => {
  it('has twelve readings, rated in steps of five, with a gap of ten', () => {
    const random = seededRandom(3);
    const many = Array.from({ length: 500 }, () => stableSeries(random));
    const mean = (of: (series: StableSeries) => readonly number[]) => {
      const values = many.flatMap(of);
      expect(values).toHaveLength(6000);
      return values.reduce((sum, value) => sum + value, 0) / values.length;
    };
    expect(mean(({ partner }) => partner)).toBeCloseTo(50, -0.3);
    expect(mean(({ recovering }) => recovering)).toBeCloseTo(60, -0.3);
    expect(mean(({ composite }) => composite)).toBeCloseTo(50, -0.3);
    expect(mean(({ behaviour }) => behaviour)).toBeCloseTo(50, -0.3);
    expect(
      many.every(({ partner, recovering }) => [...partner, ...recovering].every((value) => value % 5 === 0)),
    ).toBe(true);
  });
});

/** Rounded to tenths, so that the exact rules see the same numbers. */
function tenths(series: StableSeries): StableSeries {
  const round = (values: readonly number[]) => values.map((value) => Math.round(value * 10) / 10);
  return { ...series, composite: round(series.composite), behaviour: round(series.behaviour) };
}

describe('the simulated rules', () => {
  const speaks = (
    rule: OffTrackRule,
    rows: readonly SampleScores[],
    limits: ReturnType<typeof alertLimits>,
  ) => rule(sampleHistory({ readings: sampleReadings('CT', rows) }), limits).length > 0;

  it('are the rules of the product', () => {
    const random = seededRandom(11);
    // Loose settings, so that both answers come often.
    const limits = alertLimits({ worseningDrop: 14.1, partnerDrop: 15, behaviourDrop: 10.1, viewGap: 25 });
    const answers = Array.from({ length: 300 }, () => {
      const series = tenths(stableSeries(random));
      const at = (values: readonly number[], index: number) => values[index] ?? 0;
      const sources = series.partner.map((B, index) => ({
        R: at(series.recovering, index),
        B,
        T: 50,
        D: at(series.behaviour, index),
      }));
      const exact = [
        speaks(reliableWorsening, series.composite.map(level), limits),
        speaks(jointDrop, sources, limits),
        speaks(viewGap, sources, limits),
      ];
      const simulated = [worseningIn(14.1, 2), jointDropIn(15, 10.1), meanGapIn(25, 3)].map((rule) =>
        rule(series),
      );
      return { exact, simulated };
    });
    for (const { exact, simulated } of answers) expect(simulated).toEqual(exact);
    const counts = [0, 1, 2].map((rule) => answers.filter(({ exact }) => exact[rule]).length);
    for (const count of counts) expect(count > 20 && count < 280).toBe(true);
  });

  it('know their bounds', () => {
    const flat = { composite: [], recovering: [], partner: [], behaviour: [] };
    const gaps = (...values: readonly number[]) => ({
      ...flat,
      recovering: values,
      partner: values.map(() => 0),
    });
    expect(gapsInARow(25, 2)(gaps(25, 25))).toBe(true);
    expect(gapsInARow(25, 2)(gaps(25, 20, 25))).toBe(false);
    expect(gapsInARow(25, 2)(gaps(-25, -25))).toBe(false);
    expect(meanGapIn(35, 3)(gaps(-35, -35, -35))).toBe(true);
    expect(meanGapIn(35, 3)(gaps(35, 35))).toBe(false);
    const composite = (...values: readonly number[]) => ({ ...flat, composite: values });
    expect(worseningIn(16, 2, 2)(composite(50, 70, 44, 44))).toBe(true);
    expect(worseningIn(16, 2, 2)(composite(50, 70, 44, 45, 44))).toBe(false);
    const drop = (...partner: readonly number[]) => ({ ...flat, partner, behaviour: partner.map(() => 50) });
    expect(jointDropIn(15, null)(drop(50, 50, 50, 35))).toBe(true);
    expect(jointDropIn(15, null)(drop(50, 50, 35))).toBe(false);
    expect(jointDropIn(15, 1)(drop(50, 50, 50, 35))).toBe(false);
  });
});

describe('false alarms', () => {
  it('come as often as published, within three and a half points at 2,000 couples', () => {
    const rates = falseAlarmRates(publishedRates.map(({ rule }) => rule), 2000, seededRandom(20_250_106)); // prettier-ignore
    expect(publishedRates.map(({ published }) => published)).toEqual([
      57, 13, 9, 100, 45, 11.5, 5, 73, 18, 2.5,
    ]);
    publishedRates.forEach(({ published }, at) => {
      expect(Math.abs((rates[at] ?? Number.NaN) - published)).toBeLessThanOrEqual(3.5);
    });
  });

  it('stand in the table, row by row of the grid', () => {
    expect(rateGrid.map(({ rule, a, b }) => [rule, a, b])).toEqual(
      falseAlarmRateTable.map((row) => row.slice(0, 3)),
    );
    // Every seventh row: all of them are made anew by the command that is named beside the table.
    const some = rateGrid.map((_, at) => at).filter((at) => at % 7 === 0);
    const rates = falseAlarmRates(
      some.flatMap((at) => rateGrid[at]?.test ?? []),
      2000,
      seededRandom(1),
    );
    expect(rates).toHaveLength(9);
    some.forEach((at, index) => {
      const percent = falseAlarmRateTable[at]?.[3] ?? Number.NaN;
      expect(Math.abs((rates[index] ?? Number.NaN) - percent)).toBeLessThanOrEqual(4);
    });
  });
});
