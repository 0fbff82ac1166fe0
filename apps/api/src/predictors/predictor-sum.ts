import {
  composite,
  instantOf,
  predictors,
  ratioOfCount,
  roundHalfAway,
  validTherapistRating,
  windowAt,
  type Composite,
  type Fraction,
  type LocalDate,
  type PredictorCode,
  type Source,
} from '@trellis/domain';
import type { PredictorSumIndicatorView, PredictorSumSourceView, PredictorSumView } from '@trellis/contracts';
import { scoredReading, type MeasuredFacts, type ScoredReading } from './scored-readings.js';
import type { Fortnights } from './therapist-window.js';

const sources = ['R', 'B', 'T', 'D'] as const;

/** The sum behind one reading, without what was kept of it earlier. */
export type SumOfReading = Omit<PredictorSumView, 'earlier' | 'weightsVersion' | 'itemSetVersion'>;

/** How a reading came about, source by source and count by count; null where there is no such reading. */
export function sumOf(
  couple: Fortnights,
  facts: MeasuredFacts,
  asked: { readonly predictor: PredictorCode; readonly readOn: LocalDate },
  now: Date,
): SumOfReading | null {
  const window = windowAt(
    couple.anchorOn,
    couple.timeZone,
    instantOf(asked.readOn, '12:00', couple.timeZone),
  );
  if (window?.reading !== asked.readOn) return null;
  const reading = scoredReading(asked.predictor, window, couple.timeZone, facts, now);
  const joined = composite(reading.scores, predictors[asked.predictor].weights);
  // With a consent missing, what is left of a composite would give the hidden source away by subtraction.
  const whole = facts.consented.length === 2;
  return {
    predictor: asked.predictor,
    readOn: reading.on,
    countedFrom: window.countsFrom,
    composite: whole ? shown(joined.score) : null,
    partial: whole && joined.kind === 'partial',
    weightUsed: whole ? joined.weightUsed : null,
    sources: sources.map((source) =>
      sourceOf(source, asked.predictor, reading, facts, whole ? joined : null),
    ),
    indicators: indicatorsOf(asked.predictor, reading),
  };
}

function sourceOf(
  source: Source,
  predictor: PredictorCode,
  { scores, carried, on }: ScoredReading,
  facts: MeasuredFacts,
  joined: Composite | null,
): PredictorSumSourceView {
  const own = facts.ratings.filter((rating) => rating.predictor === predictor && rating.source === source);
  const rating = source === 'T' ? validTherapistRating(own, on) : own.find((one) => one.on === on);
  const score = scores[source];
  const weight = predictors[predictor].weights[source];
  return {
    source,
    score: shown(score),
    weight,
    points: score === null || joined?.score == null ? null : share(score, weight, joined.weightUsed),
    itemSum: rating?.sum ?? null,
    answered: rating?.answered ?? null,
    carriedFrom: source === 'T' && carried ? (rating?.on ?? null) : null,
  };
}

/** What a source brings to the composite, in points of it. */
function share({ n, d }: Fraction, weight: number, used: number): number {
  return roundHalfAway({ n: n * BigInt(weight), d: d * BigInt(used) }, 1);
}

function indicatorsOf(predictor: PredictorCode, { behaviour }: ScoredReading): PredictorSumIndicatorView[] {
  if (behaviour === null) return [];
  return predictors[predictor].indicators.map(({ key, weight }) => {
    const count = behaviour.counts[key] ?? null;
    const ratio = ratioOfCount(count);
    return {
      key,
      weight,
      done: count === null ? null : roundHalfAway(count.done, 2),
      expected: count?.expected ?? null,
      score: ratio === null ? null : roundHalfAway({ n: ratio.n * 100n, d: ratio.d }, 1),
    };
  });
}

/** One decimal, half away from zero. */
function shown(score: Fraction | null): number | null {
  return score === null ? null : roundHalfAway(score, 1);
}
