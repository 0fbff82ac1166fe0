import { compare, fractionOfDecimal, subtract } from '../shared/fraction.js';
import type { LocalDate } from '../shared/local-date.js';
import type { PredictorCode } from '../homework/template.js';
import { comparable } from '../predictors/composite.js';
import { predictorCodes, type SourceWeights } from '../predictors/definition.js';
import type { Reading } from '../predictors/reliable-change.js';
import { alertOn } from './alert.js';
import type { OffTrackHistory } from './alert-history.js';
import type { AlertLimits } from './alert-settings.js';
import { fullReadings } from './full-readings.js';
import type { OffTrackRule } from './off-track-rule.js';

/**
 * OT-1, reliable worsening (ALERT-02): the composite stands 19.4 points or more below the baseline, which is the
 * first full reading, over the sources both have, at two full readings in a row. Met on the day of the second.
 */
export const reliableWorsening: OffTrackRule = (history, limits) =>
  predictorCodes.flatMap((predictor) => {
    const [baseline, ...later] = fullReadings(history, predictor);
    if (!baseline) return [];
    const low = later.map((reading) => isWorse(baseline, reading, history.weights[predictor], limits));
    const needed = limits.worseningReadings;
    return later
      .filter((_, at) => at + 1 >= needed && low.slice(at + 1 - needed, at + 1).every(Boolean))
      .map(({ on }) => alertOn('OT-1', on, { predictor }));
  });

/** Whether the newest full reading up to the day still stands below the baseline (ALERT-14). */
export function stillWorse(
  history: OffTrackHistory,
  limits: AlertLimits,
  predictor: PredictorCode,
  day: LocalDate,
): boolean {
  const readings = fullReadings(history, predictor).filter(({ on }) => on <= day);
  const [baseline] = readings;
  const newest = readings.at(-1);
  return !baseline || !newest || isWorse(baseline, newest, history.weights[predictor], limits);
}

function isWorse(baseline: Reading, reading: Reading, weights: SourceWeights, limits: AlertLimits): boolean {
  const pair = comparable(baseline.scores, reading.scores, weights);
  if (!pair) return false;
  return compare(subtract(pair.before, pair.after), fractionOfDecimal(limits.worseningDrop)) >= 0;
}
