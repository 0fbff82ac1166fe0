import { fractionOfDecimal } from '../shared/fraction.js';
import type { LocalizedText } from '../shared/localized.js';
import type {
  AnswerScale,
  ChangeOption,
  CutOption,
  Instrument,
  InstrumentCadence,
  InstrumentScale,
  InstrumentScoring,
  ScaleItems,
  ScreeningBand,
  Sourced,
} from './instrument.js';

/** General knowledge is marked to be verified against the original before a clinic relies on it (INST-02). */
export function sourced(source: string): Sourced {
  return { source, verify: source === 'K' };
}

export function answers(
  from: number,
  to: number,
  except: AnswerScale['except'] = {},
  steps: AnswerScale['steps'] = 'whole',
): AnswerScale {
  return { from, to, except, steps };
}

export function cut(
  id: string,
  value: number,
  source = 'K',
  inRange: CutOption['inRange'] = 'from',
): CutOption {
  return { id, value: fractionOfDecimal(value), inRange, ...sourced(source) };
}

export function change(id: string, points: number, source = 'K'): ChangeOption {
  return { id, points: fractionOfDecimal(points), ...sourced(source) };
}

export function band(key: string, from: number, label: LocalizedText): ScreeningBand {
  return { key, from, label, ...sourced('K') };
}

/** Whole numbers from `first` to `last`, both included. */
export function positions(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

export function sumScale(
  key: string,
  items: ScaleItems = 'all',
  count: number | null = null,
): InstrumentScale {
  return { key, items, count, combine: 'sum' };
}

export function meanScale(
  key: string,
  items: ScaleItems = 'all',
  count: number | null = null,
): InstrumentScale {
  return { key, items, count, combine: 'mean' };
}

/** One total of all items, none reversed: option values already point the way the scale does. */
export const plainSum: InstrumentScoring = { kind: 'scales', scales: [sumScale('total')], reversed: [] };

export const noCadence: InstrumentCadence = { everyWeeks: null, moments: [] };

export function every(
  from: number,
  to = from,
  moments: InstrumentCadence['moments'] = [],
): InstrumentCadence {
  return { everyWeeks: [from, to], moments: ['baseline', ...moments] };
}

type Needed = 'code' | 'family' | 'measures' | 'itemCount' | 'answers' | 'range' | 'licence' | 'worseWhen';
const usual = {
  version: 1,
  skips: false,
  scoring: plainSum,
  structure: sourced('K'),
  cuts: [],
  ownCut: null,
  endState: null,
  bands: [],
  changes: [],
  prorating: null,
  citation: [],
  attestationNeeded: true,
  clinicianAdministeredOnly: false,
  neverThroughSharedLinks: false,
  selfHarmItem: null,
  cadence: noCadence,
  notice: null,
} as const satisfies Omit<Instrument, Needed>;

/** An instrument with the usual values for what is not said. */
export function instrument(entry: Pick<Instrument, Needed> & Partial<Omit<Instrument, Needed>>): Instrument {
  return { ...usual, ...entry };
}
