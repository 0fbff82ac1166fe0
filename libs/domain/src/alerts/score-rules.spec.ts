import { describe, expect, it } from '@jest/globals';
import { addDays } from '../shared/local-date.js';
import { alertLimits } from './alert-settings.js';
import { jointDrop } from './joint-drop.js';
import { noResponse, reviewDays } from './no-response.js';
import type { OffTrackRule } from './off-track-rule.js';
import { reliableWorsening } from './reliable-worsening.js';
import {
  level,
  sampleHistory,
  sampleReadings,
  sampleSunday as sunday,
  type SampleScores,
} from './sample-history.js';
import { viewGap } from './view-gap.js';

type Rows = readonly (SampleScores | null)[];
const days = (rule: OffTrackRule, rows: Rows, limits = alertLimits()) =>
  rule(sampleHistory({ readings: sampleReadings('CT', rows) }), limits).map(({ on }) => on);
const without = (row: SampleScores, ...sources: (keyof SampleScores)[]): SampleScores => ({
  ...row,
  ...Object.fromEntries(sources.map((source) => [source, null])),
});

describe('OT-1, reliable worsening', () => {
  it('takes two full readings in a row, 19.4 or more below the first', () => {
    expect(days(reliableWorsening, [level(60), level(40.6), level(40.6)])).toEqual([sunday(3)]);
    expect(days(reliableWorsening, [level(60), level(40.6), level(40.7)])).toEqual([]);
    expect(days(reliableWorsening, [level(60), level(40.7), level(40.6)])).toEqual([]);
    expect(days(reliableWorsening, [level(60), level(40.6), level(50), level(40.6)])).toEqual([]);
    expect(days(reliableWorsening, [])).toEqual([]);
  });

  it('is met again at each further low reading, and follows the settings', () => {
    const rows = [level(60), level(40), level(40), level(40)];
    expect(days(reliableWorsening, rows)).toEqual([sunday(3), sunday(4)]);
    expect(days(reliableWorsening, rows, alertLimits({ worseningReadings: 1 }))).toHaveLength(3);
    expect(days(reliableWorsening, rows, alertLimits({ worseningReadings: 3 }))).toEqual([sunday(4)]);
    expect(days(reliableWorsening, rows, alertLimits({ worseningDrop: 20 }))).toHaveLength(2);
    expect(days(reliableWorsening, rows, alertLimits({ worseningDrop: 20.1 }))).toEqual([]);
  });

  it('leaves partial readings out, as baseline and between', () => {
    const partial = without(level(20), 'B');
    expect(days(reliableWorsening, [level(60), level(40), partial, level(40)])).toEqual([sunday(4)]);
    expect(days(reliableWorsening, [level(60), level(40), partial])).toEqual([]);
    expect(days(reliableWorsening, [without(level(90), 'R'), level(60), level(60), level(60)])).toEqual([]);
  });

  it('compares only what both readings have', () => {
    const paused = { R: 45, B: 45, T: 45, D: null };
    // With behaviour the first composite is 60, without it 45: nothing fell.
    const first = { R: 45, B: 45, T: 45, D: 95 };
    expect(days(reliableWorsening, [first, paused, paused])).toEqual([]);
  });

  it('names the predictor and ignores the order of readings and a day that is not over', () => {
    const readings = [...sampleReadings('ED', [level(60), level(40), level(40)])].reverse();
    const found = reliableWorsening(sampleHistory({ readings }, sunday(3)), alertLimits());
    expect(found).toEqual([
      { rule: 'OT-1', predictor: 'ED', track: null, metOn: sunday(3), on: sunday(3), note: null },
    ]);
    expect(reliableWorsening(sampleHistory({ readings }, addDays(sunday(3), -1)), alertLimits())).toEqual([]);
  });
});

