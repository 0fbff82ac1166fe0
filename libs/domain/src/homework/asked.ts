import type { Track } from '../access/roles.js';
import { filledRows, isEmpty, own } from './answer-access.js';
import type { Field } from './field.js';
import type { Answers } from './template.js';

type Document = Readonly<Record<string, unknown>>;

/** Whose part of an exercise is looked at, and in which form of it. Without `by` the whole document is meant. */
export type AnswerScope = Readonly<{
  by?: Track;
  /** Answers of the other person to fields that either may fill in. */
  together?: Answers;
  /** Keys that the chosen variant leaves out. */
  omits?: readonly string[];
}>;

/** The fields that a person fills in: their own, each person's, and those that either may fill in (HW-12). */
export function ownFields(fields: readonly Field[], by: Track | undefined): readonly Field[] {
  const isOwn = (field: Field): boolean =>
    by === undefined || field.by === undefined || field.by === 'together' || field.by === by;
  return fields.filter(isOwn);
}

/** Whether the person's half asks nothing in this form, so that it counts as in while it is empty (HW-64). */
export function asksNothing(fields: readonly Field[], by: Track, omits: readonly string[] = []): boolean {
  const mine = ownFields(fields, by);
  return mine.length > 0 && mine.every(({ key }) => omits.includes(key));
}

/**
 * Whether the field is asked, given the other answers of the same document or row (HW-13). A question behind a
 * question that is not asked is not asked either. Questions that wait for each other are never asked.
 */
export function isAsked(
  field: Field,
  fields: readonly Field[],
  answers: Document,
  omits: readonly string[] = [],
): boolean {
  return leadsHere(field, fields, answers, omits, []);
}

function leadsHere(
  field: Field,
  fields: readonly Field[],
  answers: Document,
  omits: readonly string[],
  seen: readonly string[],
): boolean {
  if (omits.includes(field.key) || seen.includes(field.key)) return false;
  const { askedWhen } = field;
  if (!askedWhen) return true;
  const first = fields.find(({ key }) => key === askedWhen.key);
  if (!first || !leadsHere(first, fields, answers, omits, [...seen, field.key])) return false;
  const given = own(answers, first.key);
  const values: readonly unknown[] = Array.isArray(given) ? given : [given];
  return askedWhen.is.some((value) => values.includes(value));
}

/** How many filled rows a submit needs: `leastRows`, or one where the list is required, or none (HW-14). */
export function rowsNeeded(field: Field): number {
  return field.leastRows ?? (field.required ? 1 : 0);
}

/**
 * True when an asked field lacks what a submit needs: an answer where it is required, or enough filled rows. The
 * field named by `orKey` stands in for it; so does the other person's answer to a field of both (HW-03, HW-14).
 */
export function isMissing(field: Field, answers: Document, scope: AnswerScope = {}): boolean {
  if (field.kind !== 'list' && !field.required) return false;
  const other = field.by === 'together' ? (scope.together ?? {}) : {};
  const standIn = field.orKey;
  if (standIn !== undefined && [answers, other].some((a) => !isEmpty(own(a, standIn)))) return false;
  if (field.kind !== 'list') return [answers, other].every((a) => isEmpty(own(a, field.key)));
  const most = Math.max(...[answers, other].map((a) => filledRows(own(a, field.key)).length));
  return most < rowsNeeded(field);
}

/** Keys of the asked fields of the person's part that a submit needs, answered or not, in order. */
export function requiredKeys(fields: readonly Field[], answers: Document, scope: AnswerScope = {}): string[] {
  return ownFields(fields, scope.by)
    .filter((field) => isAsked(field, fields, answers, scope.omits))
    .filter((field) => (field.kind === 'list' ? rowsNeeded(field) > 0 : field.required))
    .map(({ key }) => key);
}

/** Keys of the asked fields of the person's part that still lack what a submit needs, in order. */
export function missingKeys(fields: readonly Field[], answers: Document, scope: AnswerScope = {}): string[] {
  return ownFields(fields, scope.by)
    .filter((field) => isAsked(field, fields, answers, scope.omits))
    .filter((field) => isMissing(field, answers, scope))
    .map(({ key }) => key);
}
