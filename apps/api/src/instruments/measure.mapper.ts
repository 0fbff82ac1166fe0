import {
  asLocalDate,
  changeRuleFor,
  findInstrument,
  instrumentChange,
  suggestedFor,
  suggestedWindow,
  type ChangeChoice,
  type LocalDate,
  type Track,
} from '@trellis/domain';
import type { MeasureSheetView, MeasureSuggestionView, MeasureTrendView } from '@trellis/contracts';
import type { SheetRow } from './measure-row.js';
import { shownScale, type ReadScore } from './scored-sheet.js';

/** A sheet with its score; null while it waits or was taken back. */
export interface ReadSheet {
  readonly row: SheetRow;
  readonly score: ReadScore | null;
}

export function toSheet({ row, score }: ReadSheet): MeasureSheetView {
  const open = row.withdrawn_at === null ? 'waiting' : 'withdrawn';
  return {
    id: row.id,
    code: row.code,
    place: row.place,
    state: row.answered_at === null ? open : 'answered',
    givenByName: row.given_by_name,
    givenAt: row.given_at.toISOString(),
    answeredOn: row.answered_on,
    scales: Object.entries(score?.scales ?? {}).map(([key, one]) => ({ key, score: shownScale(one) })),
    missing: score?.result?.missing.length ?? 0,
    outcome: score?.range?.outcome ?? null,
    band: score?.range?.band?.key ?? null,
    concerns: [...new Set((score?.result?.concerns ?? []).map(({ kind }) => kind))],
    scoredBy: row.scored_by,
    version: row.version,
  };
}

/** First and newest score of the first scale, by instrument; what has no scale has no trend. */
export function toTrends(
  sheets: readonly ReadSheet[],
  changes: ReadonlyMap<string, ChangeChoice>,
): MeasureTrendView[] {
  const codes = [...new Set(sheets.map(({ row }) => row.code))].sort();
  return codes.flatMap((code) => {
    const instrument = findInstrument(code);
    if (instrument?.scoring.kind !== 'scales') return [];
    const key = instrument.scoring.scales[0]?.key ?? '';
    const scored = sheets
      .filter(({ row }) => row.code === code && row.answered_on !== null)
      .toReversed()
      .flatMap(({ row, score }) => {
        const one = score?.scales[key] ?? null;
        return one === null ? [] : [{ on: asLocalDate(row.answered_on ?? ''), one }];
      });
    const [first, last] = [scored[0], scored.length > 1 ? scored.at(-1) : undefined];
    if (first === undefined) return [];
    const rule = changeRuleFor(instrument, changes.get(code));
    const pair = { before: first.one, after: last?.one ?? null };
    const { statement, difference, rule: by } = instrumentChange(instrument, pair, rule);
    const points = scored.map(({ on, one }) => ({ on, score: shownScale(one) ?? 0 }));
    return [{ code, statement, difference: shownScale(difference), rule: by, points }];
  });
}

/** What may be asked next, of the forms that can be given: a suggestion by its interval, or that it was never asked. */
export function toSuggested(
  sheets: readonly ReadSheet[],
  codes: readonly string[],
  of: Readonly<{ side: Track; today: LocalDate }>,
): MeasureSuggestionView[] {
  return codes.flatMap((code): MeasureSuggestionView[] => {
    const instrument = findInstrument(code);
    const own = sheets.filter(({ row }) => row.code === code && row.withdrawn_at === null);
    if (
      instrument === null ||
      !suggestedFor(of.side, instrument) ||
      own.some(({ row }) => row.answered_at === null)
    )
      return [];
    const last = own.find(({ row }) => row.answered_on !== null)?.row.answered_on ?? null;
    if (last === null) {
      const atFirst = instrument.cadence.moments.some(
        (moment) => moment === 'baseline' || moment === 'intake',
      );
      return atFirst ? [{ code, from: null, to: null }] : [];
    }
    const window = suggestedWindow(instrument, asLocalDate(last));
    return window !== null && window.from <= of.today ? [{ code, ...window }] : [];
  });
}
