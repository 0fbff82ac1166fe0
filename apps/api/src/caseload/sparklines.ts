import type { SparklineView } from '@trellis/contracts';
import {
  addDays,
  asLocalDate,
  behaviourScore,
  composite,
  predictorCodes,
  predictors,
  ratedScores,
  roundHalfAway,
  therapistRatingDays,
  type LocalDate,
  type Rater,
  type StoredRating,
} from '@trellis/domain';

/** One stored rating: last day of its window, source, predictor, sum of the answered items, how many were answered. */
export type RatingTuple = readonly [string, Rater, SparklineView['predictor'], number, number];

const points = 12;
const fortnightDays = 14;

/** The earliest reading that the points up to `today` can rest on: twelve fortnights, and a therapist's rating before. */
export function sparklineFrom(today: LocalDate): LocalDate {
  return addDays(today, -(points * fortnightDays + therapistRatingDays));
}

/**
 * The latest twelve composites of each predictor, oldest first, to one decimal (PRED-05, PRED-06). A therapist's
 * rating counts on for 28 days. Without both people's consent there is no point at all.
 */
export function sparklinesOf(ratings: readonly RatingTuple[], measured: boolean): SparklineView[] {
  const stored = ratings.map(toRating);
  return predictorCodes.map((predictor) => {
    const own = stored.filter((rating) => rating.predictor === predictor);
    const readings = [...new Set(own.map(({ on }) => on))].sort().slice(-points);
    return {
      predictor,
      points: measured ? readings.map((readOn) => pointOf(predictor, readOn, own)) : [],
    };
  });
}

function toRating([on, source, predictor, sum, answered]: RatingTuple): StoredRating {
  return { on: asLocalDate(on), source, predictor, sum, answered };
}

function pointOf(
  predictor: SparklineView['predictor'],
  readOn: LocalDate,
  ratings: readonly StoredRating[],
): SparklineView['points'][number] {
  const definition = predictors[predictor];
  const { R, B, T } = ratedScores(ratings, predictor, readOn);
  // Only the day's check-ins are counted so far: less than the half of the weight that a behaviour score needs.
  const D = behaviourScore({}, definition).score;
  const { score, kind } = composite({ R, B, T, D }, definition.weights);
  return { readOn, value: score === null ? null : roundHalfAway(score), partial: kind === 'partial' };
}
