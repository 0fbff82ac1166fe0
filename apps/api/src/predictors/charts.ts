import {
  changeSinceBaseline,
  composite,
  instantOf,
  perspectiveGap,
  predictorCodes,
  predictors,
  ratedScores,
  ratingWindow,
  roundHalfAway,
  viewsDiffer,
  windowAt,
  type Fraction,
  type PredictorCode,
  type RatingWindow,
  type Reading,
  type SourceScores,
  type StoredRating,
} from '@trellis/domain';
import type { PredictorChartView, PredictorReadingView } from '@trellis/contracts';
import { behaviourIn } from './behaviour.js';
import type { CoupleFacts } from './predictors.repository.js';
import type { Fortnights } from './therapist-window.js';

interface Scored extends Reading {
  readonly carried: boolean;
}

/** The five charts in their order, from the first fortnight anybody rated to the last one that ended or was rated. */
export function chartsOf(couple: Fortnights, facts: CoupleFacts, now: Date): PredictorChartView[] {
  const windows = windowsOf(couple, facts.ratings, now);
  // With a consent missing, what is left of a composite would give the hidden source away by subtraction.
  const whole = facts.consented.length === 2;
  return predictorCodes.map((predictor) => {
    const readings = windows.map((window) => scored(predictor, window, couple.timeZone, facts, now));
    const change = changeSinceBaseline(whole ? readings : [], predictors[predictor].weights);
    return {
      predictor,
      readings: readings.map((reading) => toReading(predictor, reading, whole)),
      statement: change.statement,
      baselineOn: change.since,
    };
  });
}

function windowsOf(couple: Fortnights, ratings: readonly StoredRating[], now: Date): RatingWindow[] {
  const numbers = ratings.flatMap(
    ({ on }) => numberAt(couple, instantOf(on, '12:00', couple.timeZone)) ?? [],
  );
  if (numbers.length === 0) return [];
  const ended = (numberAt(couple, now) ?? 1) - 1;
  const first = Math.min(...numbers);
  const last = Math.max(ended, ...numbers);
  return Array.from({ length: last - first + 1 }, (_, i) =>
    ratingWindow(couple.anchorOn, couple.timeZone, first + i),
  );
}

/** Which fortnight holds the instant, from 1; null before the first. */
function numberAt({ anchorOn, timeZone }: Fortnights, at: Date): number | null {
  const window = windowAt(anchorOn, timeZone, at);
  return window === null ? null : window.week / 2;
}

function scored(
  predictor: PredictorCode,
  window: RatingWindow,
  zone: string,
  facts: CoupleFacts,
  now: Date,
): Scored {
  const { carried, ...rated } = ratedScores(facts.ratings, predictor, window.reading);
  const behaviour = facts.consented.includes('RP')
    ? behaviourIn(predictor, window, zone, facts.homework, now)
    : null;
  return { on: window.reading, scores: { ...rated, D: behaviour }, carried };
}

function toReading(
  predictor: PredictorCode,
  { on, scores, carried }: Scored,
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
