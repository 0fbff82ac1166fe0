import { fraction, type Fraction } from '../shared/fraction.js';
import { ok, refuse, type Result } from '../shared/result.js';
import type { FieldProblem } from '../homework/field-checks.js';
import {
  ratingAnchors,
  type PredictorDefinition,
  type Rater,
  type RatingAnswer,
  type RatingItem,
} from './definition.js';

/** Fewest answered items of five for a source score (PRED-02). */
export const leastItems = 4;

export type RatingAnswers = Readonly<Record<string, RatingAnswer>>;

/** `sum` is of answered items, 0 to 4 each, reversal applied; the score is 0 to 100, or null with too few answers. */
export type SourceScore = Readonly<{ sum: number; answered: number; score: Fraction | null }>;

/** S = 100 * mean(answered items after reversal) / 4, exact (PRED-02, source clinical brief 4.7). */
export function scoreOfSum(sum: number, answered: number): Fraction | null {
  return answered < leastItems ? null : fraction(100 * sum, 4 * answered);
}

/** Scores one rater's answers to one predictor. Items without an answer, or 'cannot say', are missing. */
export function sourceScore(
  answers: RatingAnswers,
  definition: PredictorDefinition,
  rater: Rater,
): SourceScore {
  const points = definition.items[rater].flatMap((item) => {
    const answer = Object.hasOwn(answers, item.key) ? answers[item.key] : undefined;
    if (answer === undefined || answer === 'cannot_say') return [];
    return [item.reversed ? 4 - answer : answer];
  });
  const sum = points.reduce((total, point) => total + point, 0);
  return { sum, answered: points.length, score: scoreOfSum(sum, points.length) };
}

/**
 * Checks a sheet of answers: every item asked must have one of 0 to 4 or 'cannot_say' and no other key may be
 * there (PRED-01). Lists every problem.
 */
export function validateRatings(
  items: readonly RatingItem[],
  answers: Readonly<Record<string, unknown>>,
): Result<RatingAnswers, readonly FieldProblem[]> {
  const known = new Set(items.map((item) => item.key));
  const unknown = Object.keys(answers).filter((key) => !known.has(key));
  const problems: FieldProblem[] = unknown.map((key) => ({ key, code: 'unknown_field' }));
  const kept: Record<string, RatingAnswer> = {};
  for (const { key } of items) {
    const answer = Object.hasOwn(answers, key) ? answers[key] : undefined;
    if (answer === undefined || answer === null) problems.push({ key, code: 'required' });
    else if (isRatingAnswer(answer)) kept[key] = answer;
    else problems.push({ key, code: typeof answer === 'number' ? 'out_of_range' : 'wrong_type' });
  }
  return problems.length > 0 ? refuse(problems) : ok(kept);
}

function isRatingAnswer(value: unknown): value is RatingAnswer {
  return value === 'cannot_say' || ratingAnchors.some((anchor) => anchor === value);
}
