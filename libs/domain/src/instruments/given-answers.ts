import { ok, refuse, type Result } from '../shared/result.js';
import type { FhirObject } from './fhir-values.js';
import { instrumentProblem, type InstrumentProblem } from './instrument-problem.js';
import { questionnaireLimits, type Question, type Questionnaire } from './questionnaire.js';

/** Answers by linkId: the code of an option, a number, or yes and no. */
export type AnswersByItem = Readonly<Record<string, string | number | boolean>>;

/** Longest code of an option that is taken. */
const longestCode = 200;

/**
 * Reads answers of which nothing is known, as a form on a screen sends them (INST-29). What was left open is null or
 * missing. Refuses items that the form does not ask and values that are no answers, naming the items.
 */
export function answersGiven(
  { questions }: Questionnaire,
  given: Readonly<Record<string, unknown>>,
): Result<AnswersByItem, readonly InstrumentProblem[]> {
  if (Object.keys(given).length > questionnaireLimits.items) return refuse([instrumentProblem('too_large')]);
  const asked = new Map(
    questions
      .filter(({ kind }) => kind !== 'other' && kind !== 'calculated')
      .map((question) => [question.linkId, question]),
  );
  const problems: InstrumentProblem[] = [];
  const answers: [string, string | number | boolean][] = [];
  for (const [linkId, value] of Object.entries(given)) {
    const question = asked.get(linkId);
    // The name of an item that is not asked came from outside: it is not repeated.
    if (question === undefined) problems.push(instrumentProblem('not_in_questionnaire'));
    else if (value !== null && !fits(question, value)) {
      problems.push(instrumentProblem('wrong_type', linkId));
    } else if (value !== null) answers.push([linkId, value as string | number | boolean]);
  }
  return problems.length > 0 ? refuse(problems) : ok(Object.fromEntries(answers));
}

function fits({ kind }: Question, value: unknown): boolean {
  if (kind === 'choice') return typeof value === 'string' && value !== '' && value.length <= longestCode;
  if (kind === 'boolean') return typeof value === 'boolean';
  return typeof value === 'number' && Number.isFinite(value);
}

/** The answers as a finished FHIR R4 QuestionnaireResponse to this form; items in the order of the form. */
export function responseTo(
  { url, version, questions }: Questionnaire,
  answers: AnswersByItem,
  more: FhirObject = {},
): FhirObject {
  const form = url === null ? {} : { questionnaire: version === null ? url : `${url}|${version}` };
  return {
    resourceType: 'QuestionnaireResponse',
    status: 'completed',
    ...form,
    ...more,
    item: questions.flatMap((question) => {
      const value = Object.hasOwn(answers, question.linkId) ? answers[question.linkId] : undefined;
      return value === undefined ? [] : [{ linkId: question.linkId, answer: [answerOf(question, value)] }];
    }),
  };
}

function answerOf({ kind, options }: Question, value: string | number | boolean): FhirObject {
  if (kind === 'boolean') return { valueBoolean: value };
  if (kind === 'integer') return { valueInteger: value };
  if (kind !== 'choice') return { valueDecimal: value };
  const option = options?.find(({ code }) => code === value);
  if (option?.kind === 'integer') return { valueInteger: Number(value) };
  const system = option?.system ?? null;
  return { valueCoding: { ...(system === null ? {} : { system }), code: value } };
}
