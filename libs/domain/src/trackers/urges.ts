import { fraction, type Fraction } from '../shared/fraction.js';
import type { LocalDate } from '../shared/local-date.js';

/** One urge from the log (R04): its local day, and its strength from 0 to 10. */
export type Urge = Readonly<{ on: LocalDate; intensity: number }>;

/** How many urges were written down, their mean and the strongest; null and null where none was. */
export type UrgeSummary = Readonly<{ count: number; mean: Fraction | null; most: number | null }>;

/**
 * Urges from `from` to `to`, both days included (PRED-51). For the recovering person and their own therapist. No
 * entry is not a mean of 0: nothing is known then. Throws RangeError for a strength that is not a whole 0 to 10.
 */
export function urgeSummary(urges: readonly Urge[], from: LocalDate, to: LocalDate): UrgeSummary {
  const strengths = urges.filter(({ on }) => from <= on && on <= to).map(({ intensity }) => intensity);
  if (strengths.some((strength) => !Number.isInteger(strength) || strength < 0 || strength > 10))
    throw new RangeError('The strength of an urge is 0 to 10');
  if (strengths.length === 0) return { count: 0, mean: null, most: null };
  const sum = strengths.reduce((total, strength) => total + strength, 0);
  return { count: strengths.length, mean: fraction(sum, strengths.length), most: Math.max(...strengths) };
}
