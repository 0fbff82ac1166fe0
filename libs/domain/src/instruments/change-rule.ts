import { fraction, fractionOfDecimal, multiply, subtract, type Fraction } from '../shared/fraction.js';
import type { Instrument } from './instrument.js';

/** The clinic's own numbers, from which a bound is computed where none is published. */
export type OwnChange = Readonly<{ sd: number; reliability: number }>;
/** A clinic's choice: the id of a published change, or its own numbers. */
export type ChangeChoice = string | OwnChange;

/** `at_least`: that many points. `beyond`: more than the root of `squared`, kept squared so that nothing is rounded. */
export type ChangeRule = Readonly<
  { id: string; kind: 'at_least'; points: Fraction } | { id: 'own'; kind: 'beyond'; squared: Fraction }
>;

/** What a clinic may enter as its own numbers (INST-19). */
export const ownChangeSettings = {
  sd: { key: 'instruments.own_change.sd', from: 0.1, to: 100, unit: 'points' },
  reliability: { key: 'instruments.own_change.reliability', from: 0.5, to: 0.99, unit: 'coefficient' },
} as const;

/** 1.96 squared, times two. */
const normalSquaredTwice = fraction(196 * 196 * 2, 100 * 100);

/**
 * The change by which two scores are compared (INST-18): the standard one when nothing is chosen, null where none is
 * published. Throws RangeError for a choice that is not offered.
 */
export function changeRuleFor({ code, changes }: Instrument, choice?: ChangeChoice): ChangeRule | null {
  if (typeof choice === 'object') return ownChangeRule(choice);
  const [standard] = changes;
  if (choice === undefined && !standard) return null;
  const chosen = choice === undefined ? standard : changes.find(({ id }) => id === choice);
  if (!chosen) throw new RangeError(`instruments.${code}.change has no ${choice ?? ''}`);
  return { id: chosen.id, kind: 'at_least', points: chosen.points };
}

/** 1.96 * SD * sqrt(2 * (1 - reliability)), Jacobson and Truax, squared (INST-19). */
function ownChangeRule({ sd, reliability }: OwnChange): ChangeRule {
  for (const [value, { key, from, to }] of [
    [sd, ownChangeSettings.sd],
    [reliability, ownChangeSettings.reliability],
  ] as const) {
    const exact = Math.round(value * 1000) / 1000 === value;
    if (!exact || value < from || value > to) throw new RangeError(`${key} is ${from} to ${to}`);
  }
  const deviation = fractionOfDecimal(sd);
  const unreliable = subtract(fraction(1), fractionOfDecimal(reliability));
  const squared = multiply(multiply(normalSquaredTwice, multiply(deviation, deviation)), unreliable);
  return { id: 'own', kind: 'beyond', squared };
}
