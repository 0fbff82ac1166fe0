import { type PredictorCode, predictorCodes, predictors } from '@trellis/domain';
import type { ScaleAnswer } from '@trellis/ui';

export type SheetAnswers = Readonly<Record<string, ScaleAnswer>>;

/** One predictor's items with how many are answered. "Cannot say" is an answer. */
export interface SheetGroup {
  readonly code: PredictorCode;
  readonly answered: number;
  readonly of: number;
  /** Begun but not complete: it cannot be sent like this. */
  readonly open: boolean;
}

export interface Sheet {
  readonly groups: readonly SheetGroup[];
  /** True when at least one predictor is complete and none is left half way. */
  readonly ready: boolean;
}

/** Where the therapist's rating stands: a predictor is answered whole or left out whole. */
export function sheetOf(answers: SheetAnswers): Sheet {
  const groups = predictorCodes.map((code): SheetGroup => {
    const items = predictors[code].items.T;
    const answered = items.filter(({ key }) => Object.hasOwn(answers, key)).length;
    return { code, answered, of: items.length, open: answered > 0 && answered < items.length };
  });
  return { groups, ready: groups.every(({ open }) => !open) && groups.some(({ answered }) => answered > 0) };
}

/** A sheet kept as text; what is not a sheet reads as an empty one. */
export function readSheet(text: string): SheetAnswers {
  if (text === '') return {};
  const kept: unknown = JSON.parse(text);
  return typeof kept === 'object' && kept !== null ? (kept as SheetAnswers) : {};
}
