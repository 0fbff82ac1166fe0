import { ok, refuse, type Result } from '../shared/result.js';
import { filledRows, isEmpty, isRecord, own } from './answer-access.js';
import { isAsked, isMissing, ownFields, type AnswerScope } from './asked.js';
import { answerLimits, fieldChecks, type FieldProblem } from './field-checks.js';
import type { Field } from './field.js';
import type { AnswerRow, Answers, AnswerValue, HomeworkTemplate } from './template.js';

declare const clean: unique symbol;
/** Answers that fit their template: known keys, right kinds, empty ones left out. */
export type CleanAnswers = Answers & { readonly [clean]: true };

type Document = Readonly<Record<string, unknown>>;
type Mode = 'draft' | 'submit';

/**
 * Checks a document of answers against its template (HW-02, HW-03). A draft may have gaps; a submit may not lack
 * a required answer. An empty text, null or undefined means "not answered". Lists every problem at once.
 * With `scope.by` only that person's part is checked, and a field of the other is unknown in it (HW-12). A submit
 * leaves out answers to questions that are not asked, whatever they hold (HW-13), and empty rows.
 */
export function validateAnswers(
  template: HomeworkTemplate,
  answers: unknown,
  mode: Mode,
  scope: AnswerScope = {},
): Result<CleanAnswers, readonly FieldProblem[]> {
  if (!isRecord(answers)) return refuse([{ key: '', code: 'wrong_type' }]);
  const problems = checkFields(template.fields, answers, mode, '', scope);
  if (problems.length > 0) return refuse(problems);
  return ok(cleaned(template.fields, answers, mode, scope) as CleanAnswers);
}

function checkFields(
  all: readonly Field[],
  answers: Document,
  mode: Mode,
  prefix: string,
  scope: AnswerScope,
): FieldProblem[] {
  const fields = ownFields(all, scope.by);
  const known = new Set(fields.map((field) => field.key));
  const unknown = Object.keys(answers).filter((key) => !known.has(key));
  return [
    ...unknown.map((key): FieldProblem => ({ key: prefix + key, code: 'unknown_field' })),
    ...fields
      .filter((field) => mode === 'draft' || isAsked(field, all, answers, scope.omits))
      .flatMap((field) => checkField(field, answers, mode, prefix, scope)),
  ];
}

function checkField(
  field: Field,
  answers: Document,
  mode: Mode,
  prefix: string,
  scope: AnswerScope,
): FieldProblem[] {
  const key = prefix + field.key;
  const value = own(answers, field.key);
  if (!isEmpty(value)) {
    const wrong =
      field.kind === 'list' ? checkList(field, value, mode, key, scope) : checkOne(field, value, key);
    if (wrong.length > 0) return wrong;
  }
  return mode === 'submit' && isMissing(field, answers, scope) ? [{ key, code: 'required' }] : [];
}

function checkOne(field: Field, value: unknown, key: string): FieldProblem[] {
  if (field.kind === 'list') return [];
  const code = fieldChecks[field.kind](value, field);
  return code ? [{ key, code }] : [];
}

function checkList(
  field: Field,
  value: unknown,
  mode: Mode,
  key: string,
  scope: AnswerScope,
): FieldProblem[] {
  if (!Array.isArray(value)) return [{ key, code: 'wrong_type' }];
  if (value.length > answerLimits.listRows) return [{ key, code: 'too_long' }];
  return value.flatMap((row: unknown, index): FieldProblem[] => {
    const place = `${key}.${index}`;
    if (!isRecord(row)) return [{ key: place, code: 'wrong_type' }];
    if (mode === 'submit' && filledRows([row]).length === 0) return [];
    return checkFields(field.rows ?? [], row, mode, `${place}.`, { ...(scope.by && { by: scope.by }) });
  });
}

function cleaned(all: readonly Field[], answers: Document, mode: Mode, scope: AnswerScope): Answers {
  const kept = all.flatMap((field): [string, AnswerValue][] => {
    const value = own(answers, field.key);
    if (isEmpty(value) || (mode === 'submit' && !isAsked(field, all, answers, scope.omits))) return [];
    if (field.kind !== 'list') return [[field.key, value as AnswerValue]];
    const rows = (value as Document[]).map((row) => cleaned(field.rows ?? [], row, mode, {}) as AnswerRow);
    const filled = mode === 'submit' ? rows.filter((row) => Object.keys(row).length > 0) : rows;
    return filled.length > 0 ? [[field.key, filled]] : [];
  });
  return Object.fromEntries(kept);
}
