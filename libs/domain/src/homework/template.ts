import type { Privacy } from '../access/roles.js';
import type { Stage } from '../stages/stage.js';
import type { LocalizedText } from '../shared/localized.js';

/** Kinds of answer (HW-01): s04 and s10 are scales, dt a local date and time, min minutes, risk a safety question. */
export const fieldKinds = [
  's04',
  's10',
  'text',
  'line',
  'bool',
  'choice',
  'multi',
  'num',
  'min',
  'dt',
  'list',
  'sig',
  'risk',
] as const;
export type FieldKind = (typeof fieldKinds)[number];

/** 'alarm' tells the author's own therapist at once; 'look' marks the entry for the next reading. */
export type RiskLevel = 'alarm' | 'look';

export type FieldOption = Readonly<{
  value: string;
  label: LocalizedText;
  /** Set on an answer that asks for attention to safety (HW-07). */
  risk?: RiskLevel;
  /** Code of the exercise that this answer offers next. */
  opens?: string;
}>;

export type Field = Readonly<{
  key: string;
  kind: FieldKind;
  label: LocalizedText;
  hint?: LocalizedText;
  required: boolean;
  /** A required field counts as answered when this other one is. */
  orKey?: string;
  /** Closer than the template's own level, never wider. */
  privacy?: Privacy;
  options?: readonly FieldOption[];
  /** Inclusive bounds of a num or min answer. */
  range?: readonly [number, number];
  /** Words at the two ends of a scale. */
  ends?: readonly [LocalizedText, LocalizedText];
  /** The fields of one row of a list. */
  rows?: readonly Field[];
}>;

export type Cadence = Readonly<
  | { kind: 'daily'; windowHours: number }
  | { kind: 'weekly'; times: number }
  | { kind: 'once' }
  | { kind: 'on_event' }
>;

export type PredictorCode = 'CT' | 'PI' | 'ED' | 'CG' | 'TS';

export type HomeworkTemplate = Readonly<{
  code: string;
  version: number;
  track: 'R' | 'B' | 'C';
  title: LocalizedText;
  purpose: LocalizedText;
  fields: readonly Field[];
  cadence: Cadence;
  minutes: number;
  privacy: Privacy;
  stages: readonly Stage[];
  feeds: readonly PredictorCode[];
  /** How the exercise counts as done; never the length of a text (HW-05). */
  completion: 'all_required';
}>;

export type AnswerValue = string | number | boolean | readonly string[] | readonly AnswerRow[];
export type AnswerRow = Readonly<Record<string, string | number | boolean | readonly string[]>>;
export type Answers = Readonly<Record<string, AnswerValue>>;
