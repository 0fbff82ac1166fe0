import { mayReadLetter } from '@trellis/domain';
import type { CaseGrant } from '../access/case-access.js';
import { isReleased, type LetterRow, type ReadingRow } from './letter-row.js';

/** Sides of real assignments; an emergency reading opens no letter. */
export function letterSides({ mySides, emergency }: CaseGrant): ('RP' | 'BP')[] {
  return (['RP', 'BP'] as const).filter(
    (side) => mySides.includes(side) && emergency?.sides.includes(side) !== true,
  );
}

/** The rule once more, over the row that was found: whether the therapist may read the newest text (FTD-55). */
export function mayReadNow(grant: CaseGrant, row: LetterRow, reading: ReadingRow | null): boolean {
  if (row.revision === 0 || row.destroyed_at !== null) return false;
  const facts = {
    releasedToOtherTherapist: isReleased(row),
    inDeliverySession: reading?.kind === row.kind,
    sealedForGood: row.sealed_at !== null,
  };
  return letterSides(grant).some((side) => mayReadLetter(row.kind, side === 'RP' ? 'T_RP' : 'T_BP', facts));
}
