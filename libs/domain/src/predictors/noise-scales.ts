import { compare, fraction, fractionOfDecimal, multiply, type Fraction } from '../shared/fraction.js';
import { ok, refuse, type Result } from '../shared/result.js';

/** How much a value moves without a true change. All in points of 0 to 100; `reliability` is 0 to 1. */
export type NoiseScale = Readonly<{
  version: number;
  standing: 'provisional' | 'clinic';
  sd: number;
  reliability: number;
  /** Standard error of measurement: a configured constant, not computed from the two before it. */
  sem: number;
}>;

export type NoiseScaleName = 'composite' | 'source';

/** Provisional values, to be replaced by a clinic's own (PRED-33, source clinical brief 4.8). */
export const noiseScales = {
  composite: { version: 1, standing: 'provisional', sd: 18, reliability: 0.85, sem: 7 },
  source: { version: 1, standing: 'provisional', sd: 20, reliability: 0.8, sem: 9 },
} as const satisfies Readonly<Record<NoiseScaleName, NoiseScale>>;

/** Thresholds of 95 % change for display: 1.96 x SEM x the root of 2, or of 1.5 from a mean of two (PRED-34, PRED-35). */
export const shownThresholds = { composite: 19.4, source: 25, compositeFromTwo: 16.8 } as const;

/** Variance of a difference in units of SEM squared: of two readings, or of one and a mean of two. */
export const differenceVariance = { ofTwo: fraction(2), fromMeanOfTwo: fraction(3, 2) } as const;

/** The normal deviate of 95 %. */
const deviate = fraction(196, 100);

/** Whether a difference lies beyond noise, Jacobson and Truax. Compares squares, so that nothing is rounded. */
export function isBeyondNoise(
  difference: Fraction,
  scale: NoiseScale,
  variance: Fraction = differenceVariance.ofTwo,
): boolean {
  const step = multiply(deviate, fractionOfDecimal(scale.sem));
  const limit = multiply(multiply(step, step), variance);
  return compare(multiply(difference, difference), limit) > 0;
}

/** Half width of the band around one value, 1.96 x SEM, exact: 13.72 for a composite. */
export function bandHalf(scale: NoiseScale): Fraction {
  return multiply(deviate, fractionOfDecimal(scale.sem));
}

/** What a clinic needs before its own values replace the provisional ones (PRED-36). */
export const recomputeTerms = {
  baselineCouples: 100,
  consistencyRatings: 100,
  retestCouples: 50,
  retestDays: 14,
} as const;

/** A clinic's own numbers. The retest is over two weeks, in couples who were stable; null where there is none. */
export type ScaleEvidence = Readonly<{
  baselineCouples: number;
  sd: number;
  consistency: Readonly<{ value: number; ratings: number }> | null;
  retest: Readonly<{ value: number; couples: number }> | null;
}>;

/**
 * The next version of a scale from a clinic's numbers (PRED-36): 100 baseline couples for the SD, and a retest in 50
 * couples, or else an internal consistency from 100, which overstates stability. SEM = SD x sqrt(1 - r), to one
 * decimal. Never happens by itself: a clinic asks for it, and scores keep the version they were read with.
 */
export function recomputedScale(
  current: NoiseScale,
  evidence: ScaleEvidence,
): Result<NoiseScale, 'too_few_couples' | 'no_reliability' | 'out_of_range'> {
  if (evidence.baselineCouples < recomputeTerms.baselineCouples) return refuse('too_few_couples');
  const reliability = reliabilityOf(evidence);
  if (reliability === null) return refuse('no_reliability');
  if (!(evidence.sd > 0 && reliability > 0 && reliability < 1)) return refuse('out_of_range');
  const sem = Math.round(evidence.sd * Math.sqrt(1 - reliability) * 10) / 10;
  return ok({ version: current.version + 1, standing: 'clinic', sd: evidence.sd, reliability, sem });
}

function reliabilityOf({ retest, consistency }: ScaleEvidence): number | null {
  if (retest && retest.couples >= recomputeTerms.retestCouples) return retest.value;
  return consistency && consistency.ratings >= recomputeTerms.consistencyRatings ? consistency.value : null;
}

/**
 * Criterion c of clinically significant change, (SD1 x M0 + SD0 x M1) / (SD0 + SD1), needs norms of people without
 * the difficulty. There are none for the five predictors, so no cut-off exists and none is shown (PRED-37).
 */
export const predictorCutOff = null;
