import { ok, refuse, type Result } from '../shared/result.js';
import type { Instrument, InstrumentScale } from './instrument.js';
import { positions } from './instrument-entry.js';
import { instrumentProblem, type InstrumentProblem } from './instrument-problem.js';
import type { Question, Questionnaire } from './questionnaire.js';

/**
 * What a clinic says about its copy: which items are scored, in the order of the instrument (null: all that have a
 * value, in reading order), and for instruments that ask for it the items of each scale and the reversed ones.
 */
export type ClinicMapping = Readonly<{
  items: readonly string[] | null;
  reversed: readonly string[] | null;
  scales: Readonly<Record<string, readonly string[]>>;
}>;

/** Positions are counted from 1. */
export type MappedScale = Readonly<{
  key: string;
  items: readonly number[];
  combine: InstrumentScale['combine'];
}>;
export type ItemMap = Readonly<{
  items: readonly Question[];
  reversed: readonly number[];
  scales: readonly MappedScale[];
}>;

type Mapped<T> = Result<T, readonly InstrumentProblem[]>;

/** Places the items of an upload onto those of the instrument (INST-07). */
export function mapItems(
  instrument: Instrument,
  questionnaire: Questionnaire,
  mapping: ClinicMapping | null,
): Mapped<ItemMap> {
  const items = scoredItems(questionnaire, mapping);
  if (items === null) return refuse([instrumentProblem('mapping_does_not_fit')]);
  const { itemCount, scoring } = instrument;
  if (itemCount !== null && items.length !== itemCount)
    return refuse([instrumentProblem('wrong_item_count')]);
  if (scoring.kind !== 'scales') return ok({ items, reversed: [], scales: [] });
  const asked = scoring.reversed === 'mapped' || scoring.scales.some((scale) => scale.items === 'mapped');
  if (asked && (mapping?.reversed ?? null) === null) return refuse([instrumentProblem('mapping_needed')]);
  const positionsOf = named(items);
  const reversed = scoring.reversed === 'mapped' ? positionsOf(mapping?.reversed ?? []) : scoring.reversed;
  const scales = scoring.scales.map((scale) => mapScale(scale, items.length, { mapping, positionsOf }));
  const whole = scales.filter((scale) => scale !== null);
  if (reversed === null || whole.length < scales.length || !each(scoring.scales, whole, items.length)) {
    return refuse([instrumentProblem('mapping_does_not_fit')]);
  }
  return ok({ items, reversed, scales: whole });
}

function scoredItems(
  { questions }: Questionnaire,
  mapping: ClinicMapping | null,
): readonly Question[] | null {
  const valued = questions.filter(({ kind }) => kind !== 'other' && kind !== 'calculated');
  if (mapping === null || mapping.items === null) return valued;
  const chosen = mapping.items.map((linkId) => valued.find((question) => question.linkId === linkId));
  const found = chosen.filter((question) => question !== undefined);
  return found.length === chosen.length && new Set(found).size === found.length ? found : null;
}

type PositionsOf = (linkIds: readonly string[]) => readonly number[] | null;

/** Null when a linkId is not among the items or comes twice. */
function named(items: readonly Question[]): PositionsOf {
  return (linkIds) => {
    const found = linkIds.map((linkId) => items.findIndex((item) => item.linkId === linkId) + 1);
    return found.includes(0) || new Set(found).size < found.length ? null : found;
  };
}

function mapScale(
  { key, items, count, combine }: InstrumentScale,
  total: number,
  { mapping, positionsOf }: Readonly<{ mapping: ClinicMapping | null; positionsOf: PositionsOf }>,
): MappedScale | null {
  if (items === 'all') return { key, items: positions(1, total), combine };
  if (items !== 'mapped') return { key, items, combine };
  const given = mapping !== null && Object.hasOwn(mapping.scales, key) ? mapping.scales[key] : undefined;
  const placed = positionsOf(given ?? []);
  if (placed === null || placed.length === 0 || (count !== null && placed.length !== count)) return null;
  return { key, items: placed, combine };
}

/** Scales that the clinic filled hold each item once. */
function each(wanted: readonly InstrumentScale[], mapped: readonly MappedScale[], total: number): boolean {
  const keys = wanted.filter(({ items }) => items === 'mapped').map(({ key }) => key);
  if (keys.length === 0) return true;
  const placed = mapped.filter(({ key }) => keys.includes(key)).flatMap(({ items }) => items);
  return placed.length === total && new Set(placed).size === total;
}
