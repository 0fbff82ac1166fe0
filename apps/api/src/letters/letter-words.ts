import { Injectable } from '@nestjs/common';
import type { SealedPlace } from '../platform/sealing/envelope.js';
import { Vault } from '../platform/sealing/vault.js';
import type { LetterCommentRow, LetterTextRow, Sections } from './letter-row.js';

/** Seals and opens the words of a letter and what is said to it, under the letter's own key and bound to their rows. */
@Injectable()
export class LetterWords {
  constructor(private readonly vault: Vault) {}

  async sealText(clinicId: string, letterId: string, rowId: string, sections: Sections): Promise<Buffer> {
    return this.vault.seal(
      'letter',
      place('letter_text', clinicId, letterId, rowId),
      JSON.stringify(sections),
    );
  }

  async text(clinicId: string, letterId: string, row: LetterTextRow): Promise<Sections> {
    const text = await this.vault.open(place('letter_text', clinicId, letterId, row.id), row.sealed);
    return JSON.parse(text) as Sections;
  }

  async sealComment(clinicId: string, letterId: string, rowId: string, text: string): Promise<Buffer> {
    return this.vault.seal('letter', place('letter_comment', clinicId, letterId, rowId), text);
  }

  async comment(clinicId: string, letterId: string, row: LetterCommentRow): Promise<string> {
    return this.vault.open(place('letter_comment', clinicId, letterId, row.id), row.sealed);
  }
}

/** How long a letter is, in code points. */
export function lengthOf(sections: Sections): number {
  return Object.values(sections).reduce((sum, text) => sum + [...text].length, 0);
}

function place(
  table: 'letter_text' | 'letter_comment',
  clinicId: string,
  ownerId: string,
  rowId: string,
): SealedPlace {
  return { table, column: 'sealed', rowId, clinicId, ownerId };
}
