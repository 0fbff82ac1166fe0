import {
  answersGiven,
  fractionOfText,
  raisesSafety,
  rescore,
  responseTo,
  roundHalfAway,
  safetySignalsOf,
  scoreResponse,
  screeningRange,
  storedScore,
  type AnswersByItem,
  type CutChoice,
  type Fraction,
  type ImportedInstrument,
  type InstrumentConcern,
  type InstrumentProblem,
  type InstrumentResult,
  type Result,
  type ScreeningReading,
  type Track,
} from '@trellis/domain';
import type { SheetWords } from './measure-row.js';

/** Answers that were taken, with the score, and whether they ask for attention at once. */
export interface TakenAnswers {
  readonly words: SheetWords;
  readonly scoredBy: string;
  readonly risk: boolean;
}
/** A refusal knows what concerns safety: a fault elsewhere must not hide it (INST-21). */
export interface NotTaken {
  readonly problems: readonly InstrumentProblem[];
  readonly risk: boolean;
}

/** Scores what a page sent; a form without a single answer is none. */
export function takeAnswers(
  imported: ImportedInstrument,
  given: Readonly<Record<string, unknown>>,
  of: Readonly<{ track: Track; at: Date }>,
): Result<TakenAnswers, NotTaken> {
  const read = readAnswers(imported, given);
  if (!read.ok) return { ok: false, refusal: { problems: read.refusal, risk: false } };
  const risky = (concerns: readonly InstrumentConcern[]): boolean =>
    safetySignalsOf(concerns, of).some(raisesSafety);
  const scored = scoreResponse(imported, responseTo(imported.questionnaire, read.value));
  if (!scored.ok) {
    const { problems, concerns } = scored.refusal;
    return { ok: false, refusal: { problems, risk: risky(concerns) } };
  }
  const { value: result } = scored;
  if (result.missing.length === result.items.length)
    return { ok: false, refusal: { problems: [{ code: 'not_completed', linkId: null }], risk: false } };
  const words = { answers: read.value, score: storedScore(result) };
  return { ok: true, value: { words, scoredBy: result.scoredBy, risk: risky(result.concerns) } };
}

/** Answers as they are written so far: every one that is there must be one of the form. */
export function readAnswers(
  { questionnaire }: ImportedInstrument,
  given: Readonly<Record<string, unknown>>,
): Result<AnswersByItem, readonly InstrumentProblem[]> {
  return answersGiven(questionnaire, given);
}

/** A kept score as today's rules read it; where they no longer can, the scales as they were. */
export interface ReadScore {
  readonly result: InstrumentResult | null;
  readonly scales: Readonly<Record<string, Fraction | null>>;
  readonly range: ScreeningReading | null;
}

export function readScore(
  { score }: SheetWords,
  imported: ImportedInstrument | null,
  cut: CutChoice | undefined,
): ReadScore {
  const anew = imported === null ? null : rescore(score, imported);
  if (imported !== null && anew?.ok === true) {
    const range = screeningRange(imported.instrument, anew.value, cut);
    return { result: anew.value, scales: anew.value.scales, range };
  }
  const kept = Object.entries(score.scales).map(
    ([key, value]) => [key, value === null ? null : fractionOfText(value)] as const,
  );
  return { result: null, scales: Object.fromEntries(kept), range: null };
}

/** Two decimals: sums are whole, means of a few items need no more. */
export function shownScale(score: Fraction | null): number | null {
  return score === null ? null : roundHalfAway(score, 2);
}
