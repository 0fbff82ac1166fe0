import type { Track } from '../../access/roles.js';
import { ok, refuse, type Result } from '../../shared/result.js';
import type { LetterKind } from './letters.js';

export type LetterEndFacts = Readonly<{
  kind: LetterKind;
  /** Immutable texts that were laid down. */
  revisions: number;
  deliveredAt: Date | null;
  destroyedAt: Date | null;
  /** When each person agreed, in their own sign-in. */
  agreedAt: Readonly<Record<Track, Date | null>>;
}>;

export type LetterEndGap = 'not_delivered' | 'already_gone' | 'RP_agreement' | 'BP_agreement';

/** What stays of a letter: that there was one, how many texts it had, who agreed when. No content, no reason. */
export type LetterCertificate = Readonly<{
  kind: LetterKind;
  revisions: number;
  deliveredAt: Date;
  agreedAt: Readonly<Record<Track, Date>>;
  destroyedAt: Date;
}>;

/**
 * Destroys a letter that was read aloud, once both people have agreed, each alone (FTD-76). Before it was read the
 * listener does not know that there is one, and there is nothing to agree about. Gives every gap at once.
 */
export function destroyLetter(
  facts: LetterEndFacts,
  at: Date,
): Result<LetterCertificate, readonly LetterEndGap[]> {
  const { kind, revisions, deliveredAt, agreedAt } = facts;
  const gaps: LetterEndGap[] = [];
  if (deliveredAt === null) gaps.push('not_delivered');
  if (facts.destroyedAt !== null) gaps.push('already_gone');
  if (agreedAt.RP === null) gaps.push('RP_agreement');
  if (agreedAt.BP === null) gaps.push('BP_agreement');
  if (gaps.length > 0 || deliveredAt === null || agreedAt.RP === null || agreedAt.BP === null)
    return refuse(gaps);
  return ok({
    kind,
    revisions,
    deliveredAt,
    agreedAt: { RP: agreedAt.RP, BP: agreedAt.BP },
    destroyedAt: at,
  });
}
