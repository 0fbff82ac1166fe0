import {
  add,
  divide,
  fraction,
  fractionOfDecimal,
  multiply,
  sumOf,
  type Fraction,
} from '../shared/fraction.js';
import type { PredictorDefinition } from './definition.js';

/** Share of the weight that must be applicable before D is shown, in percent (PRED-03). */
export const leastIndicatorWeight = 50;

/** Done of expected per indicator, each 0 to 1; null or absent where the indicator does not apply. */
export type IndicatorRatios = Readonly<Record<string, Fraction | null>>;

export type BehaviourScore = Readonly<{ score: Fraction | null; weightUsed: number }>;

/** D = sum(w * 100 * ratio) / sum(w) over the applicable indicators, 0 to 100, exact (PRED-03). */
export function behaviourScore(ratios: IndicatorRatios, definition: PredictorDefinition): BehaviourScore {
  const used = definition.indicators.flatMap(({ key, weight }) => {
    const ratio = Object.hasOwn(ratios, key) ? ratios[key] : null;
    return ratio ? [{ weight, part: multiply(fraction(100 * weight), ratio) }] : [];
  });
  const weightUsed = used.reduce((sum, { weight }) => sum + weight, 0);
  const whole = definition.indicators.reduce((sum, { weight }) => sum + weight, 0);
  if (weightUsed * 100 < whole * leastIndicatorWeight) return { score: null, weightUsed };
  return { score: divide(sumOf(used.map(({ part }) => part)), fraction(weightUsed)), weightUsed };
}

/** done / expected, capped at 1; null when nothing was expected. `done` may end in .5 for late work. */
export function ratioOf(done: number, expected: number): Fraction | null {
  if (expected <= 0) return null;
  return divide(fractionOfDecimal(Math.min(done, expected)), fraction(expected));
}

/** Hours after a slip at which telling no longer counts. */
export const tellingEndsHours = 168;

export type SlipTelling = Readonly<
  { how: 'told'; latencyMinutes: number; agreedHours: number } | { how: 'found_out' | 'addendum' }
>;

/**
 * Timeliness c3 of one slip as a ratio (PRED-04): 1 within the agreed hours, then falling in a straight line to 0
 * at 168 hours; 0 when found out first or brought as an addendum. Without a slip the indicator does not apply.
 */
export function slipTimeliness(telling: SlipTelling): Fraction {
  if (telling.how !== 'told') return fraction(0);
  const { latencyMinutes, agreedHours } = telling;
  if (latencyMinutes <= agreedHours * 60) return fraction(1);
  const left = tellingEndsHours * 60 - latencyMinutes;
  return left <= 0 ? fraction(0) : fraction(left, (tellingEndsHours - agreedHours) * 60);
}

/** The mean timeliness of several slips, or null without a slip: no slip is never counted as 1. */
export function slipTimelinessOf(tellings: readonly SlipTelling[]): Fraction | null {
  if (tellings.length === 0) return null;
  return divide(tellings.map(slipTimeliness).reduce(add), fraction(tellings.length));
}
