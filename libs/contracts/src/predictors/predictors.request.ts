import { IsIn, IsISO8601, IsObject, Matches } from 'class-validator';

/**
 * One rater's answers for one window. Keys are item keys such as `ct.r1`; values 0 to 4 or `cannot_say`.
 * A predictor left out as a whole counts as not answered; of the others every item needs an answer.
 */
export class GiveRatingRequest {
  /** Local date of the Sunday that ends the window. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  @IsISO8601({ strict: true })
  windowEndsOn!: string;

  @IsObject()
  answers!: Record<string, unknown>;
}

/** The sum behind one reading of one predictor. */
export class PredictorSumRequest {
  @IsIn(['CT', 'PI', 'ED', 'CG', 'TS'])
  predictor!: 'CT' | 'PI' | 'ED' | 'CG' | 'TS';

  /** Local date of the Sunday that ends the fortnight. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  @IsISO8601({ strict: true })
  readOn!: string;
}
