import type { Privacy } from '../access/roles.js';
import type { LocalizedText } from '../shared/localized.js';

/**
 * Kinds of answer (HW-01): s04 and s10 are scales, dt a local date and time, day a local date,
 * min minutes, risk a safety question.
 */
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
  'day',
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

/** A scale answer that tells the author's own therapist at once, such as a pressure of 3 or more (HW-07). */
export type ScaleAlarm = Readonly<{ atMost: number } | { atLeast: number }>;

export type Field = Readonly<{
  key: string;
  kind: FieldKind;
  label: LocalizedText;
  hint?: LocalizedText;
  required: boolean;
  /** A required field counts as answered when this other one is. */
  orKey?: string;
  /** Asked, and required, only when the other field has one of these answers. */
  askedWhen?: Readonly<{ key: string; is: readonly (string | boolean)[] }>;
  /** Closer than the template's own level, never wider. */
  privacy?: Privacy;
  options?: readonly FieldOption[];
  /** Inclusive bounds of a num or min answer. */
  range?: readonly [number, number];
  /** Words at the two ends of a scale. */
  ends?: readonly [LocalizedText, LocalizedText];
  alarm?: ScaleAlarm;
  /** The fields of one row of a list, and how many rows a submit needs. */
  rows?: readonly Field[];
  leastRows?: number;
  /** Exercises of two people: who answers. Left out: each for themselves. */
  by?: 'RP' | 'BP' | 'together';
  /** The option offered beforehand. It counts as an answer only once the person keeps it. */
  suggested?: string;
  /** Key of the template's step in which it is asked. */
  step?: string;
}>;
