import { own, rowsOf } from '../homework/answer-access.js';
import type { Answers } from '../homework/template.js';
import { isLocalDate, type LocalDate } from '../shared/local-date.js';
import { namesPeerContact, namesSafePerson } from './count-support.js';

/**
 * What is counted of an answer without its words (PRED-57). A contact and a dialogue belong to the day by which their
 * exercise counts; a planned day is the one that was written down. `felt` is 0 to 4, null where it was not answered.
 */
export type AnswerFact = Readonly<
  { kind: 'contact' } | { kind: 'dialogue'; felt: number | null } | { kind: 'plan'; on: LocalDate }
>;

/** Days of one plan that are counted: more than a plan of the next week can name. */
export const mostPlannedDays = 31;

const readers: Readonly<Partial<Record<string, (answers: Answers) => readonly AnswerFact[]>>> = {
  R14: (answers) => [
    ...(namesPeerContact(answers) ? [{ kind: 'contact' } as const] : []),
    ...planOf(answers),
  ],
  B01: (answers) => (namesSafePerson(answers) ? [{ kind: 'contact' }] : []),
  C03: (answers) =>
    own(answers, 'good_time') === 'yes'
      ? [{ kind: 'dialogue', felt: ratingOf(own(answers, 'felt_heard')) }]
      : [],
};

/** The facts in the answers to one exercise, each once; none for an exercise of which nothing but its being done counts. */
export function factsOfAnswers(code: string, answers: Answers): readonly AnswerFact[] {
  return (Object.hasOwn(readers, code) ? readers[code] : undefined)?.(answers) ?? [];
}

function planOf(answers: Answers): readonly AnswerFact[] {
  const days = rowsOf(own(answers, 'plan')).flatMap(({ when }) =>
    typeof when === 'string' && isLocalDate(when) ? [when] : [],
  );
  return [...new Set(days)].slice(0, mostPlannedDays).map((on) => ({ kind: 'plan', on }));
}

function ratingOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 4 ? value : null;
}
