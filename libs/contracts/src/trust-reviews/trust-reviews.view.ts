import type { LocalizedText } from '@trellis/domain';

/**
 * One side of trust in one review, 0 to 100, as each of the two people sees it; null where fewer than two of its three
 * questions were answered. Nobody is right.
 */
export class TrustSideView {
  readonly side!: 'predictability' | 'transparency' | 'shared_values';
  readonly self!: number | null;
  readonly partner!: number | null;
  /** Self minus partner, -100 to 100; null where one is missing. */
  readonly gap!: number | null;
}

export class TrustReviewView {
  /** The local day by which it was due. */
  readonly on!: string;
  readonly sides!: TrustSideView[];
}

/** What is looked at beside one side of trust. It does not enter the numbers. */
export class TrustEvidenceView {
  readonly side!: 'predictability' | 'transparency' | 'shared_values';
  readonly exercises!: LocalizedText[];
  readonly predictors!: string[];
}

/** Reviews of trust that the couple opened in a session with their therapist. */
export class CoupleTrustView {
  /** Newest last, 6 at most. */
  readonly reviews!: TrustReviewView[];
  /** How many of the last 6 are not open; whether a half of them is in stays unsaid. */
  readonly closed!: number;
  readonly evidence!: TrustEvidenceView[];
}
