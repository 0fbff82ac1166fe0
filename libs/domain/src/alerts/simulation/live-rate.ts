import type { AlertLimits } from '../alert-settings.js';
import type { SimulatedRule } from '../false-alarm-rates.js';
import { jointDropIn, meanGapIn, worseningIn, type NoiseRule } from './noise-rules.js';
import { seededRandom } from './random.js';
import { noise, stableSeries, type StableSeries } from './stable-couple.js';

/** Couples in whom nothing changes, drawn once; every setting is then tried on the same ones (ALERT-24). */
export type StableCouples = readonly (readonly StableSeries[])[];

/** Draws couples from a seed. 4,000 give a rate to within about one point, in less than a tenth of a second. */
export function drawStableCouples(couples: number, seed: number): StableCouples {
  const random = seededRandom(seed);
  return Array.from({ length: couples }, () =>
    Array.from({ length: noise.predictors }, () => stableSeries(random)),
  );
}

/** Percent of the couples, 0 to 100, in whom the rule with these limits speaks in 24 weeks (ALERT-23). */
export function liveRate(rule: SimulatedRule, limits: AlertLimits, couples: StableCouples): number {
  const test = testOf(rule, limits);
  const met = couples.filter((series) => series.some(test)).length;
  return couples.length === 0 ? 0 : (100 * met) / couples.length;
}

function testOf(rule: SimulatedRule, limits: AlertLimits): NoiseRule {
  if (rule === 'OT-1') return worseningIn(limits.worseningDrop, limits.worseningReadings);
  if (rule === 'OT-2') return jointDropIn(limits.partnerDrop, limits.behaviourDrop);
  return meanGapIn(limits.viewGap, limits.viewGapReadings);
}
