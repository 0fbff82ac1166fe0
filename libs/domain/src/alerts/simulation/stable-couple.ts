import { normal, type Random } from './random.js';

/**
 * How much scores vary while nothing changes (ALERT-24, source clinical brief 4.8 and 4.10). `trueGap` is the
 * recovering person's view minus the partner's; `step` the distance between two possible scores of five items.
 */
export const noise = {
  readings: 12,
  predictors: 5,
  compositeSem: 7,
  sourceSem: 9,
  behaviourSd: 10,
  step: 5,
  trueGap: 10,
  level: 50,
} as const;

/** Scores of one predictor over twelve fortnights, errors independent of each other and over time. */
export type StableSeries = Readonly<{
  composite: readonly number[];
  recovering: readonly number[];
  partner: readonly number[];
  behaviour: readonly number[];
}>;

/**
 * One predictor of a couple in whom nothing changes. The composite has an error of its own, as the brief states
 * it, and is not put together from the sources.
 */
export function stableSeries(random: Random): StableSeries {
  const series = (level: number, spread: number): number[] =>
    Array.from({ length: noise.readings }, () => level + spread * normal(random));
  const rated = (level: number): number[] =>
    series(level, noise.sourceSem).map((score) => noise.step * Math.round(score / noise.step));
  return {
    composite: series(noise.level, noise.compositeSem),
    recovering: rated(noise.level + noise.trueGap),
    partner: rated(noise.level),
    behaviour: series(noise.level, noise.behaviourSd),
  };
}