describe('OT-2, joint drop', () => {
  const before = [
    { R: 50, B: 70, T: 50, D: 90 },
    { R: 50, B: 60, T: 50, D: 80 },
    { R: 50, B: 50, T: 50, D: 40 },
  ];
  const then = (B: number | null, D: number | null) => [...before, { R: 50, B, T: 50, D }];

  it('takes both drops from the medians of the last three', () => {
    expect(days(jointDrop, then(40, 55))).toEqual([sunday(4)]);
    expect(days(jointDrop, then(40.1, 55))).toEqual([]);
    expect(days(jointDrop, then(40, 55.1))).toEqual([]);
    expect(days(jointDrop, then(0, 80))).toEqual([]);
    expect(days(jointDrop, then(60, 0))).toEqual([]);
    expect(days(jointDrop, then(40.1, 55), alertLimits({ partnerDrop: 19 }))).toEqual([sunday(4)]);
    expect(days(jointDrop, then(40, 55.1), alertLimits({ behaviourDrop: 24 }))).toEqual([sunday(4)]);
  });

  it('says nothing without three earlier values or without one of the two now', () => {
    expect(days(jointDrop, then(40, 55).slice(1))).toEqual([]);
    expect(days(jointDrop, then(null, 0))).toEqual([]);
    expect(days(jointDrop, then(0, null))).toEqual([]);
    const [first, second, third] = before;
    const gap = [first, second, { R: 50, B: 50, T: 50, D: null }, { R: 50, B: 0, T: 50, D: 0 }];
    expect(
      days(
        jointDrop,
        gap.flatMap((row) => row ?? []),
      ),
    ).toEqual([]);
    expect(third?.D).toBe(40);
  });

  it('looks at three values, not four, and never at a partial reading', () => {
    const low = { R: 50, B: 0, T: 50, D: 0 };
    expect(days(jointDrop, [low, low, ...then(40, 55)])).toEqual([sunday(6)]);
    const partial = { R: null, B: 100, T: 50, D: 100 };
    expect(days(jointDrop, [...before, partial, partial, { R: 50, B: 40.1, T: 50, D: 55 }])).toEqual([]);
    expect(days(jointDrop, [...before, { R: null, B: 0, T: 50, D: 0 }])).toEqual([]);
  });
});

describe('OT-4, view gap', () => {
  const gap = (value: number): SampleScores => ({ R: 50 + value, B: 50, T: 50, D: 50 });
  const notes = (rows: Rows) =>
    viewGap(sampleHistory({ readings: sampleReadings('PI', rows) }), alertLimits()).map(({ note }) => note);

  it('takes a mean of 35 over three readings, in either direction', () => {
    expect(notes([gap(30), gap(35), gap(40)])).toEqual(['recovering_person_higher']);
    expect(notes([gap(-30), gap(-35), gap(-40)])).toEqual(['partner_higher']);
    expect(notes([gap(30), gap(35), gap(39.9)])).toEqual([]);
    expect(notes([gap(-30), gap(-35), gap(-39.9)])).toEqual([]);
    expect(notes([gap(50), gap(50)])).toEqual([]);
  });

  it('slides over the last three full readings', () => {
    expect(days(viewGap, [gap(0), gap(35), gap(35), gap(35), gap(0)])).toEqual([sunday(4)]);
    const partial = without(gap(0), 'T');
    expect(days(viewGap, [gap(35), gap(35), partial, gap(35)])).toEqual([sunday(4)]);
    expect(days(viewGap, [gap(35), gap(35)], alertLimits({ viewGapReadings: 2 }))).toEqual([sunday(2)]);
    expect(days(viewGap, [gap(30), gap(30), gap(30)], alertLimits({ viewGap: 30 }))).toEqual([sunday(3)]);
  });
});

describe('OT-5, no response', () => {
  const twelve = (ct: number, pi: number, late = ct) =>
    Array.from({ length: 12 }, (_, at) => ({
      on: sunday(at + 1),
      scores: {
        ...sampleReadings('CT', [at === 0 ? level(30) : level(at < 8 ? ct : late)])[0]?.scores,
        ...sampleReadings('PI', [at === 0 ? level(30) : level(pi)])[0]?.scores,
      },
    }));
  const found = (readings: ReturnType<typeof twelve>, through = sunday(12)) =>
    noResponse(sampleHistory({ readings }, through), alertLimits()).map(({ on }) => on);

  it('is asked 12, 20, 28 weeks after the first full reading and no other day', () => {
    const history = sampleHistory({ readings: twelve(30, 30) }, addDays(sunday(1), 84 + 56 + 56));
    expect(reviewDays(history, alertLimits())).toEqual([sunday(7), sunday(11), addDays(sunday(1), 196)]);
    expect(
      reviewDays(sampleHistory({ readings: twelve(30, 30) }, addDays(sunday(7), -1)), alertLimits()),
    ).toEqual([]);
    expect(reviewDays(sampleHistory(), alertLimits())).toEqual([]);
  });

  it('needs two predictors better beyond noise', () => {
    expect(found(twelve(50, 50))).toEqual([]);
    expect(found(twelve(50, 49.4))).toEqual([sunday(7), sunday(11)]);
    expect(found(twelve(50, 50, 40))).toEqual([sunday(11)]);
    expect(found(twelve(30, 30), addDays(sunday(7), -1))).toEqual([]);
  });

  it('counts a predictor with too little data as not better, and says nothing where none has enough', () => {
    const single = sampleReadings('CT', [level(30), null, level(60)]);
    expect(days(noResponse, [level(30), null, level(60)])).toEqual([sunday(7), sunday(11)]);
    expect(single).toHaveLength(2);
    expect(days(noResponse, [level(30), level(60)])).toEqual([]);
  });
});
