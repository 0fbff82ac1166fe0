import type { Answers, AnswerRow, AnswerValue } from './template.js';

/** True for what counts as not answered: nothing, an empty text, an empty list. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  return Array.isArray(value) && value.length === 0;
}

/** True for a plain record, not for an array or null. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value under a key, or undefined. Never a property that every object has. */
export function own(answers: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(answers, key) ? answers[key] : undefined;
}

/** The answer to a field, or undefined. Never a property that every object has. */
export function answerTo(answers: Answers, key: string): AnswerValue | undefined {
  return Object.hasOwn(answers, key) ? answers[key] : undefined;
}

/** The rows of a list answer; none for anything else. */
export function rowsOf(value: unknown): readonly AnswerRow[] {
  return Array.isArray(value) ? value.filter(isRecord).map((row) => row as AnswerRow) : [];
}

/** The rows that hold at least one answer; an empty row counts for nothing. */
export function filledRows(value: unknown): readonly AnswerRow[] {
  return rowsOf(value).filter((row) => Object.values(row).some((answer) => !isEmpty(answer)));
}
