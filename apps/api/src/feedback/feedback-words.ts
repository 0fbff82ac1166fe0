import { Injectable } from '@nestjs/common';
import { Vault } from '../platform/sealing/vault.js';
import type { SealedPlace } from '../platform/sealing/envelope.js';

/** Seals and opens a therapist's words under the key of the person to whom they are written, bound to their row. */
@Injectable()
export class FeedbackWords {
  constructor(private readonly vault: Vault) {}

  async seal(clinicId: string, personId: string, rowId: string, words: string): Promise<Buffer> {
    return this.vault.seal('person', place(clinicId, personId, rowId), words);
  }

  async open(clinicId: string, row: { id: string; person_id: string; sealed: Buffer }): Promise<string> {
    return this.vault.open(place(clinicId, row.person_id, row.id), row.sealed);
  }
}

function place(clinicId: string, ownerId: string, rowId: string): SealedPlace {
  return { table: 'homework_feedback', column: 'sealed', rowId, clinicId, ownerId };
}
