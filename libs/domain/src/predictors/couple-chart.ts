import type { PredictorCode } from '../homework/template.js';
import { daysBetween, type LocalDate } from '../shared/local-date.js';
import type { LocalizedText } from '../shared/localized.js';
import { shownScore, statementFor } from './change-words.js';
import { composite } from './composite.js';
import { marksFor, type EventMark } from './event-marks.js';
import type { PredictorDefinition } from './definition.js';
import { changeSinceBaseline, type Reading } from './reliable-change.js';
import { bandAround } from './uncertainty-band.js';

/** A therapist's act of showing one chart to the couple. Anywhere but in a session it counts for nothing. */
export type ChartRelease = Readonly<{ predictor: PredictorCode; inSession: boolean }>;

/** Whole points of 0 to 100; the band is where the value may lie. */
export type CouplePoint = Readonly<{ on: LocalDate; score: number; from: number; to: number }>;

/** What a couple sees of a chart: no source, no gap, no decimals, no partial reading, nothing to rank. */
export type CoupleChart = Readonly<{
  name: LocalizedText;
  points: readonly CouplePoint[];
  statement: LocalizedText;
  marks: readonly EventMark[];
}>;

/**
 * The chart of one predictor as a therapist may show it in session, or null without that release (PRED-42). Readings
 * must be those that both measurement consents allow; a partial one is left out, since its gap says who was silent.
 */
export function coupleChart(
  definition: PredictorDefinition,
  readings: readonly Reading[],
  marks: readonly EventMark[],
  release: ChartRelease | null,
  today: LocalDate,
): CoupleChart | null {
  if (release?.inSession !== true || release.predictor !== definition.code) return null;
  const points = readings.flatMap((reading) => pointOf(reading, definition));
  const { statement } = changeSinceBaseline(readings, definition.weights);
  return {
    name: definition.name,
    points: points.sort((a, b) => daysBetween(b.on, a.on)),
    statement: statementFor(statement, 'client'),
    marks: marksFor('COUPLE', marks, today),
  };
}

function pointOf({ on, scores }: Reading, { weights }: PredictorDefinition): readonly CouplePoint[] {
  const { score, kind } = composite(scores, weights);
  if (score === null || kind !== 'full') return [];
  const band = bandAround(score);
  const shown = (value: typeof score): number => shownScore(value, 'client');
  return [{ on, score: shown(score), from: shown(band.from), to: shown(band.to) }];
}
