import {
  changeSinceBaseline,
  changeThreshold,
  composite,
  perspectiveGap,
  predictorCodes,
  predictors,
  roundHalfAway,
  trendOf,
  viewsDiffer,
  type Fraction,
  type PredictorCode,
  type SourceScores,
} from '@trellis/domain';
import type { PredictorChartView, PredictorReadingView } from '@trellis/contracts';
import type { CoupleFacts } from './predictors.repository.js';
import { scoredReading, windowsOf, type ScoredReading } from './scored-readings.js';
import type { Fortnights } from './therapist-window.js';

/** The five charts in their order, from the first fortnight anybody rated to the last one that ended or was rated. */
export function chartsOf(couple: Fortnights, facts: CoupleFacts, now: Date): PredictorChartView[] {
  const windows = windowsOf(couple, facts.ratings, now);
  // With a consent missing, what is left of a composite would give the hidden source away by subtraction.
  const whole = facts.consented.length === 2;
  return predictorCodes.map((predictor) => {
    const readings = windows.map((window) => scoredReading(predictor, window, couple.timeZone, facts, now));
    const compared = whole ? readings : [];
    const { weights } = predictors[predictor];
    const change = changeSinceBaseline(compared, weights);
    return {
      predictor,
      readings: readings.map((reading) => toReading(predictor, reading, whole)),
      statement: change.statement,
      baselineOn: change.since,
      change: shown(change.difference),
      threshold: changeThreshold,
      trend: shown(trendOf(compared, weights)),
    };
  });
}

function toReading(
  predictor: PredictorCode,
  { on, scores, carried }: ScoredReading,
  whole: boolean,
): PredictorReadingView {
  const joined = composite(scores, predictors[predictor].weights);
  const gap = perspectiveGap(scores);
  return {
    readOn: on,
    ...sourcesOf(scores),
    therapistCarried: carried,
    composite: whole ? shown(joined.score) : null,
    partial: whole && joined.kind === 'partial',
    gap: shown(gap),
    viewsDiffer: viewsDiffer(gap),
  };
}

function sourcesOf(
  scores: SourceScores,
): Pick<PredictorReadingView, 'self' | 'partner' | 'therapist' | 'behaviour'> {
  return {
    self: shown(scores.R),
    partner: shown(scores.B),
    therapist: shown(scores.T),
    behaviour: shown(scores.D),
  };
}

/** One decimal, half away from zero: rounded here at last and nowhere before. */
function shown(score: Fraction | null): number | null {
  return score === null ? null : roundHalfAway(score, 1);
}
