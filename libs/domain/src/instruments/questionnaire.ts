import { ok, refuse, type Result } from '../shared/result.js';
import { answerOptions, type AnswerOption } from './answer-options.js';
import { extensionsOf, listIn, objectIn, textIn, valueIn, type FhirObject } from './fhir-values.js';
import { instrumentProblem, type InstrumentProblem } from './instrument-problem.js';

/** How large an uploaded form may be; ordinary instruments stay far below (INST-03). */
export const questionnaireLimits = { items: 300, levels: 8, options: 50 } as const;

/** `other` is everything that has no value: texts, dates, groups and what is only shown. */
export type QuestionKind = 'choice' | 'integer' | 'decimal' | 'boolean' | 'calculated' | 'other';
export type Question = Readonly<{
  linkId: string;
  kind: QuestionKind;
  repeats: boolean;
  options: readonly AnswerOption[] | null;
}>;

/** What the engine knows of an uploaded FHIR R4 Questionnaire: its items in reading order, groups taken apart. */
export type Questionnaire = Readonly<{
  url: string | null;
  version: string | null;
  title: string | null;
  copyright: string | null;
  questions: readonly Question[];
}>;

const calculatedAddress =
  'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression';
/** The one calculated expression that is understood (INST-10). */
const sumOfOrdinals = 'answers().sum(value.ordinal())';

const kinds: ReadonlyMap<string | null, QuestionKind> = new Map([
  ['choice', 'choice'],
  ['open-choice', 'choice'],
  ['integer', 'integer'],
  ['decimal', 'decimal'],
  ['boolean', 'boolean'],
]);

type Found = { questions: Question[]; problems: InstrumentProblem[] };

/**
 * Reads a file of which nothing is known (INST-03). Refuses what is no Questionnaire, is too large, has an item
 * without linkId or one linkId twice, or calculates anything but a sum of ordinals; lists every problem.
 */
export function readQuestionnaire(value: unknown): Result<Questionnaire, readonly InstrumentProblem[]> {
  const resource = objectIn(value);
  const items = resource && listIn(resource, 'item');
  if (!resource || textIn(resource, 'resourceType') !== 'Questionnaire' || !items || items.length === 0) {
    return refuse([instrumentProblem('not_a_questionnaire')]);
  }
  const found: Found = { questions: [], problems: [] };
  collect(items, { resource, level: 1, found });
  if (found.questions.length > questionnaireLimits.items) found.problems.push(instrumentProblem('too_large'));
  const seen = new Set<string>();
  for (const { linkId } of found.questions) {
    if (seen.has(linkId)) found.problems.push(instrumentProblem('link_id_twice', linkId));
    seen.add(linkId);
  }
  if (found.problems.length > 0) return refuse(found.problems);
  return ok({
    url: textIn(resource, 'url'),
    version: textIn(resource, 'version'),
    title: textIn(resource, 'title'),
    copyright: textIn(resource, 'copyright'),
    questions: found.questions,
  });
}

type Place = Readonly<{ resource: FhirObject; level: number; found: Found }>;

function collect(items: readonly unknown[], { resource, level, found }: Place): void {
  if (level > questionnaireLimits.levels) {
    found.problems.push(instrumentProblem('too_large'));
    return;
  }
  for (const entry of items) {
    if (found.questions.length > questionnaireLimits.items) return;
    const item = objectIn(entry);
    const children = item && listIn(item, 'item');
    if (!item || !children) {
      found.problems.push(instrumentProblem('not_a_questionnaire'));
      continue;
    }
    const linkId = textIn(item, 'linkId');
    if (linkId === null) found.problems.push(instrumentProblem('link_id_missing'));
    else addQuestion(item, linkId, { resource, level, found });
    if (children.length > 0) collect(children, { resource, level: level + 1, found });
  }
}

function addQuestion(item: FhirObject, linkId: string, { resource, found }: Place): void {
  const expressions = extensionsOf(item, calculatedAddress).map((extension) => {
    const expression = objectIn(valueIn(extension, 'valueExpression'));
    return expression && textIn(expression, 'expression');
  });
  if (expressions.some((expression) => expression !== sumOfOrdinals)) {
    found.problems.push(instrumentProblem('expression_not_supported', linkId));
  }
  const ordinary = kinds.get(textIn(item, 'type')) ?? 'other';
  const kind = expressions.length > 0 ? 'calculated' : ordinary;
  const options = kind === 'choice' ? answerOptions(item, resource) : null;
  if (options !== null && options.length > questionnaireLimits.options) {
    found.problems.push(instrumentProblem('too_large', linkId));
  }
  found.questions.push({ linkId, kind, repeats: valueIn(item, 'repeats') === true, options });
}
