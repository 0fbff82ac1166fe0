import { listIn, objectIn, textIn, valueIn, type FhirObject } from '../../instruments/fhir-values.js';
import { refuse, ok, type Result } from '../../shared/result.js';
import type { Field } from '../field.js';
import type { ImportProblemCode } from './import-problem.js';

/** A question that was read already, with the keys that its answers got. */
export type KnownQuestion = Readonly<{ field: Field; valueOf: ReadonlyMap<string, string> }>;
type Condition = NonNullable<Field['askedWhen']>;

/**
 * The conditions of an item as one on an earlier question (LIB-09): equal or not equal to an answer of a choice or a
 * yes-or-no question. Several conditions count where they name one question and any of them is enough.
 */
export function conditionOf(
  item: FhirObject,
  known: ReadonlyMap<string, KnownQuestion>,
): Result<Condition | null, ImportProblemCode> {
  const entries = listIn(item, 'enableWhen');
  if (entries === null) return refuse('condition_not_supported');
  if (entries.length === 0) return ok(null);
  const objects = entries.map(objectIn).filter((entry) => entry !== null);
  const [first] = objects;
  const asked = first && textIn(first, 'question');
  const same =
    objects.length === entries.length && objects.every((entry) => textIn(entry, 'question') === asked);
  if (!asked || !same || (objects.length > 1 && textIn(item, 'enableBehavior') === 'all'))
    return refuse('condition_not_supported');
  const question = known.get(asked);
  if (question === undefined) return refuse('condition_not_earlier');
  const sets = objects.map((entry) => answersMeant(entry, question));
  const meant = sets.filter((set) => set !== null);
  if (meant.length < sets.length) return refuse('condition_not_supported');
  const is = [...new Set(meant.flat())];
  return is.length === 0 ? refuse('condition_not_supported') : ok({ key: question.field.key, is });
}

function answersMeant(
  entry: FhirObject,
  { field, valueOf }: KnownQuestion,
): readonly (string | boolean)[] | null {
  const operator = textIn(entry, 'operator');
  if (operator !== '=' && operator !== '!=') return null;
  const all = field.kind === 'bool' ? [true, false] : (field.options ?? []).map(({ value }) => value);
  const named = field.kind === 'bool' ? valueIn(entry, 'answerBoolean') : valueOf.get(answerKey(entry) ?? '');
  if (typeof named !== 'string' && typeof named !== 'boolean') return null;
  // In a question with several answers "not this one" cannot be told by naming the others.
  if (operator === '!=' && field.kind === 'multi') return null;
  return operator === '=' ? [named] : all.filter((value) => value !== named);
}

function answerKey(entry: FhirObject): string | null {
  const coding = objectIn(valueIn(entry, 'answerCoding'));
  if (coding !== null) return textIn(coding, 'code') ?? textIn(coding, 'display');
  const whole = valueIn(entry, 'answerInteger');
  return typeof whole === 'number' ? String(whole) : textIn(entry, 'answerString');
}
