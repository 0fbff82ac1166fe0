import { describe, expect, it } from '@jest/globals';
import { fraction, type Fraction } from '../shared/fraction.js';
import { addDays, asLocalDate, type LocalDate } from '../shared/local-date.js';
import { ratioOf, slipTimeliness } from './behaviour.js';
import type { HeldDialogue, SlipOnRecord } from './behaviour-records.js';
import { frameOf } from './count-frame.js';
import { heardCount } from './count-shared.js';
import { slipCount, slipTellings } from './count-slips.js';
import { coupleChart } from './couple-chart.js';
import { marksFor, type EventMark } from './event-marks.js';
import { groupSummary } from './group-summary.js';
import { isBeyondNoise, noiseScales } from './noise-scales.js';
import { predictors } from './predictors.js';
import { ratingWindow, windowAt } from './rating-window.js';
import type { Reading } from './reliable-change.js';
import { predictorSettingValues } from './settings.js';
import { trustGaps, trustTriad } from './trust-triad.js';

const zone = 'America/Chicago';
const anchor = asLocalDate('2025-01-06');
const frame = frameOf(ratingWindow(anchor, zone, 5), zone);
const day = (n: number): LocalDate => addDays(frame.from, n);

describe('what is told of a slip', () => {
  const at = new Date('2025-03-04T18:00:00Z');
  const slip = (outcome: SlipOnRecord['outcome']): SlipOnRecord => ({ at, agreedHours: 24, outcome });
  const hoursLater = (hours: number, ms = 0): Date => new Date(at.getTime() + hours * 3_600_000 + ms);
  const tellings = (outcome: SlipOnRecord['outcome'], asOf: Date): unknown =>
    slipTellings([slip(outcome)], { ...frame, asOf });

  it.each(['found_out', 'addendum'] as const)(
    '%s counts at once, while the agreed time still runs',
    (how) => {
      expect(tellings({ how }, hoursLater(1))).toEqual([{ how }]);
      expect(slipCount([slip({ how })], { ...frame, asOf: hoursLater(1) })).toEqual({
        done: fraction(0),
        expected: 1,
      });
    },
  );

  it('without an outcome waits to the end of the agreed time, and then counts as found out', () => {
    expect(tellings(null, hoursLater(24))).toEqual([]);
    expect(tellings(null, hoursLater(24, 1))).toEqual([{ how: 'found_out' }]);
  });

  it('that was agreed not to be told, is never expected', () => {
    expect(tellings({ how: 'not_to_tell' }, hoursLater(48))).toEqual([]);
  });

  it.each([
    [168, 168 * 60, fraction(1)],
    [168, 168 * 60 + 1, fraction(0)],
    [167, 167 * 60, fraction(1)],
    [167, 167 * 60 + 1, fraction(59, 60)],
    [167, 168 * 60, fraction(0)],
  ])('agreed %i hours, told after %i minutes', (agreedHours, latencyMinutes, timeliness) => {
    expect(slipTimeliness({ how: 'told', latencyMinutes, agreedHours })).toEqual(timeliness);
  });
});

describe('a ratio', () => {
  it.each([
    [0, 2, fraction(0)],
    [1.5, 2, fraction(3, 4)],
    [2, 2, fraction(1)],
    [2.5, 2, fraction(1)],
    [1, 0, null],
  ])('%d of %i', (done, expected, ratio) => {
    expect(ratioOf(done, expected)).toEqual(ratio);
  });
});

describe('a dialogue that was not rated', () => {
  const dialogue = (partnerFeltHeard: number | null): HeldDialogue => ({ on: day(1), partnerFeltHeard });
  const heard = (feltHeardFrom: number): unknown =>
    heardCount([dialogue(null), dialogue(0), dialogue(3)], frame, {
      ...predictorSettingValues(),
      feltHeardFrom,
    });

  it('is not known to have been heard, however low the bar', () => {
    expect(heard(3)).toEqual({ done: fraction(1), expected: 3 });
    expect(heard(4)).toEqual({ done: fraction(0), expected: 3 });
    expect(heard(0)).toEqual({ done: fraction(2), expected: 3 });
  });
});

describe('the reading of an instant', () => {
  it.each([
    ['2025-01-06T05:59:59Z', null],
    ['2025-01-06T06:00:00Z', 2],
    ['2025-01-20T05:59:59Z', 2],
    ['2025-01-20T06:00:00Z', 4],
  ])('%s', (at, week) => {
    expect(windowAt(anchor, zone, new Date(at))?.week ?? null).toBe(week);
  });
});

describe('noise', () => {
  it('is left only by more than the limit itself', () => {
    const limit = fraction(1372, 100);
    const beyond = (difference: Fraction): boolean =>
      isBeyondNoise(difference, noiseScales.composite, fraction(1));
    expect([limit, fraction(-1372, 100), fraction(1373, 100), fraction(-1373, 100)].map(beyond)).toEqual([
      false, false, true, true,
    ]); // prettier-ignore
  });
});

describe('order of a chart', () => {
  const marks: EventMark[] = [3, 1, 4, 1, 2].map((n, at) => ({
    kind: at === 1 ? 'letter' : 'session',
    on: day(n),
  }));
  const readings: Reading[] = [28, 0, 42, 14].map((n) => {
    const score = fraction(20 + n);
    return { on: addDays(anchor, n), scores: { R: score, B: score, T: score, D: score } };
  });
  const chart = coupleChart(predictors.CT, readings, marks, { predictor: 'CT', inSession: true }, frame.to);

  it('has marks from old to new, those of one day as they were given', () => {
    const ordered = marksFor('RP', marks, frame.to);
    expect(ordered.map(({ on }) => on)).toEqual([1, 1, 2, 3, 4].map(day));
    expect(ordered.map(({ kind }) => kind)).toEqual(['letter', 'session', 'session', 'session', 'session']);
    expect(chart?.marks).toEqual(ordered);
  });

  it('has points from old to new', () => {
    expect(chart?.points.map(({ on, score }) => [on, score])).toEqual([
      ['2025-01-06', 20],
      ['2025-01-20', 34],
      ['2025-02-03', 48],
      ['2025-02-17', 62],
    ]);
  });
});

describe('percent missing of a group', () => {
  it.each([
    [0, fraction(0)],
    [1, fraction(100, 6)],
    [3, fraction(300, 8)],
  ])('%i missing beside five values', (missing, missingPercent) => {
    const values = [
      ...[1, 2, 3, 4, 5].map((n) => fraction(n)),
      ...Array.from({ length: missing }, () => null),
    ];
    expect(groupSummary(values)).toMatchObject({ suppressed: false, n: 5, missingPercent });
  });
});

describe('the three sides of trust', () => {
  const of = (one: number, two: number, three: number): ReturnType<typeof trustTriad> =>
    trustTriad({
      predictability_1: one,
      predictability_2: one,
      transparency_1: two,
      transparency_2: two,
      shared_values_1: three,
      shared_values_2: three,
    });

  it('are scored and compared each from its own answers', () => {
    expect(of(1, 2, 4)).toEqual({
      predictability: fraction(25),
      transparency: fraction(50),
      shared_values: fraction(100),
    });
    expect(trustGaps(of(1, 2, 4), of(2, 0, 1))).toEqual({
      predictability: fraction(-25),
      transparency: fraction(50),
      shared_values: fraction(75),
    });
  });
});
