import type { Instrument } from './instrument.js';

/** Who could be shown a score, beside the therapist of the person who answered. */
export type ScoreSharing = Readonly<{
  /** The person who answered, in the homework app. */
  ownApp: boolean;
  /** The partner, by the usual release and approval. Answers to single items never travel. */
  partnerByRelease: boolean;
  /** An export that more than one person of the couple receives. */
  sharedExport: boolean;
  /** Counts for the clinic's administration. */
  adminReport: boolean;
}>;

const hidden: ScoreSharing = {
  ownApp: false,
  partnerByRelease: false,
  sharedExport: false,
  adminReport: false,
};

/**
 * Screens for violence and for risk stay with the person's own therapist, with no release, in no file (INST-30), in no
 * shared export or report, nor on a screen somebody may look at (INST-25, source clinical brief 5, 6.1, 6.2 and 6.10).
 * Others are private as well until their owner releases them.
 */
export function scoreSharing({ family, neverThroughSharedLinks }: Instrument): ScoreSharing {
  if (neverThroughSharedLinks || family === 'risk') return hidden;
  return { ownApp: true, partnerByRelease: true, sharedExport: false, adminReport: true };
}
