import { tracks, type Track } from '../../access/roles.js';
import { ok, refuse, type Result } from '../../shared/result.js';
import type { SessionPerson } from './session-steps.js';

/** When distress is asked of each person, 0 (none) to 10 (the most). */
export const distressMoments = ['start', 'break_1', 'close'] as const;
export type DistressMoment = (typeof distressMoments)[number];
export const distressRange = { from: 0, to: 10 } as const;

export type DistressRating = Readonly<{ track: Track; moment: DistressMoment; value: number }>;
export type DistressRefusal = 'not_a_clinician' | 'not_in_range';

/** One rating, entered by a therapist, never by the person (FTD-34). Whole numbers 0 to 10. */
export function distressRating(
  enteredBy: SessionPerson,
  rating: DistressRating,
): Result<DistressRating, DistressRefusal> {
  if (enteredBy === 'RP' || enteredBy === 'BP') return refuse('not_a_clinician');
  const { value } = rating;
  const inRange = Number.isInteger(value) && value >= distressRange.from && value <= distressRange.to;
  return inRange ? ok(rating) : refuse('not_in_range');
}

/** What has not been asked yet, in the order of the session: a gap is never read as calm. */
export function missingDistress(
  ratings: readonly DistressRating[],
): readonly Readonly<{ moment: DistressMoment; track: Track }>[] {
  return distressMoments.flatMap((moment) =>
    tracks
      .filter((track) => !ratings.some((rating) => rating.moment === moment && rating.track === track))
      .map((track) => ({ moment, track })),
  );
}
