import { compare, fractionOfDecimal, type Fraction } from '../shared/fraction.js';
import type { CutOption, Instrument } from './instrument.js';

/** A clinic's choice: the id of a published cut, or its own value where the instrument allows one. */
export type CutChoice = string | number;

/** Whether a total lies in the screening range that the cut draws. Exact. */
export function inCutRange(total: Fraction, { value, inRange: side }: CutOption): boolean {
  const order = compare(total, value);
  switch (side) {
    case 'from':
      return order >= 0;
    case 'above':
      return order > 0;
    case 'below':
      return order < 0;
    case 'up_to':
      return order <= 0;
  }
}

/**
 * The cut by which a total is read (INST-17): the standard one when nothing is chosen, null where the instrument has
 * none. Throws RangeError for a cut that is not offered.
 */
export function cutFor({ code, cuts, ownCut }: Instrument, choice?: CutChoice): CutOption | null {
  const [standard] = cuts;
  if (choice === undefined) return standard ?? null;
  const key = `instruments.${code}.cut`;
  if (typeof choice === 'number') {
    if (!standard || !ownCut || !(choice >= ownCut.from && choice <= ownCut.to)) {
      throw new RangeError(
        ownCut ? `${key} is ${ownCut.from} to ${ownCut.to}` : `${key} is not free to choose`,
      );
    }
    return { ...standard, id: 'own', value: fractionOfDecimal(choice), source: 'clinic', verify: false };
  }
  const chosen = cuts.find(({ id }) => id === choice);
  if (!chosen) throw new RangeError(`${key} has no ${choice}`);
  return chosen;
}
