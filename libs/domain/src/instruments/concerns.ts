import type { Track } from '../access/roles.js';
import type { SafetySignal } from '../alerts/safety-signal.js';
import { compare, fraction, type Fraction } from '../shared/fraction.js';
import { inCutRange } from './cuts.js';
import type { Instrument } from './instrument.js';
import type { ItemMap } from './item-map.js';
import { leastTotal, type ItemValues } from './score-scales.js';

/** Something in the answers that a therapist should know at once, or an item on self-harm that has no answer. */
export type InstrumentConcern = Readonly<
  | { kind: 'self_harm_item'; value: Fraction }
  | { kind: 'self_harm_unanswered' }
  | { kind: 'risk_positive' }
  | { kind: 'violence_positive' }
>;

type Answers = Readonly<{ values: ItemValues; completed: boolean }>;

/** Whether one of the items at the positions was answered with more than nothing. */
export function anyYes(values: ItemValues, at: readonly number[]): boolean {
  return at.some((position) => {
    const value = values[position - 1] ?? null;
    return value !== null && compare(value, fraction(0)) > 0;
  });
}

/**
 * What the answers ask to look at. An item on self-harm above 0 (INST-21); any yes of a risk screen, any cut of a
 * screen for violence reached, also by an unfinished form, and by any of the published cuts (INST-22).
 */
export function concernsIn(
  instrument: Instrument,
  map: ItemMap,
  { values, completed }: Answers,
): readonly InstrumentConcern[] {
  const { family, selfHarmItem } = instrument;
  const concerns: InstrumentConcern[] = [];
  if (selfHarmItem !== null) {
    const value = values[selfHarmItem - 1] ?? null;
    if (value === null && completed) concerns.push({ kind: 'self_harm_unanswered' });
    if (value !== null && compare(value, fraction(0)) > 0) concerns.push({ kind: 'self_harm_item', value });
  }
  const all = values.map((_value, at) => at + 1);
  if (family === 'risk' && anyYes(values, all)) concerns.push({ kind: 'risk_positive' });
  if (family === 'partner_violence' && reachesAnyCut(instrument, map, values)) {
    concerns.push({ kind: 'violence_positive' });
  }
  return concerns;
}

function reachesAnyCut(
  { answers, cuts }: Instrument,
  { scales, reversed }: ItemMap,
  values: ItemValues,
): boolean {
  const [total] = scales;
  if (!total || answers === null) return false;
  const least = leastTotal(total, reversed, { values, answers });
  return cuts.some((cut) => inCutRange(least, cut));
}

/** The concerns as signals of rule SAFE-1, for the person who answered. One that has no answer is not a signal. */
export function safetySignalsOf(
  concerns: readonly InstrumentConcern[],
  of: Readonly<{ track: Track; at: Date }>,
): readonly SafetySignal[] {
  return concerns.flatMap((concern): SafetySignal[] => {
    switch (concern.kind) {
      case 'self_harm_item':
        return [{ ...of, kind: 'self_harm_item', value: Number(concern.value.n) / Number(concern.value.d) }];
      case 'risk_positive':
        return [{ ...of, kind: 'risk_item' }];
      case 'violence_positive':
        return [{ ...of, kind: 'violence_note' }];
      case 'self_harm_unanswered':
        return [];
    }
  });
}
