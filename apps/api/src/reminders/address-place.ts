import type { SealedPlace } from '../platform/sealing/envelope.js';

/** Where the address of a wish stands. */
export function addressPlace(clinicId: string, personId: string, wishId: string): SealedPlace {
  return {
    table: 'reminder_wish',
    column: 'address_sealed',
    rowId: wishId,
    clinicId,
    ownerId: personId,
  };
}
