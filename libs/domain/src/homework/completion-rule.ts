import type { DisclosureState } from '../disclosure/states.js';

/** One condition of being done (HW-05). A template names one or several; all must hold. */
export type CompletionRule = Readonly<
  /** Every required answer of the person's own part. */
  | { kind: 'answers' }
  /** So many rows in a list, or an answer in the field that stands in for them. */
  | { kind: 'rows'; key: string; least: number; orKey?: string }
  /** At least so many rows whose field holds one of the values. */
  | { kind: 'rows_with'; key: string; field: string; values: readonly (string | boolean)[]; least: number }
  /** Every row has an answer in the field. */
  | { kind: 'rows_all'; key: string; field: string }
  /** Both people have given all required answers of their part. */
  | { kind: 'both_parts' }
  /** Signed by each of these. */
  | { kind: 'signed'; by: readonly ('RP' | 'BP' | 'therapist')[] }
  | { kind: 'therapist_confirms' }
  /** The disclosure has reached one of the states, or gone beyond it. */
  | { kind: 'process'; states: readonly DisclosureState[] }
  /** So many done occurrences in a week: of a rhythm of several times. */
  | { kind: 'per_week'; least: number }
  /** So many done occurrences in all. */
  | { kind: 'rounds'; least: number }
>;
