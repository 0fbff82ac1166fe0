import { compare, fraction, type Fraction } from '../shared/fraction.js';
import type { AnswerScale } from './instrument.js';
import { instrumentProblem, type InstrumentProblem } from './instrument-problem.js';
import type { Question } from './questionnaire.js';

/** Lowest and highest value of the item at the position, counted from 1. */
export function answerEnds(scale: AnswerScale, position: number): readonly [from: number, to: number] {
  return scale.except[position] ?? [scale.from, scale.to];
}

/** Whether the value lies on the scale of the item and on one of its steps. */
export function onAnswerScale(value: Fraction, scale: AnswerScale, position: number): boolean {
  const [from, to] = answerEnds(scale, position);
  const steps = scale.steps === 'whole' ? 1n : 10n;
  return compare(value, fraction(from)) >= 0 && compare(value, fraction(to)) <= 0 && steps % value.d === 0n;
}

/**
 * Options of a scored item must have values, reach both ends of the instrument's scale and lie on it (INST-08): a copy
 * that counts from 1 where the instrument counts from 0 would give a total that nobody can read.
 */
export function optionProblems(
  { linkId, kind, repeats, options }: Question,
  scale: AnswerScale,
  position: number,
): readonly InstrumentProblem[] {
  if (repeats) return [instrumentProblem('repeats', linkId)];
  const [from, to] = answerEnds(scale, position);
  if (kind === 'boolean')
    return from === 0 && to === 1 ? [] : [instrumentProblem('wrong_answer_scale', linkId)];
  if (kind !== 'choice') return [];
  if (options === null) return [instrumentProblem('options_not_inside', linkId)];
  const values = options.map(({ value }) => value).filter((value) => value !== null);
  if (values.length < options.length) return [instrumentProblem('option_without_value', linkId)];
  const reaches = (end: number) => values.some((value) => compare(value, fraction(end)) === 0);
  const fits = reaches(from) && reaches(to) && values.every((value) => onAnswerScale(value, scale, position));
  return fits ? [] : [instrumentProblem('wrong_answer_scale', linkId)];
}
