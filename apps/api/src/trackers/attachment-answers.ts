import { attachmentItems } from '@trellis/domain';
import { AppError } from '../platform/http/app-error.js';

/** Answers of 0 to 4 by item key; what cannot be said is null and stays out of every score. */
export type AttachmentAnswers = Readonly<Record<string, number | null>>;

const known: ReadonlySet<string> = new Set(attachmentItems.map(({ key }) => key));

/**
 * Checks a sheet: every item of the eight needs 0 to 4 or `cannot_say`, and at least one a number.
 * @throws AppError rating_answers_invalid with item keys and codes, never values.
 */
export function attachmentAnswersOf(given: Readonly<Record<string, unknown>>): AttachmentAnswers {
  const unknown = Object.keys(given).some((key) => !known.has(key));
  const fields = attachmentItems
    .filter(({ key }) => !isAnswer(given[key]))
    .map(({ key }) => ({ field: key, code: given[key] === undefined ? 'required' : 'out_of_range' }));
  if (unknown || fields.length > 0)
    throw new AppError('rating_answers_invalid', {
      fields: [...fields, ...(unknown ? [{ field: '', code: 'unknown' }] : [])],
    });
  const answers = Object.fromEntries(
    attachmentItems.map(({ key }) => {
      const answer = given[key];
      return [key, typeof answer === 'number' ? answer : null] as const;
    }),
  );
  if (Object.values(answers).every((answer) => answer === null))
    throw new AppError('rating_answers_invalid', { fields: [{ field: '', code: 'required' }] });
  return answers;
}

function isAnswer(answer: unknown): boolean {
  if (answer === 'cannot_say') return true;
  return typeof answer === 'number' && Number.isInteger(answer) && answer >= 0 && answer <= 4;
}
