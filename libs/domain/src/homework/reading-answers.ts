import { isEmpty, own, rowsOf } from './answer-access.js';
import { missingKeys, requiredKeys, type AnswerScope } from './asked.js';
import type { Field, RiskLevel } from './field.js';
import type { Answers, HomeworkTemplate } from './template.js';

export type RiskSignal = Readonly<{ key: string; level: RiskLevel }>;

type Answered = Readonly<{ key: string; field: Field; value: unknown }>;

/** Every answer with its field, rows of lists included; `key` of a row's field reads 'list.2.field'. */
function everyAnswer(
  fields: readonly Field[],
  answers: Readonly<Record<string, unknown>>,
  prefix = '',
): readonly Answered[] {
  return fields.flatMap((field): readonly Answered[] => {
    const value = own(answers, field.key);
    const key = prefix + field.key;
    if (field.kind !== 'list') return isEmpty(value) ? [] : [{ key, field, value }];
    return rowsOf(value).flatMap((row, index) => everyAnswer(field.rows ?? [], row, `${key}.${index}.`));
  });
}

function chosenOptions({ field, value }: Answered): NonNullable<Field['options']> {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return (field.options ?? []).filter((option) => values.includes(option.value));
}

function levelOf(answer: Answered): RiskLevel | null {
  const levels = chosenOptions(answer).map(({ risk }) => risk);
  if (levels.includes('alarm') || scaleAlarms(answer)) return 'alarm';
  return levels.includes('look') ? 'look' : null;
}

function scaleAlarms({ field: { alarm }, value }: Answered): boolean {
  if (!alarm || typeof value !== 'number') return false;
  return 'atMost' in alarm ? value <= alarm.atMost : value >= alarm.atLeast;
}

/**
 * The answers that ask for attention to safety, by field key and level, without the words (HW-07): options of a
 * choice or of several, and scales with an alarm, also inside rows. Answers to questions that are not asked count
 * here too, so that no sign is lost.
 */
export function riskSignals(
  template: Pick<HomeworkTemplate, 'fields'>,
  answers: Answers,
): readonly RiskSignal[] {
  return everyAnswer(template.fields, answers).flatMap((answer): RiskSignal[] => {
    const level = levelOf(answer);
    return level ? [{ key: answer.key, level }] : [];
  });
}

/** True when the author's own therapist must be told at once (SAFE-1). */
export function riskRaised(template: HomeworkTemplate, answers: Answers): boolean {
  return riskSignals(template, answers).some((signal) => signal.level === 'alarm');
}

/** Codes of the exercises that the answers offer next, such as R09 after a slip; each code once. */
export function offeredNext(template: HomeworkTemplate, answers: Answers): readonly string[] {
  const codes = everyAnswer(template.fields, answers).flatMap((answer) =>
    chosenOptions(answer).flatMap((option) => option.opens ?? []),
  );
  return [...new Set(codes)];
}

/** Fields and values that the therapist is told about without alarm, such as the partner as reviewer (HW-07). */
export function noticesOf(template: HomeworkTemplate, answers: Answers): readonly string[] {
  const told = template.noticesTherapist ?? [];
  return everyAnswer(template.fields, answers)
    .filter(({ field, value }) => {
      const values: readonly unknown[] = Array.isArray(value) ? value : [value];
      return told.some(
        (notice) => notice.field === field.key && notice.values.some((v) => values.includes(v)),
      );
    })
    .map(({ key }) => key);
}

export type Completion = Readonly<{ required: number; answered: number; done: boolean }>;

/** How many of the required fields have an answer. The length of a text plays no part (HW-05). */
export function completionOf(
  template: HomeworkTemplate,
  answers: Answers,
  scope: AnswerScope = {},
): Completion {
  const required = requiredKeys(template.fields, answers, scope).length;
  const open = missingKeys(template.fields, answers, scope).length;
  return { required, answered: required - open, done: open === 0 };
}
