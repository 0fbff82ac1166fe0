import type { Privacy } from '../access/roles.js';
import type { Field, FieldOption, RiskLevel } from './field.js';
import type { Answers, HomeworkTemplate } from './template.js';
import { answerTo, isEmpty } from './validate-answers.js';

/** Answers by the level under which they are sealed: what only the author reads, and the rest. */
export type AnswerParts = Readonly<{ onlyAuthor: Answers; rest: Answers; restPrivacy: Privacy }>;

/** Parts answers of P0 fields from the others, because each part is sealed under its own rule (HW-06). */
export function splitByPrivacy(template: HomeworkTemplate, answers: Answers): AnswerParts {
  const secret = new Set(
    template.fields.filter((f) => (f.privacy ?? template.privacy) === 'P0').map((f) => f.key),
  );
  const entries = Object.entries(answers);
  return {
    onlyAuthor: Object.fromEntries(entries.filter(([key]) => secret.has(key))),
    rest: Object.fromEntries(entries.filter(([key]) => !secret.has(key))),
    restPrivacy: template.privacy,
  };
}

export type RiskSignal = Readonly<{ key: string; level: RiskLevel }>;

/** The answers that ask for attention to safety, by field key and level, without the words (HW-07). */
export function riskSignals(template: HomeworkTemplate, answers: Answers): readonly RiskSignal[] {
  return template.fields.flatMap((field): RiskSignal[] => {
    const level = chosen(field, answers)?.risk;
    return level ? [{ key: field.key, level }] : [];
  });
}

/** True when the author's own therapist must be told at once (SAFE-1). */
export function riskRaised(template: HomeworkTemplate, answers: Answers): boolean {
  return riskSignals(template, answers).some((signal) => signal.level === 'alarm');
}

/** Codes of the exercises that the answers offer next, such as R09 after a slip. */
export function offeredNext(template: HomeworkTemplate, answers: Answers): readonly string[] {
  return template.fields.flatMap((field) => chosen(field, answers)?.opens ?? []);
}

export type Completion = Readonly<{ required: number; answered: number; done: boolean }>;

/** How many of the required fields have an answer. The length of a text plays no part (HW-05). */
export function completionOf(template: HomeworkTemplate, answers: Answers): Completion {
  const required = template.fields.filter((field) => field.required);
  const answered = required.filter(
    (field) =>
      !isEmpty(answerTo(answers, field.key)) ||
      (field.orKey !== undefined && !isEmpty(answerTo(answers, field.orKey))),
  ).length;
  return { required: required.length, answered, done: answered === required.length };
}

function chosen(field: Field, answers: Answers): FieldOption | undefined {
  const value = answerTo(answers, field.key);
  return field.options?.find((option) => option.value === value);
}
