import type { Fraction } from '../shared/fraction.js';
import { ok, refuse, type Result } from '../shared/result.js';
import { onAnswerScale } from './answer-scale.js';
import { concernsIn, type InstrumentConcern } from './concerns.js';
import type { ImportedInstrument } from './import-instrument.js';
import { instrumentProblem, type InstrumentProblem } from './instrument-problem.js';
import { readResponse, type GivenAnswer, type ReadResponse } from './questionnaire-response.js';
import { scaleScores, type ItemValues } from './score-scales.js';

/** Names the rules by which a score was made, so that it can be told apart after they change (INST-20). */
export const instrumentEngine = 'trellis-instruments/1';

/** `position` counts from 1 in the order of the instrument. Both values are null where the item has no answer. */
export type ItemAnswer = Readonly<{
  position: number;
  linkId: string;
  code: string | null;
  value: Fraction | null;
}>;

/** `scales` is empty where a clinician scores. `missing` holds positions. */
export type InstrumentResult = Readonly<{
  code: string;
  instrumentVersion: number;
  scoredBy: string;
  questionnaire: Readonly<{ url: string | null; version: string | null }>;
  items: readonly ItemAnswer[];
  missing: readonly number[];
  scales: Readonly<Record<string, Fraction | null>>;
  concerns: readonly InstrumentConcern[];
}>;

/** A refusal keeps what concerns safety: a fault elsewhere in the form must not hide it (INST-21, INST-22). */
export type ScoringRefusal = Readonly<{
  problems: readonly InstrumentProblem[];
  concerns: readonly InstrumentConcern[];
}>;

/** Scores a response of which nothing is known. Refuses with every problem; a missing item is none (INST-13). */
export function scoreResponse(
  imported: ImportedInstrument,
  response: unknown,
): Result<InstrumentResult, ScoringRefusal> {
  const { instrument, questionnaire, map } = imported;
  const read = readResponse(questionnaire, response);
  const items = itemAnswers(imported, read.answers);
  const problems = [...read.problems, ...rangeProblems(imported, read)];
  const values = items.map(({ value }) => value);
  const concerns = concernsIn(instrument, map, { values, completed: read.completed });
  if (problems.length > 0) return refuse({ problems, concerns });
  return ok({
    code: instrument.code,
    instrumentVersion: instrument.version,
    scoredBy: instrumentEngine,
    questionnaire: { url: questionnaire.url, version: questionnaire.version },
    items,
    missing: items.filter((item) => !read.answers.has(item.linkId)).map(({ position }) => position),
    scales: scalesOf(imported, values),
    concerns,
  });
}

/** Scores by scale for the values; none where a clinician scores. */
export function scalesOf(
  { instrument, map }: ImportedInstrument,
  values: ItemValues,
): InstrumentResult['scales'] {
  return instrument.answers === null ? {} : scaleScores(map, values, instrument.answers);
}

function itemAnswers(
  { map }: ImportedInstrument,
  answers: ReadonlyMap<string, GivenAnswer>,
): readonly ItemAnswer[] {
  return map.items.map(({ linkId }, at) => {
    const given = answers.get(linkId);
    return { position: at + 1, linkId, code: given?.code ?? null, value: given?.value ?? null };
  });
}

function rangeProblems(
  { instrument: { answers, scoring }, map }: ImportedInstrument,
  read: ReadResponse,
): readonly InstrumentProblem[] {
  if (answers === null || scoring.kind === 'score_by_clinician') return [];
  return map.items.flatMap(({ linkId }, at) => {
    const value = read.answers.get(linkId)?.value ?? null;
    return value === null || onAnswerScale(value, answers, at + 1)
      ? []
      : [instrumentProblem('out_of_range', linkId)];
  });
}
