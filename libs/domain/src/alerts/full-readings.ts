import type { PredictorCode } from '../homework/template.js';
import { composite } from '../predictors/composite.js';
import type { Reading } from '../predictors/reliable-change.js';
import { lastWholeDay, type OffTrackHistory } from './alert-history.js';

/**
 * The readings of one predictor that count for alerts, oldest first (ALERT-11): full ones, whose day is over. A
 * partial reading never counts, because a source that is absent moves a composite by itself.
 */
export function fullReadings(history: OffTrackHistory, code: PredictorCode): readonly Reading[] {
  const through = lastWholeDay(history);
  return history.readings
    .flatMap(({ on, scores: all }) => {
      const scores = all[code];
      if (!scores || on > through) return [];
      return composite(scores, history.weights[code]).kind === 'full' ? [{ on, scores }] : [];
    })
    .sort((a, b) => (a.on < b.on ? -1 : 1));
}
