import { isLocalDate } from '../shared/local-date.js';
import type { Field, FieldKind } from './field.js';

export const fieldProblemCodes = [
  'required',
  'out_of_range',
  'too_long',
  'not_an_option',
  'unknown_field',
  'wrong_type',
] as const;
export type FieldProblemCode = (typeof fieldProblemCodes)[number];

/** `key` of a field inside a list reads 'list.2.field', rows counted from 0. */
export type FieldProblem = Readonly<{ key: string; code: FieldProblemCode }>;

/** Longest answers: bytes of UTF-8 for a text, characters for a line or signature, rows for a list (HW-02). */
export const answerLimits = { textBytes: 100_000, lineChars: 200, listRows: 100 } as const;

type Check = (value: unknown, field: Field) => FieldProblemCode | null;

const wholeBetween =
  (low: number, high: number): Check =>
  (value) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) return 'wrong_type';
    return value < low || value > high ? 'out_of_range' : null;
  };

const numberInRange: Check = (value, field) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'wrong_type';
  const [low, high] = field.range ?? [0, 1_000_000];
  return value < low || value > high ? 'out_of_range' : null;
};

const text: Check = (value) => {
  if (typeof value !== 'string') return 'wrong_type';
  return utf8Bytes(value) > answerLimits.textBytes ? 'too_long' : null;
};

const line: Check = (value) => {
  if (typeof value !== 'string' || /[\r\n]/.test(value)) return 'wrong_type';
  return [...value].length > answerLimits.lineChars ? 'too_long' : null;
};

const option: Check = (value, field) => {
  if (typeof value !== 'string') return 'wrong_type';
  return field.options?.some((o) => o.value === value) ? null : 'not_an_option';
};

const options: Check = (value, field) => {
  if (!Array.isArray(value) || value.some((v) => typeof v !== 'string')) return 'wrong_type';
  const known = new Set(field.options?.map((o) => o.value));
  return value.every((v) => known.has(String(v))) && new Set(value).size === value.length
    ? null
    : 'not_an_option';
};

const dateTime: Check = (value) => {
  if (typeof value !== 'string') return 'wrong_type';
  const [day = '', time = ''] = value.split('T');
  return isLocalDate(day) && /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? null : 'wrong_type';
};

const localDay: Check = (value) => (typeof value === 'string' && isLocalDate(value) ? null : 'wrong_type');

/** One check for each kind but list, whose rows are checked field by field. */
export const fieldChecks: Readonly<Record<Exclude<FieldKind, 'list'>, Check>> = {
  s04: wholeBetween(0, 4),
  s10: wholeBetween(0, 10),
  text,
  line,
  bool: (value) => (typeof value === 'boolean' ? null : 'wrong_type'),
  choice: option,
  multi: options,
  num: numberInRange,
  min: numberInRange,
  dt: dateTime,
  day: localDay,
  sig: line,
  risk: option,
};

function utf8Bytes(value: string): number {
  let bytes = 0;
  for (const character of value) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
