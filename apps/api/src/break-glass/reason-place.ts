import type { SealedPlace } from '../platform/sealing/envelope.js';

/** Where the reason of an emergency reading is sealed: under a key of whoever opened it. */
export function reasonPlace(clinicId: string, rowId: string, ownerId: string): SealedPlace {
  return { table: 'break_glass', column: 'reason_sealed', rowId, clinicId, ownerId };
}
