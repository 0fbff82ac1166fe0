import type { NoiseRule } from './noise-rules.js';
import type { Random } from './random.js';
import { noise, stableSeries } from './stable-couple.js';

/**
 * Percent of couples, 0 to 100, in whom each rule speaks at least once on any of five predictors in 24 weeks,
 * although nothing changes (ALERT-24). All rules look at the same couples.
 */
export function falseAlarmRates(
  rules: readonly NoiseRule[],
  couples: number,
  random: Random,
): readonly number[] {
  const counts = rules.map(() => 0);
  for (let couple = 0; couple < couples; couple += 1) {
    const series = Array.from({ length: noise.predictors }, () => stableSeries(random));
    rules.forEach((rule, at) => {
      if (series.some(rule)) counts[at] = (counts[at] ?? 0) + 1;
    });
  }
  return counts.map((count) => (100 * count) / couples);
}
