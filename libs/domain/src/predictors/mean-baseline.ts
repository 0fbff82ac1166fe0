import { add, divide, fraction, subtract, type Fraction } from '../shared/fraction.js';
import { daysBetween } from '../shared/local-date.js';
import { composite, type SourceScores } from './composite.js';
import type { Source, SourceWeights } from './definition.js';
import { differenceVariance, isBeyondNoise, noiseScales, type NoiseScale } from './noise-scales.js';
import { leastDaysApart, type Change, type Reading } from './reliable-change.js';

const tooLittle: Change = { statement: 'not_enough_data', since: null, difference: null };
const sources = ['R', 'B', 'T', 'D'] as const;

/** The readings that have all three people's ratings, oldest first. */
export function fullReadingsOf(readings: readonly Reading[], weights: SourceWeights): readonly Reading[] {
  return readings
    .filter(({ scores }) => composite(scores, weights).kind === 'full')
    .sort((a, b) => daysBetween(b.on, a.on));
}

/** Composites of several readings over the sources that all of them have (PRED-07); null when that is too little. */
export function compositesShared(
  readings: readonly Reading[],
  weights: SourceWeights,
): readonly Fraction[] | null {
  const shared = sources.filter((source) => readings.every(({ scores }) => scores[source] !== null));
  const values = readings.map(({ scores }) => composite(onlyOf(scores, shared), weights).score);
  const known = values.filter((value) => value !== null);
  return known.length === readings.length ? known : null;
}

function onlyOf(scores: SourceScores, shared: readonly Source[]): SourceScores {
  const kept = (source: Source): Fraction | null => (shared.includes(source) ? scores[source] : null);
  return { R: kept('R'), B: kept('B'), T: kept('T'), D: kept('D') };
}

/**
 * The latest full reading against the mean of the first two, which is steadier than one (PRED-35): beyond noise from
 * 1.96 x SEM x sqrt 1.5, 16.8 points. The latest must lie 28 days or more after the second of the two.
 */
export function changeSinceMeanBaseline(
  readings: readonly Reading[],
  weights: SourceWeights,
  scale: NoiseScale = noiseScales.composite,
): Change {
  const full = fullReadingsOf(readings, weights);
  const [first, second] = full;
  const latest = full.at(-1);
  if (!first || !second || !latest || daysBetween(second.on, latest.on) < leastDaysApart) return tooLittle;
  const [one, two, now] = compositesShared([first, second, latest], weights) ?? [];
  if (!one || !two || !now) return tooLittle;
  const difference = subtract(now, divide(add(one, two), fraction(2)));
  const beyond = isBeyondNoise(difference, scale, differenceVariance.fromMeanOfTwo);
  const direction = difference.n > 0n ? 'improved_beyond_noise' : 'worse_beyond_noise';
  return { statement: beyond ? direction : 'within_noise', since: first.on, difference };
}
