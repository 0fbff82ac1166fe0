import {
  instantOf,
  ratedScores,
  ratingWindow,
  windowAt,
  type PredictorCode,
  type RatingWindow,
  type Reading,
  type StoredRating,
} from '@trellis/domain';
import { actsOf } from './acts/act-records.js';
import { behaviourIn, type BehaviourOnRecord, type BehaviourFacts } from './behaviour.js';
import type { Fortnights } from './therapist-window.js';

/** What readings are made of, as far as whoever asks may know it. */
export interface MeasuredFacts extends BehaviourFacts {
  readonly ratings: readonly StoredRating[];
  /** Sides that hide nothing. */
  readonly consented: readonly ('RP' | 'BP')[];
}

/** One reading of one predictor, exact. `carried`: the therapist's rating is of an earlier fortnight. */
export interface ScoredReading extends Reading {
  readonly window: RatingWindow;
  readonly carried: boolean;
  /** Null without the recovering person's consent to measurement. */
  readonly behaviour: BehaviourOnRecord | null;
}

/** The fortnights from the first that anybody rated to the last one that ended or was rated. */
export function windowsOf(
  couple: Fortnights,
  ratings: readonly StoredRating[],
  now: Date,
): readonly RatingWindow[] {
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

/** The four sources of one predictor at the end of a fortnight. */
export function scoredReading(
  predictor: PredictorCode,
  window: RatingWindow,
  zone: string,
  facts: MeasuredFacts,
  now: Date,
): ScoredReading {
  const { carried, ...rated } = ratedScores(facts.ratings, predictor, window.reading);
  const { consented } = facts;
  // A person who hides their measurements has nothing counted of their sessions either, alone or together.
  const sessions = facts.sessions.filter(({ side }) =>
    side === 'JOINT' ? consented.length === 2 : consented.includes(side),
  );
  const behaviour = consented.includes('RP')
    ? behaviourIn(predictor, window, zone, { ...facts, sessions, acts: actsOf(facts.acts, consented) }, now)
    : null;
  return {
    on: window.reading,
    window,
    scores: { ...rated, D: behaviour?.score ?? null },
    carried,
    behaviour,
  };
}
