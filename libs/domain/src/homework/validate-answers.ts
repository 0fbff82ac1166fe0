import { ok, refuse, type Result } from '../shared/result.js';
import { answerLimits, fieldChecks, type FieldProblem } from './field-checks.js';
import type { Field } from './field.js';
import type { Answers, AnswerValue, HomeworkTemplate } from './template.js';

declare const clean: unique symbol;
/** Answers that fit their template: known keys, right kinds, empty ones left out. */
export type CleanAnswers = Answers & { readonly [clean]: true };

/**
 * Checks a document of answers against its template (HW-02, HW-03). A draft may have gaps; a submit may not lack
 * a required answer. An empty text, null or undefined means "not answered". Lists every problem at once.
 */
export function validateAnswers(
  template: HomeworkTemplate,
  answers: unknown,
  mode: 'draft' | 'submit',
): Result<CleanAnswers, readonly FieldProblem[]> {
  if (!isRecord(answers)) return refuse([{ key: '', code: 'wrong_type' }]);
  const problems = checkFields(template.fields, answers, mode, '');
  if (problems.length > 0) return refuse(problems);
  const kept = Object.entries(answers).filter(([, value]) => !isEmpty(value));
  return ok(Object.fromEntries(kept) as CleanAnswers);
}

function checkFields(
  fields: readonly Field[],
  answers: Readonly<Record<string, unknown>>,
  mode: 'draft' | 'submit',
  prefix: string,
): FieldProblem[] {
  const known = new Set(fields.map((field) => field.key));
  const unknown = Object.keys(answers).filter((key) => !known.has(key));
  return [
    ...unknown.map((key): FieldProblem => ({ key: prefix + key, code: 'unknown_field' })),
    ...fields.flatMap((field) => checkField(field, answers, mode, prefix)),
  ];
}

function checkField(
  field: Field,
  answers: Readonly<Record<string, unknown>>,
  mode: 'draft' | 'submit',
  prefix: string,
): FieldProblem[] {
  const key = prefix + field.key;
  const value = own(answers, field.key);
  if (isEmpty(value)) {
    const stoodIn = field.orKey !== undefined && !isEmpty(own(answers, field.orKey));
    return mode === 'submit' && field.required && !stoodIn ? [{ key, code: 'required' }] : [];
  }
  if (field.kind === 'list') return checkList(field, value, mode, key);
  const code = fieldChecks[field.kind](value, field);
  return code ? [{ key, code }] : [];
}

function checkList(field: Field, value: unknown, mode: 'draft' | 'submit', key: string): FieldProblem[] {
  if (!Array.isArray(value)) return [{ key, code: 'wrong_type' }];
  if (value.length > answerLimits.listRows) return [{ key, code: 'too_long' }];
  return value.flatMap((row: unknown, index): FieldProblem[] => {
    const place = `${key}.${index}`;
    if (!isRecord(row)) return [{ key: place, code: 'wrong_type' }];
    return checkFields(field.rows ?? [], row, mode, `${place}.`);
  });
}

/** True for what counts as not answered. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  return Array.isArray(value) && value.length === 0;
}

/** The answer to a field, or undefined. Never a property that every object has. */
export function answerTo(answers: Answers, key: string): AnswerValue | undefined {
  return Object.hasOwn(answers, key) ? answers[key] : undefined;
}

function own(answers: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(answers, key) ? answers[key] : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
