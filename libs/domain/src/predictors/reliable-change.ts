import { subtract, type Fraction } from '../shared/fraction.js';
import { daysBetween, type LocalDate } from '../shared/local-date.js';
import type { SourceWeights } from './definition.js';
import { comparable, composite, type SourceScores } from './composite.js';
import { isBeyondNoise, noiseScales, shownThresholds, type NoiseScale } from './noise-scales.js';

/** Standard error of a composite, points of 0 to 100: a configured constant, not computed (PRED-09). */
export const compositeSem = noiseScales.composite.sem;
/** 1.96 * 7.0 * sqrt(2), for display. The test itself compares squares, so nothing is rounded. */
export const changeThreshold = shownThresholds.composite;
/** Half width of the uncertainty band: 1.96 * 7.0. */
export const bandHalfWidth = 13.7;
/** Fewest calendar days between two readings that are compared with the baseline. */
export const leastDaysApart = 28;

export const changeStatements = [
  'improved_beyond_noise',
  'within_noise',
  'worse_beyond_noise',
  'not_enough_data',
] as const;
export type ChangeStatement = (typeof changeStatements)[number];

/**
 * Whether a difference of two composites lies beyond noise, Jacobson and Truax (PRED-09). Exact. With the scale of a
 * single source it compares two readings of that source (PRED-34).
 */
export function changeBetween(
  before: Fraction,
  after: Fraction,
  scale: NoiseScale = noiseScales.composite,
): ChangeStatement {
  const difference = subtract(after, before);
  if (!isBeyondNoise(difference, scale)) return 'within_noise';
  return difference.n > 0n ? 'improved_beyond_noise' : 'worse_beyond_noise';
}

/** RC = (after - before) / (SEM * sqrt(2)), as a plain number for display. */
export function reliableChangeIndex(before: Fraction, after: Fraction): number {
  const difference = subtract(after, before);
  return Number(difference.n) / Number(difference.d) / (compositeSem * Math.SQRT2);
}

export type Reading = Readonly<{ on: LocalDate; scores: SourceScores }>;

export type Change = Readonly<{
  statement: ChangeStatement;
  since: LocalDate | null;
  difference: Fraction | null;
}>;

const tooLittle: Change = { statement: 'not_enough_data', since: null, difference: null };

/**
 * The latest full reading against the baseline, which is the first full one, over their shared sources. Needs two
 * full readings at least 28 days apart (PRED-10). Readings may come in any order.
 */
export function changeSinceBaseline(readings: readonly Reading[], weights: SourceWeights): Change {
  const full = readings
    .filter((reading) => composite(reading.scores, weights).kind === 'full')
    .sort((a, b) => daysBetween(b.on, a.on));
  const [baseline] = full;
  const latest = full.at(-1);
  if (!baseline || !latest || daysBetween(baseline.on, latest.on) < leastDaysApart) return tooLittle;
  const pair = comparable(baseline.scores, latest.scores, weights);
  if (!pair) return tooLittle;
  return {
    statement: changeBetween(pair.before, pair.after),
    since: baseline.on,
    difference: subtract(pair.after, pair.before),
  };
}
