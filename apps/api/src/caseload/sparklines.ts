import type { SparklineView } from '@trellis/contracts';
import {
  addDays,
  asLocalDate,
  behaviourScore,
  composite,
  predictorCodes,
  predictors,
  roundHalfAway,
  scoreOfSum,
  therapistRatingDays,
  validTherapistRating,
  type Fraction,
  type LocalDate,
  type Rater,
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
  return predictorCodes.map((predictor) => {
    const own = ratings.filter((rating) => rating[2] === predictor);
    const readings = [...new Set(own.map(([endsOn]) => endsOn))].sort().slice(-points);
    return {
      predictor,
      points: measured ? readings.map((readOn) => pointOf(predictor, asLocalDate(readOn), own)) : [],
    };
  });
}

function pointOf(
  predictor: SparklineView['predictor'],
  readOn: LocalDate,
  ratings: readonly RatingTuple[],
): SparklineView['points'][number] {
  const definition = predictors[predictor];
  const scores = {
    R: scoreOf('R', readOn, ratings),
    B: scoreOf('B', readOn, ratings),
    T: therapistScore(readOn, ratings),
    // Only the day's check-ins are counted so far: less than the half of the weight that a behaviour score needs.
    D: behaviourScore({}, definition).score,
  };
  const { score, kind } = composite(scores, definition.weights);
  return { readOn, value: score === null ? null : roundHalfAway(score), partial: kind === 'partial' };
}

function scoreOf(source: Rater, readOn: string, ratings: readonly RatingTuple[]): Fraction | null {
  const found = ratings.find((rating) => rating[0] === readOn && rating[1] === source);
  return found === undefined ? null : scoreOfSum(found[3], found[4]);
}

function therapistScore(readOn: LocalDate, ratings: readonly RatingTuple[]): Fraction | null {
  const given = ratings
    .filter((rating) => rating[1] === 'T')
    .map((rating) => ({ on: asLocalDate(rating[0]), rating }));
  const valid = validTherapistRating(given, readOn);
  return valid === null ? null : scoreOfSum(valid.rating[3], valid.rating[4]);
}
