import { add, compare, divide, fraction, multiply, subtract, type Fraction } from '../shared/fraction.js';
import { daysBetween } from '../shared/local-date.js';
import { comparable } from './composite.js';
import type { SourceWeights } from './definition.js';
import { fullReadingsOf } from './mean-baseline.js';
import type { Reading } from './reliable-change.js';
import { predictorSettingValues, type PredictorSettingValues } from './settings.js';

/** Days of the unit in which a trend is said: points per four weeks. */
const trendUnitDays = 28;

/** The middle value, or the mean of the middle two; null of nothing. Leaves the list as it is. */
export function medianOf(values: readonly Fraction[]): Fraction | null {
  const sorted = [...values].sort(compare);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low && high ? divide(add(low, high), fraction(2)) : null;
}

/**
 * Theil-Sen slope in points per four weeks, exact (PRED-38): the median of the slopes of all pairs of full readings,
 * each pair over the sources that both have. Null with fewer than four full readings or less than six weeks from
 * the first to the last: "not enough data yet".
 */
export function trendOf(
  readings: readonly Reading[],
  weights: SourceWeights,
  settings: PredictorSettingValues = predictorSettingValues(),
): Fraction | null {
  const full = fullReadingsOf(readings, weights);
  const [first, last] = [full[0], full.at(-1)];
  if (!first || !last || full.length < settings.trendReadings) return null;
  if (daysBetween(first.on, last.on) < settings.trendDays) return null;
  const slopes = full.flatMap((from, at) => full.slice(at + 1).flatMap((to) => slope(from, to, weights)));
  return medianOf(slopes);
}

function slope(from: Reading, to: Reading, weights: SourceWeights): readonly Fraction[] {
  const days = daysBetween(from.on, to.on);
  const pair = comparable(from.scores, to.scores, weights);
  if (!pair || days === 0) return [];
  return [divide(multiply(subtract(pair.after, pair.before), fraction(trendUnitDays)), fraction(days))];
}
