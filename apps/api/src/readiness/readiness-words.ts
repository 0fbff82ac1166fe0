import { Injectable } from '@nestjs/common';
import { Vault } from '../platform/sealing/vault.js';

export type WordsColumn = 'note_sealed' | 'reason_sealed' | 'evidence_sealed';

/** A row with words: whose key seals them, and whether that is a person's or a clinician's. */
export interface WordsPlace {
  readonly clinicId: string;
  readonly rowId: string;
  readonly ownerId: string;
  readonly side: 'RP' | 'BP' | 'JOINT';
}

/**
 * Seals and opens notes, reasons and evidence. What is about one person lies under that person's key, what is joint
 * under the key of the clinician who wrote it.
 */
@Injectable()
export class ReadinessWords {
  constructor(private readonly vault: Vault) {}

  /** Null stays null. */
  async seal(place: WordsPlace, column: WordsColumn, text: string | null): Promise<Buffer | null> {
    if (text === null) return null;
    const kind = place.side === 'JOINT' ? 'staff' : 'person';
    return this.vault.seal(kind, sealedPlace(place, column), text);
  }

  async open(place: WordsPlace, column: WordsColumn, sealed: Buffer): Promise<string> {
    return this.vault.open(sealedPlace(place, column), sealed);
  }
}

function sealedPlace({ clinicId, rowId, ownerId }: WordsPlace, column: WordsColumn) {
  const table = column === 'note_sealed' ? 'readiness_record' : 'readiness_mark';
  return { table, column, rowId, clinicId, ownerId };
}
