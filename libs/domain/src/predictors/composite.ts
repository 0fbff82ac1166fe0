import {
  absolute,
  compare,
  divide,
  fraction,
  multiply,
  subtract,
  sumOf,
  type Fraction,
} from '../shared/fraction.js';
import type { Source, SourceWeights } from './definition.js';

/** Score 0 to 100 of each source; null where there is none. */
export type SourceScores = Readonly<Record<Source, Fraction | null>>;

/**
 * 'full': the three people have rated. 'partial': a rating is missing, so the value is drawn hollow and stays out
 * of change tests and alerts. 'none': too little to show; never 0.
 */
export type CompositeKind = 'full' | 'partial' | 'none';

export type Composite = Readonly<{
  score: Fraction | null;
  kind: CompositeKind;
  sourcesUsed: readonly Source[];
  weightUsed: number;
  /** True when no behaviour applies, as when joint work is paused by plan. */
  behaviourNotApplicable: boolean;
}>;

const sources = ['R', 'B', 'T', 'D'] as const;
const leastWeight = 50;

/**
 * composite = sum(W * S) / sum(W) over the available sources. Needs two sources, one of them a person, and half
 * of the weight (PRED-05).
 */
export function composite(scores: SourceScores, weights: SourceWeights): Composite {
  const sourcesUsed = sources.filter((source) => scores[source] !== null);
  const weightUsed = sourcesUsed.reduce((sum, source) => sum + weights[source], 0);
  const people = sourcesUsed.filter((source) => source !== 'D').length;
  // Of two sources one is always a person, since behaviour is the only one that is not.
  const enough = sourcesUsed.length >= 2 && weightUsed >= leastWeight;
  const parts = sourcesUsed.map((source) => weighted(scores[source], weights[source]));
  return {
    score: enough ? divide(sumOf(parts), fraction(weightUsed)) : null,
    kind: !enough ? 'none' : people === 3 ? 'full' : 'partial',
    sourcesUsed,
    weightUsed,
    behaviourNotApplicable: scores.D === null,
  };
}

function weighted(score: Fraction | null, weight: number): Fraction {
  return multiply(score ?? fraction(0), fraction(weight));
}

/**
 * The two composites over the sources that both readings have, weights divided anew, so that a change never comes
 * from a source that appeared or left (PRED-07). Null when what is shared is too little.
 */
export function comparable(
  before: SourceScores,
  after: SourceScores,
  weights: SourceWeights,
): Readonly<{ before: Fraction; after: Fraction; sources: readonly Source[] }> | null {
  const shared = sources.filter((source) => before[source] !== null && after[source] !== null);
  const only = (scores: SourceScores): SourceScores => ({
    R: shared.includes('R') ? scores.R : null,
    B: shared.includes('B') ? scores.B : null,
    T: shared.includes('T') ? scores.T : null,
    D: shared.includes('D') ? scores.D : null,
  });
  const [first, second] = [composite(only(before), weights), composite(only(after), weights)];
  return first.score && second.score ? { before: first.score, after: second.score, sources: shared } : null;
}

/** Points between two views from which the chip "views differ" is shown (PRED-08). */
export const gapChipFrom = 25;

/** S_R - S_B, or null while one is missing. Says nothing about who is right. */
export function perspectiveGap(scores: SourceScores): Fraction | null {
  return scores.R && scores.B ? subtract(scores.R, scores.B) : null;
}

/** T - S_R, or null while one is missing (PRED-30). The same chip and the same silence about who is right. */
export function therapistGap(scores: SourceScores): Fraction | null {
  return scores.T && scores.R ? subtract(scores.T, scores.R) : null;
}

/** Whether the chip is shown: a gap of 25 points or more in either direction. */
export function viewsDiffer(gap: Fraction | null): boolean {
  return gap !== null && compare(absolute(gap), fraction(gapChipFrom)) >= 0;
}
