import {
  predictorCodes,
  predictors,
  sourceScore,
  validateRatings,
  type PredictorCode,
  type Rater,
  type RatingAnswers,
} from '@trellis/domain';
import { AppError } from '../platform/http/app-error.js';

/** `sum` of the answered items, 0 to 4 each, reversal applied. */
export interface PredictorSum {
  readonly predictor: PredictorCode;
  readonly sum: number;
  readonly answered: number;
}

/** One rater's checked answers with the five sums they give. */
export interface RatingSheet {
  readonly answers: RatingAnswers;
  readonly sums: readonly PredictorSum[];
}

/**
 * Checks a sheet and adds it up. A predictor left out as a whole counts as not answered; of the others every item
 * needs 0 to 4 or `cannot_say`. @throws AppError rating_answers_invalid with item keys and codes, never values.
 */
export function sheetOf(answers: Readonly<Record<string, unknown>>, rater: Rater): RatingSheet {
  const asked = predictorCodes.filter((code) =>
    predictors[code].items[rater].some((item) => Object.hasOwn(answers, item.key)),
  );
  const checked = validateRatings(
    asked.flatMap((code) => predictors[code].items[rater]),
    answers,
  );
  if (!checked.ok) {
    throw new AppError('rating_answers_invalid', {
      fields: checked.refusal.map(({ key, code }) => ({ field: key, code })),
    });
  }
  if (asked.length === 0)
    throw new AppError('rating_answers_invalid', { fields: [{ field: '', code: 'required' }] });
  const sums = predictorCodes.map((predictor) => {
    const { sum, answered } = sourceScore(checked.value, predictors[predictor], rater);
    return { predictor, sum, answered };
  });
  return { answers: checked.value, sums };
}
