import { fraction, type Fraction } from '../shared/fraction.js';

const top = 4;

/** Answers by item key; what was not answered is absent or null. Other keys of a document are left alone. */
export type TrackerAnswers = Readonly<Record<string, unknown>>;

/**
 * 100 x mean of the answered items / 4, exact (PRED-47). Null when more than one item is missing, or half of them or
 * more: nothing is put in their place. Throws RangeError for an answer that is not a whole number from 0 to 4.
 */
export function itemScore(answers: TrackerAnswers, keys: readonly string[]): Fraction | null {
  const given = keys.flatMap((key) => {
    const answer = Object.hasOwn(answers, key) ? answers[key] : undefined;
    if (answer === undefined || answer === null) return [];
    if (typeof answer !== 'number' || !Number.isInteger(answer) || answer < 0 || answer > top)
      throw new RangeError(`${key} is 0 to ${top}`);
    return [answer];
  });
  if (given.length < keys.length - 1 || given.length * 2 <= keys.length) return null;
  const sum = given.reduce((total, answer) => total + answer, 0);
  return fraction(100 * sum, top * given.length);
}
