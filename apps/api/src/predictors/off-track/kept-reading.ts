import {
  composite,
  contextOf,
  fractionText,
  itemSetVersion,
  predictorCodes,
  predictors,
  storedComposite,
  toScoreRow,
  weightsVersion,
  type PredictorCode,
} from '@trellis/domain';
import type { ScoredReading } from '../scored-readings.js';
import type { ScoredFortnight } from './off-track-history.js';

type Text = string | null;

/** A reading as its row holds it: fractions as 'n/d', counts by indicator. */
export interface KeptReading {
  readonly windowFrom: string;
  readonly windowEndsOn: string;
  readonly predictor: PredictorCode;
  readonly composite: Text;
  readonly kind: string;
  readonly sources: readonly string[];
  readonly scores: Readonly<Record<'R' | 'B' | 'T' | 'D', Text>>;
  readonly counts: Readonly<Record<string, readonly [done: string, expected: number]>>;
  readonly nExpected: number;
  readonly nDone: string;
  readonly weightsVersion: string;
  readonly itemSetVersion: string;
}

/** The readings of fortnights that are over, of predictors of which anything is known. */
export function keptReadings(fortnights: readonly ScoredFortnight[], now: Date): readonly KeptReading[] {
  return fortnights.flatMap(({ readings }) =>
    predictorCodes.flatMap((code) => {
      const reading = readings[code];
      const known = Object.values(reading.scores).some((score) => score !== null);
      return known && reading.window.closesBefore <= now ? [keptReading(code, reading)] : [];
    }),
  );
}

/** One text for everything a reading says: two readings with the same text are the same reading. */
export function fingerprint(reading: Omit<KeptReading, 'windowFrom'>): string {
  const { scores, counts, weightsVersion: weights, itemSetVersion: items } = reading;
  const counted = predictors[reading.predictor].indicators.map(({ key }) => counts[key]?.join(' of ') ?? '');
  return [
    ...[reading.windowEndsOn, reading.predictor, reading.composite, reading.kind],
    ...[scores.R, scores.B, scores.T, scores.D, ...counted, weights, items],
  ].join('|');
}

function keptReading(code: PredictorCode, { scores, window, behaviour }: ScoredReading): KeptReading {
  const joined = composite(scores, predictors[code].weights);
  const stored = toScoreRow(storedComposite(joined, contextOf(window, weightsVersion, itemSetVersion)));
  const text = (source: 'R' | 'B' | 'T' | 'D'): Text =>
    scores[source] === null ? null : fractionText(scores[source]);
  return {
    windowFrom: stored.window.from,
    windowEndsOn: stored.window.to,
    predictor: code,
    composite: stored.score,
    kind: joined.kind,
    sources: stored.sourcesUsed,
    scores: { R: text('R'), B: text('B'), T: text('T'), D: text('D') },
    counts: Object.fromEntries(
      Object.entries(behaviour?.counts ?? {}).flatMap(([key, count]) =>
        count === null ? [] : [[key, [fractionText(count.done), count.expected]]],
      ),
    ),
    nExpected: stored.nExpected,
    nDone: stored.nDone,
    weightsVersion: String(stored.weightsVersion),
    itemSetVersion: String(stored.itemVersion),
  };
}
