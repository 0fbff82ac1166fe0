import { compare, fraction, sumOf, type Fraction } from '../shared/fraction.js';
import { exactNumber, listIn, objectIn, textIn, valueIn, type FhirObject } from './fhir-values.js';
import { instrumentProblem, type InstrumentProblem } from './instrument-problem.js';
import { questionnaireLimits, type Question, type Questionnaire } from './questionnaire.js';

/** One answer as it was given. `code` is that of the option; `value` is null where the form gives none. */
export type GivenAnswer = Readonly<{ linkId: string; code: string | null; value: Fraction | null }>;

/** Everything that can be read, beside what is wrong: an alarming answer counts in a faulty form as well. */
export type ReadResponse = Readonly<{
  answers: ReadonlyMap<string, GivenAnswer>;
  completed: boolean;
  problems: readonly InstrumentProblem[];
}>;

/** A finished form; everything else is not scored (INST-11). */
const finished: readonly (string | null)[] = ['completed', 'amended'];

type Reading = {
  known: ReadonlyMap<string, Question>;
  answers: Map<string, GivenAnswer>;
  problems: InstrumentProblem[];
};

/** Reads a QuestionnaireResponse of which nothing is known against the form that it answers (INST-11). */
export function readResponse(questionnaire: Questionnaire, value: unknown): ReadResponse {
  const resource = objectIn(value);
  const items = resource && listIn(resource, 'item');
  if (!resource || textIn(resource, 'resourceType') !== 'QuestionnaireResponse' || !items) {
    return { answers: new Map(), completed: false, problems: [instrumentProblem('not_a_response')] };
  }
  const known = new Map(questionnaire.questions.map((question) => [question.linkId, question]));
  const reading: Reading = { known, answers: new Map(), problems: [] };
  const completed = finished.includes(textIn(resource, 'status'));
  if (!completed) reading.problems.push(instrumentProblem('not_completed'));
  if (!sameForm(textIn(resource, 'questionnaire'), questionnaire)) {
    reading.problems.push(instrumentProblem('other_questionnaire'));
  }
  readItems(items, 1, reading);
  checkTotals(questionnaire, reading);
  return { answers: reading.answers, completed, problems: reading.problems };
}

/** A response that names no form is taken for what it is offered as; one that names a form must name this one. */
function sameForm(canonical: string | null, { url, version }: Questionnaire): boolean {
  if (canonical === null) return true;
  const [address, edition] = canonical.split('|');
  return address === url && (edition === undefined || edition === version);
}

function readItems(items: readonly unknown[], level: number, reading: Reading): void {
  if (level > 2 * questionnaireLimits.levels || items.length > questionnaireLimits.items) {
    reading.problems.push(instrumentProblem('too_large'));
    return;
  }
  for (const entry of items) {
    const item = objectIn(entry);
    const linkId = item && textIn(item, 'linkId');
    const answers = item && listIn(item, 'answer');
    const children = item && listIn(item, 'item');
    if (!item || linkId === null || !answers || !children) {
      reading.problems.push(instrumentProblem('not_a_response', linkId));
      continue;
    }
    const question = reading.known.get(linkId);
    if (!question) reading.problems.push(instrumentProblem('not_in_questionnaire', linkId));
    else readAnswers(question, answers, reading);
    readItems([...children, ...answers.flatMap(nestedItems)], level + 1, reading);
  }
}

/** Items that stand below an answer. */
function nestedItems(answer: unknown): readonly unknown[] {
  const object = objectIn(answer);
  return object === null ? [] : (listIn(object, 'item') ?? [null]);
}

function readAnswers(question: Question, answers: readonly unknown[], reading: Reading): void {
  if (answers.length === 0 || question.kind === 'other') return;
  const { linkId } = question;
  if (answers.length > 1 || reading.answers.has(linkId)) {
    reading.problems.push(instrumentProblem('answered_twice', linkId));
  }
  for (const entry of answers) {
    const answer = objectIn(entry);
    const read = answer === null ? 'wrong_type' : answerTo(question, answer);
    if (typeof read === 'string') reading.problems.push(instrumentProblem(read, linkId));
    else keepHigher(reading.answers, { linkId, ...read });
  }
}

/** Of two answers to one item, which is refused in any case, the higher one is looked at for safety. */
function keepHigher(answers: Map<string, GivenAnswer>, given: GivenAnswer): void {
  const before = answers.get(given.linkId)?.value ?? null;
  if (before === null || (given.value !== null && compare(given.value, before) > 0)) {
    answers.set(given.linkId, given);
  }
}

type Read = Omit<GivenAnswer, 'linkId'> | 'wrong_type' | 'not_an_option';

function answerTo({ kind, options }: Question, answer: FhirObject): Read {
  if (kind === 'choice') return optionFor(options, answer);
  if (kind === 'boolean') {
    const yes = valueIn(answer, 'valueBoolean');
    return typeof yes === 'boolean' ? { code: null, value: fraction(yes ? 1 : 0) } : 'wrong_type';
  }
  const number =
    exactNumber(valueIn(answer, kind === 'integer' ? 'valueInteger' : 'valueDecimal')) ??
    (kind === 'calculated' ? exactNumber(valueIn(answer, 'valueInteger')) : null);
  if (number === null || (kind === 'integer' && number.d !== 1n)) return 'wrong_type';
  return { code: null, value: number };
}

/** The value is that of the form's option, never one that the answer brings along (INST-09). */
function optionFor(options: Question['options'], answer: FhirObject): Read {
  const coding = objectIn(valueIn(answer, 'valueCoding'));
  const whole = exactNumber(valueIn(answer, 'valueInteger'));
  const kind = coding ? 'coding' : 'integer';
  const code = coding ? textIn(coding, 'code') : whole?.d === 1n ? String(whole.n) : null;
  const system = coding && textIn(coding, 'system');
  if (code === null) return 'wrong_type';
  const fitting = (options ?? []).filter(
    (one) =>
      one.kind === kind &&
      one.code === code &&
      (system === null || one.system === null || one.system === system),
  );
  const [option] = fitting;
  return option && fitting.length === 1 ? { code, value: option.value } : 'not_an_option';
}

/** A total that the form calculated must be the sum of all answers that have a value (INST-10). */
function checkTotals({ questions }: Questionnaire, { answers, problems }: Reading): void {
  const valued = questions.filter(({ kind }) => kind !== 'calculated');
  const sum = sumOf(valued.map(({ linkId }) => answers.get(linkId)?.value).filter(present));
  for (const { linkId, kind } of questions) {
    const given = kind === 'calculated' ? answers.get(linkId)?.value : undefined;
    if (given && compare(given, sum) !== 0) problems.push(instrumentProblem('total_differs', linkId));
  }
}

function present<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}
