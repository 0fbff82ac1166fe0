import { compare, fractionOfDecimal, subtract, type Fraction } from '../shared/fraction.js';
import type { LocalDate } from '../shared/local-date.js';
import type { PredictorCode } from '../homework/template.js';
import { predictorCodes } from '../predictors/definition.js';
import type { Reading } from '../predictors/reliable-change.js';
import { alertOn } from './alert.js';
import type { OffTrackHistory } from './alert-history.js';
import type { AlertLimits } from './alert-settings.js';
import { fullReadings } from './full-readings.js';
import type { OffTrackRule } from './off-track-rule.js';

/** Readings before the one that is judged, whose middle value it is compared with. */
const medianReadings = 3;

/**
 * OT-2, joint drop (ALERT-03): of one predictor, the partner's view lies 20 points or more below the median of its
 * last three values and behaviour 25 or more below that of its own, at one reading. Two sources that agree
 * confirm each other. Without three earlier values of a source there is nothing to compare with.
 */
export const jointDrop: OffTrackRule = (history, limits) =>
  predictorCodes.flatMap((predictor) => {
    const readings = fullReadings(history, predictor);
    return readings
      .filter((reading, at) => droppedBelow(referenceOf(readings.slice(0, at)), reading, limits) === true)
      .map(({ on }) => alertOn('OT-2', on, { predictor }));
  });

/**
 * Whether the newest full reading up to the day still lies below the reference from which the drop on `metOn` was
 * counted (ALERT-14). Behaviour that does not apply by then says nothing, so the drop stands.
 */
export function stillDropped(
  history: OffTrackHistory,
  limits: AlertLimits,
  { predictor, metOn }: Readonly<{ predictor: PredictorCode; metOn: LocalDate }>,
  day: LocalDate,
): boolean {
  const readings = fullReadings(history, predictor);
  const reference = referenceOf(readings.filter(({ on }) => on < metOn));
  const newest = readings.filter(({ on }) => on <= day).at(-1);
  return !newest || droppedBelow(reference, newest, limits) !== false;
}

type Reference = Readonly<{ partner: Fraction | null; behaviour: Fraction | null }>;

function referenceOf(earlier: readonly Reading[]): Reference {
  return { partner: medianOfLast(earlier, 'B'), behaviour: medianOfLast(earlier, 'D') };
}

function medianOfLast(earlier: readonly Reading[], source: 'B' | 'D'): Fraction | null {
  const values = earlier.flatMap(({ scores }) => scores[source] ?? []).slice(-medianReadings);
  if (values.length < medianReadings) return null;
  return values.sort(compare)[1] ?? null;
}

/** Null where a value that the question needs is not there. */
function droppedBelow(
  { partner, behaviour }: Reference,
  { scores }: Reading,
  limits: AlertLimits,
): boolean | null {
  if (!partner || !behaviour || !scores.B || !scores.D) return null;
  return (
    compare(subtract(partner, scores.B), fractionOfDecimal(limits.partnerDrop)) >= 0 &&
    compare(subtract(behaviour, scores.D), fractionOfDecimal(limits.behaviourDrop)) >= 0
  );
}
