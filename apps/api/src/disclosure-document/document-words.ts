import { Injectable } from '@nestjs/common';
import type { LegalFacts } from '@trellis/domain';
import { SealBrokenError } from '../platform/sealing/envelope.js';
import { Vault } from '../platform/sealing/vault.js';
import { notFound } from '../platform/http/app-error.js';

export type DocumentTable =
  'disclosure_section_draft' | 'disclosure_version_section' | 'disclosure_inventory' | 'disclosure_comment';

/** The answers to the legal question; what counsel said is on record elsewhere. */
export type LegalAnswers = Pick<LegalFacts, 'exposurePossible' | 'minorOrCrime'>;

export const nobodyAsked: LegalAnswers = { exposurePossible: null, minorOrCrime: false };

/** Seals and opens everything of a document under its own key, each value bound to its row. */
@Injectable()
export class DocumentWords {
  constructor(private readonly vault: Vault) {}

  async seal(
    clinicId: string,
    documentId: string,
    table: DocumentTable,
    rowId: string,
    text: string,
  ): Promise<Buffer> {
    const place = { table, column: 'sealed', rowId, clinicId, ownerId: documentId };
    return this.vault.seal('document', place, text);
  }

  /** @throws AppError not_found when the key is gone: a row that came back is as unknown as one that never was. */
  async open(
    clinicId: string,
    documentId: string,
    table: DocumentTable,
    row: { readonly id: string; readonly sealed: Buffer },
  ): Promise<string> {
    const place = { table, column: 'sealed', rowId: row.id, clinicId, ownerId: documentId };
    return this.opened(place, row.sealed);
  }

  async sealLegal(clinicId: string, documentId: string, answers: LegalAnswers): Promise<Buffer> {
    return this.vault.seal('document', legalPlace(clinicId, documentId), JSON.stringify(answers));
  }

  async openLegal(clinicId: string, documentId: string, sealed: Buffer | null): Promise<LegalAnswers> {
    if (sealed === null) return nobodyAsked;
    return JSON.parse(await this.opened(legalPlace(clinicId, documentId), sealed)) as LegalAnswers;
  }

  private async opened(place: Parameters<Vault['open']>[0], sealed: Buffer): Promise<string> {
    try {
      return await this.vault.open(place, sealed);
    } catch (error) {
      if (error instanceof SealBrokenError) throw notFound();
      throw error;
    }
  }
}

function legalPlace(clinicId: string, documentId: string): Parameters<Vault['open']>[0] {
  const [table, column] = ['disclosure_document', 'legal_sealed'];
  return { table, column, rowId: documentId, clinicId, ownerId: documentId };
}
