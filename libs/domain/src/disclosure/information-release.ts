import type { Track } from '../access/roles.js';
import type { LocalDate } from '../shared/local-date.js';
import { bothTracks } from './guard.js';

/** What therapists may tell each other: how the process stands, what concerns safety, what the disclosure says. */
export const releaseScopes = ['status', 'safety', 'content'] as const;
export type ReleaseScope = (typeof releaseScopes)[number];

/** A release of information that its person signed in their own sign-in and did not take back. */
export type InformationRelease = Readonly<{
  track: Track;
  scopes: readonly ReleaseScope[];
  /** Ids of the therapists who may talk to each other. */
  staffIds: readonly string[];
  /** The last day on which it holds, in the couple's zone. */
  validUntil: LocalDate;
}>;

/**
 * Whether releases of both people let all present therapists talk about everything a disclosure needs (S1, FTD-25).
 * Each person's releases count together. One clinician alone has nobody to talk to and needs none; where nobody is
 * assigned nothing is covered.
 */
export function releasesCover(
  releases: readonly InformationRelease[],
  therapists: readonly string[],
  today: LocalDate,
): boolean {
  const present = new Set(therapists);
  if (present.size < 2) return present.size === 1;
  return bothTracks.every((track) =>
    releaseScopes.every((scope) => {
      const live = releases.filter(
        (one) => one.track === track && one.scopes.includes(scope) && one.validUntil >= today,
      );
      return [...present].every((id) => live.some(({ staffIds }) => staffIds.includes(id)));
    }),
  );
}
