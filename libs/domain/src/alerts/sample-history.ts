import type { PredictorCode } from '../homework/template.js';
import type { SourceScores } from '../predictors/composite.js';
import { fractionOfDecimal } from '../shared/fraction.js';
import { addDays, asLocalDate, type LocalDate } from '../shared/local-date.js';
import { instantOf } from '../shared/zoned-time.js';
import { bareHistory, type OffTrackHistory, type PredictorReading } from './alert-history.js';

export const sampleZone = 'America/Chicago';
/** A Monday; the clocks change on 2025-03-09. */
export const sampleAnchor = asLocalDate('2025-01-06');

/** A couple, both enrolled, for specs. Asked at the midnight that ends `through`. Give what differs. */
export function sampleHistory(
  changes: Partial<OffTrackHistory> = {},
  through: LocalDate = asLocalDate('2025-06-22'),
): OffTrackHistory {
  const enrolledOn = { RP: sampleAnchor, BP: sampleAnchor };
  const now = instantOf(addDays(through, 1), '00:00', sampleZone);
  return { ...bareHistory({ zone: sampleZone, anchor: sampleAnchor, now, enrolledOn }), ...changes };
}

/** The Sunday of the n-th reading, n from 1. */
export function sampleSunday(n: number): LocalDate {
  return addDays(sampleAnchor, 14 * n - 1);
}

export type SampleScores = Readonly<Record<'R' | 'B' | 'T' | 'D', number | null>>;

/** One predictor's readings on the Sundays from the first on; null leaves a Sunday out. */
export function sampleReadings(
  code: PredictorCode,
  rows: readonly (SampleScores | null)[],
): readonly PredictorReading[] {
  return rows.flatMap((row, at) =>
    row ? [{ on: sampleSunday(at + 1), scores: { [code]: scoresOf(row) } }] : [],
  );
}

function scoresOf({ R, B, T, D }: SampleScores): SourceScores {
  const exact = (value: number | null) => (value === null ? null : fractionOfDecimal(value));
  return { R: exact(R), B: exact(B), T: exact(T), D: exact(D) };
}

/** All four sources agree. */
export function level(value: number): SampleScores {
  return { R: value, B: value, T: value, D: value };
}
