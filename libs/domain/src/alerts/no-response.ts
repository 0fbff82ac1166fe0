import { daysInWeek } from '../shared/durations.js';
import { addDays, type LocalDate } from '../shared/local-date.js';
import { predictorCodes } from '../predictors/definition.js';
import { changeSinceBaseline } from '../predictors/reliable-change.js';
import { alertOn } from './alert.js';
import { lastWholeDay, type OffTrackHistory } from './alert-history.js';
import type { AlertLimits } from './alert-settings.js';
import { fullReadings } from './full-readings.js';
import type { OffTrackRule } from './off-track-rule.js';

/**
 * OT-5, no response (ALERT-06): fewer than two predictors better beyond noise 12, 20, 28 and so on weeks after the
 * couple's first full reading. A predictor with too little data counts as not better; where none has enough,
 * nothing can be said.
 */
export const noResponse: OffTrackRule = (history, limits) =>
  reviewDays(history, limits).flatMap((on) => {
    const statements = predictorCodes.map((code) => {
      const readings = fullReadings(history, code).filter((reading) => reading.on <= on);
      return changeSinceBaseline(readings, history.weights[code]).statement;
    });
    if (statements.every((statement) => statement === 'not_enough_data')) return [];
    const better = statements.filter((statement) => statement === 'improved_beyond_noise').length;
    return better < limits.betterPredictors ? [alertOn('OT-5', on)] : [];
  });

/** Days on which the rule is asked, up to the last whole day; none before the first full reading. */
export function reviewDays(history: OffTrackHistory, limits: AlertLimits): readonly LocalDate[] {
  const through = lastWholeDay(history);
  const [baseline] = predictorCodes
    .flatMap((code) =>
      fullReadings(history, code)
        .slice(0, 1)
        .map(({ on }) => on),
    )
    .sort();
  const days: LocalDate[] = [];
  if (!baseline) return days;
  let day = addDays(baseline, limits.reviewFirstWeeks * daysInWeek);
  while (day <= through) {
    days.push(day);
    day = addDays(day, limits.reviewEveryWeeks * daysInWeek);
  }
  return days;
}
