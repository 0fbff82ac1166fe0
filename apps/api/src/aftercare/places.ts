import type { SealedPlace } from '../platform/sealing/envelope.js';

/** Where the words of a short check are sealed: under their person's key, bound to the row. */
export function answerPlace(clinicId: string, rowId: string, ownerId: string): SealedPlace {
  return { table: 'aftercare_answer', column: 'sealed', rowId, clinicId, ownerId };
}

/** As answerPlace, for what was left out. */
export function notePlace(clinicId: string, rowId: string, ownerId: string): SealedPlace {
  return { table: 'correction_note', column: 'sealed', rowId, clinicId, ownerId };
}
