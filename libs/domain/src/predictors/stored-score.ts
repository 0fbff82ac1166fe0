import { fraction, fractionOfText, fractionText, type Fraction } from '../shared/fraction.js';
import type { LocalDate } from '../shared/local-date.js';
import type { CountedBehaviour } from './behaviour-counts.js';
import type { Composite } from './composite.js';
import type { Source } from './definition.js';
import type { RatingWindow } from './rating-window.js';
import type { SourceScore } from './source-score.js';

/** Under which weights and wording a score was made, and for which days. */
export type ScoreContext = Readonly<{
  weightsVersion: number;
  itemVersion: number;
  window: Readonly<{ from: LocalDate; to: LocalDate }>;
}>;

/**
 * A score as it is kept (PRED-29): exact, never rounded. `nExpected` and `nDone` count what it was made of: items of
 * a rating, occurrences of behaviour (in parts for late work), sources of a composite.
 */
export type StoredScore = ScoreContext &
  Readonly<{
    score: Fraction | null;
    sourcesUsed: readonly Source[];
    nExpected: number;
    nDone: Fraction;
  }>;

/** The context of a reading. */
export function contextOf(window: RatingWindow, weightsVersion: number, itemVersion: number): ScoreContext {
  return { weightsVersion, itemVersion, window: { from: window.countsFrom, to: window.reading } };
}

/** A rating of `items` items, as it is kept. */
export function storedRating(
  source: Exclude<Source, 'D'>,
  rating: SourceScore,
  items: number,
  context: ScoreContext,
): StoredScore {
  const { score, answered } = rating;
  const sourcesUsed = score === null ? [] : [source];
  return { ...context, score, sourcesUsed, nExpected: items, nDone: fraction(answered) };
}

/** Behaviour, as it is kept. */
export function storedBehaviour(behaviour: CountedBehaviour, context: ScoreContext): StoredScore {
  const { score, nExpected, nDone } = behaviour;
  return { ...context, score, sourcesUsed: score === null ? [] : ['D'], nExpected, nDone };
}

/** A composite, as it is kept: of four sources, or of three when no behaviour applies. */
export function storedComposite(result: Composite, context: ScoreContext): StoredScore {
  const { score, sourcesUsed, behaviourNotApplicable } = result;
  const nExpected = behaviourNotApplicable ? 3 : 4;
  return { ...context, score, sourcesUsed, nExpected, nDone: fraction(sourcesUsed.length) };
}

/** The plain form of a stored score: fractions as 'n/d', for a row or a document. */
export type ScoreRow = ScoreContext &
  Readonly<{ score: string | null; sourcesUsed: readonly Source[]; nExpected: number; nDone: string }>;

export function toScoreRow(stored: StoredScore): ScoreRow {
  return {
    ...stored,
    score: stored.score && fractionText(stored.score),
    nDone: fractionText(stored.nDone),
  };
}

/** Reads a row back; throws RangeError for a text that is no fraction. */
export function ofScoreRow(row: ScoreRow): StoredScore {
  return {
    ...row,
    score: row.score === null ? null : fractionOfText(row.score),
    nDone: fractionOfText(row.nDone),
  };
}
