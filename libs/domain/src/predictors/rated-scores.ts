import type { PredictorCode } from '../homework/template.js';
import type { Fraction } from '../shared/fraction.js';
import type { LocalDate } from '../shared/local-date.js';
import type { Rater } from './definition.js';
import { validTherapistRating } from './rating-window.js';
import { scoreOfSum } from './source-score.js';

/** A rating as it is kept: `on` is the reading it belongs to, `sum` that of the answered items after reversal. */
export type StoredRating = Readonly<{
  on: LocalDate;
  source: Rater;
  predictor: PredictorCode;
  sum: number;
  answered: number;
}>;

/** Scores of the three who rate. `carried`: the therapist's is of an earlier reading and still counts. */
export type RatedScores = Readonly<Record<Rater, Fraction | null>> & Readonly<{ carried: boolean }>;

/**
 * What the three sources say of one predictor at a reading (PRED-02, PRED-12): people by the rating of that reading,
 * the therapist by the latest one that still counts. Null where there is none or too few items were answered.
 */
export function ratedScores(
  ratings: readonly StoredRating[],
  predictor: PredictorCode,
  reading: LocalDate,
): RatedScores {
  const rated = ratings.filter((rating) => rating.predictor === predictor);
  const therapist = validTherapistRating(
    rated.filter(({ source }) => source === 'T'),
    reading,
  );
  const own = (source: Rater): Fraction | null =>
    scoreOf(rated.find((rating) => rating.source === source && rating.on === reading) ?? null);
  return {
    R: own('R'),
    B: own('B'),
    T: scoreOf(therapist),
    carried: therapist !== null && therapist.on !== reading,
  };
}

function scoreOf(rating: StoredRating | null): Fraction | null {
  return rating === null ? null : scoreOfSum(rating.sum, rating.answered);
}
