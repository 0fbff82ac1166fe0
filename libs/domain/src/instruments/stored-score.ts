import { fractionOfText, fractionText } from '../shared/fraction.js';
import { ok, refuse, type Result } from '../shared/result.js';
import { concernsIn } from './concerns.js';
import type { ImportedInstrument } from './import-instrument.js';
import { instrumentEngine, scalesOf, type InstrumentResult } from './score-response.js';

/** A score as it is kept: exact numbers as 'n/d', with every answer, so that it can be scored anew (INST-20). */
export type StoredInstrumentScore = Readonly<{
  code: string;
  instrumentVersion: number;
  scoredBy: string;
  questionnaire: Readonly<{ url: string | null; version: string | null }>;
  items: readonly Readonly<{ position: number; linkId: string; code: string | null; value: string | null }>[];
  scales: Readonly<Record<string, string | null>>;
}>;

/** The form in which a result is kept. What concerns safety is not kept: it follows from the answers. */
export function storedScore(result: InstrumentResult): StoredInstrumentScore {
  const { code, instrumentVersion, scoredBy, questionnaire, items, scales } = result;
  return {
    code,
    instrumentVersion,
    scoredBy,
    questionnaire,
    items: items.map(({ position, linkId, code: chosen, value }) => ({
      position,
      linkId,
      code: chosen,
      value: value && fractionText(value),
    })),
    scales: Object.fromEntries(
      Object.entries(scales).map(([key, score]) => [key, score && fractionText(score)]),
    ),
  };
}

/**
 * Scores kept answers anew by today's rules (INST-20). Refuses when they belong to another instrument, form or order
 * of items. Throws RangeError for values that are not numbers.
 */
export function rescore(
  stored: StoredInstrumentScore,
  imported: ImportedInstrument,
): Result<InstrumentResult, 'other_instrument' | 'other_form'> {
  const { instrument, questionnaire, map } = imported;
  if (stored.code !== instrument.code) return refuse('other_instrument');
  const sameItems =
    stored.items.length === map.items.length &&
    stored.items.every(({ linkId, position }, at) => linkId === map.items[at]?.linkId && position === at + 1);
  const { url, version } = stored.questionnaire;
  if (!sameItems || url !== questionnaire.url || version !== questionnaire.version)
    return refuse('other_form');
  const items = stored.items.map((item) => ({
    ...item,
    value: item.value === null ? null : fractionOfText(item.value),
  }));
  const values = items.map(({ value }) => value);
  return ok({
    code: instrument.code,
    instrumentVersion: instrument.version,
    scoredBy: instrumentEngine,
    questionnaire: stored.questionnaire,
    items,
    missing: items
      .filter(({ value, code }) => value === null && code === null)
      .map(({ position }) => position),
    scales: scalesOf(imported, values),
    concerns: concernsIn(instrument, map, { values, completed: true }),
  });
}
