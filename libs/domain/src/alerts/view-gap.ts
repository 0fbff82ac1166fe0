import { compare, divide, fraction, fractionOfDecimal, subtract, sumOf, zero } from '../shared/fraction.js';
import { perspectiveGap } from '../predictors/composite.js';
import { predictorCodes } from '../predictors/definition.js';
import { alertOn, type AlertNote } from './alert.js';
import type { OffTrackRule } from './off-track-rule.js';
import { fullReadings } from './full-readings.js';

/**
 * OT-4, view gap (ALERT-05): the mean of the last three gaps, recovering person minus partner, is 35 points or
 * more in either direction on one predictor. Says nothing about who is right and is never shown to the couple.
 */
export const viewGap: OffTrackRule = (history, limits) =>
  predictorCodes.flatMap((predictor) => {
    const gaps = fullReadings(history, predictor).map(({ on, scores }) => ({
      on,
      gap: perspectiveGap(scores) ?? zero,
    }));
    return gaps.flatMap(({ on }, at) => {
      const last = gaps.slice(Math.max(0, at + 1 - limits.viewGapReadings), at + 1).map(({ gap }) => gap);
      if (last.length < limits.viewGapReadings) return [];
      const note = direction(divide(sumOf(last), fraction(last.length)), limits.viewGap);
      return note ? [alertOn('OT-4', on, { predictor, note })] : [];
    });
  });

function direction(mean: ReturnType<typeof divide>, from: number): AlertNote | null {
  const bound = fractionOfDecimal(from);
  if (compare(mean, bound) >= 0) return 'recovering_person_higher';
  return compare(mean, subtract(zero, bound)) <= 0 ? 'partner_higher' : null;
}
