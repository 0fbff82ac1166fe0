import {
  type AnswerRow,
  type AnswerValue,
  type Answers,
  type Field,
  type HomeworkTemplate,
  type Language,
  isEmpty,
  privacyOf,
  riskSignals,
} from '@trellis/domain';

/** One question with its answer as text. `words` is true where the person wrote it themselves. */
export interface ReadableAnswer {
  readonly key: string;
  readonly question: string;
  readonly text: string;
  readonly words: boolean;
  /** Words at the two ends, for a scale. */
  readonly ends: readonly [string, string] | null;
  /** True where the answer, or one in a row of it, asks for attention to safety. */
  readonly risk: boolean;
}

/** The short words of yes, no, minutes and list items in the reader's language. */
export interface AnswerWording {
  readonly yes: string;
  readonly no: string;
  readonly minutes: (count: number) => string;
}

const WRITTEN: readonly Field['kind'][] = ['text', 'line'];

/**
 * What was handed in, question by question in the order of the exercise. Questions that stay with the author,
 * and those without an answer, are left out: whether they were answered is not told.
 */
export function readableAnswers(
  template: HomeworkTemplate,
  answers: Readonly<Record<string, unknown>>,
  language: Language,
  wording: AnswerWording,
): readonly ReadableAnswer[] {
  const risks = riskSignals(template, answers as Answers).map(({ key }) => key.split('.')[0]);
  return template.fields.flatMap((field) => {
    const value = Object.hasOwn(answers, field.key) ? (answers[field.key] as AnswerValue) : undefined;
    if (privacyOf(field, template.privacy) === 'P0' || isBlank(value)) return [];
    const [low, high] = field.ends ?? [];
    return [
      {
        key: field.key,
        question: field.label[language],
        text: textOf(field, value, language, wording),
        words: WRITTEN.includes(field.kind),
        ends: low && high ? ([low[language], high[language]] as const) : null,
        risk: risks.includes(field.key),
      },
    ];
  });
}

function isBlank(value: AnswerValue | undefined): value is undefined {
  return isEmpty(value);
}

function textOf(field: Field, value: AnswerValue, language: Language, wording: AnswerWording): string {
  if (typeof value === 'boolean') return value ? wording.yes : wording.no;
  if (typeof value === 'number') return numberText(field, value, wording);
  if (typeof value === 'string') return chosenText(field, value, language);
  return value
    .map((part) =>
      typeof part === 'string' ? optionLabel(field, part, language) : rowText(field, part, language, wording),
    )
    .join(', ');
}

function numberText(field: Field, value: number, wording: AnswerWording): string {
  if (field.kind === 'min') return wording.minutes(value);
  if (field.kind === 's10') return `${value} / 10`;
  return field.kind === 's04' ? `${value} / 4` : value.toString();
}

/** A date, with a time where it has one, as the reader's language writes it; else the label of the chosen option. */
function chosenText(field: Field, value: string, language: Language): string {
  if (field.kind === 'day') return dateText(`${value}T00:00`, language, { dateStyle: 'long' });
  if (field.kind === 'dt') return dateText(value, language, { dateStyle: 'long', timeStyle: 'short' });
  return optionLabel(field, value, language);
}

/** Wall-clock times have no zone: shown as they were entered. */
function dateText(value: string, language: Language, style: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(language, { ...style, timeZone: 'UTC' }).format(new Date(`${value}:00Z`));
}

function optionLabel(field: Field, value: string, language: Language): string {
  return field.options?.find((option) => option.value === value)?.label[language] ?? value;
}

function rowText(field: Field, row: AnswerRow, language: Language, wording: AnswerWording): string {
  const cells = (field.rows ?? []).flatMap((column) => {
    const value = row[column.key];
    return isBlank(value) ? [] : [`${column.label[language]}: ${textOf(column, value, language, wording)}`];
  });
  return cells.join('; ');
}
