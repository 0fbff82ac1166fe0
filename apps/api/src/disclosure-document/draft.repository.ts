import { Injectable } from '@nestjs/common';
import type { DocumentSectionId } from '@trellis/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

export interface DraftRow {
  readonly id: string;
  readonly section: DocumentSectionId;
  readonly sealed: Buffer;
  readonly saved_at: Date;
  readonly version: number;
}

export type InventoryRow = Omit<DraftRow, 'section'> & { readonly entries: number };

/** Sealed words with the version of which they are the next. */
export interface SealedWords {
  readonly id: string;
  readonly sealed: Buffer;
  readonly version: number;
  readonly at: Date;
}

/** What the author is writing: one row for each section, and the inventory. */
@Injectable()
export class DraftRepository {
  constructor(private readonly work: UnitOfWork) {}

  async sections(clinicId: string, documentId: string): Promise<DraftRow[]> {
    return this.work.rows<DraftRow>(
      `SELECT id, section, sealed, saved_at, version FROM disclosure_section_draft
        WHERE clinic_id = $1 AND document_id = $2 ORDER BY section LIMIT 9`,
      [clinicId, documentId],
    );
  }

  async section(clinicId: string, documentId: string, section: DocumentSectionId): Promise<DraftRow | null> {
    const rows = await this.work.rows<DraftRow>(
      `SELECT id, section, sealed, saved_at, version FROM disclosure_section_draft
        WHERE clinic_id = $1 AND document_id = $2 AND section = $3`,
      [clinicId, documentId, section],
    );
    return rows[0] ?? null;
  }

  /** Adds at version 0, changes at any other. False when somebody (the author elsewhere) was first. */
  async keepSection(
    clinicId: string,
    documentId: string,
    section: DocumentSectionId,
    words: SealedWords,
  ): Promise<boolean> {
    const [statement, values] =
      words.version === 0
        ? [
            `INSERT INTO disclosure_section_draft (clinic_id, id, document_id, section, sealed, saved_at, version)
              VALUES ($1, $2, $3, $4, $5, $6, 1) ON CONFLICT (clinic_id, document_id, section) DO NOTHING`,
            [clinicId, words.id, documentId, section, words.sealed, words.at],
          ]
        : [
            `UPDATE disclosure_section_draft SET sealed = $5, saved_at = $6, version = version + 1
              WHERE clinic_id = $1 AND id = $2 AND document_id = $3 AND section = $4 AND version = $7`,
            [clinicId, words.id, documentId, section, words.sealed, words.at, words.version],
          ];
    return (await this.work.change(statement, values)) === 1;
  }

  async inventory(clinicId: string, documentId: string): Promise<InventoryRow | null> {
    const rows = await this.work.rows<InventoryRow>(
      `SELECT id, entries, sealed, saved_at, version FROM disclosure_inventory
        WHERE clinic_id = $1 AND document_id = $2`,
      [clinicId, documentId],
    );
    return rows[0] ?? null;
  }

  /** As a section. */
  async keepInventory(
    clinicId: string,
    documentId: string,
    entries: number,
    words: SealedWords,
  ): Promise<boolean> {
    const [statement, values] =
      words.version === 0
        ? [
            `INSERT INTO disclosure_inventory (clinic_id, id, document_id, entries, sealed, saved_at, version)
              VALUES ($1, $2, $3, $4, $5, $6, 1) ON CONFLICT (clinic_id, document_id) DO NOTHING`,
            [clinicId, words.id, documentId, entries, words.sealed, words.at],
          ]
        : [
            `UPDATE disclosure_inventory SET entries = $4, sealed = $5, saved_at = $6, version = version + 1
              WHERE clinic_id = $1 AND id = $2 AND document_id = $3 AND version = $7`,
            [clinicId, words.id, documentId, entries, words.sealed, words.at, words.version],
          ];
    return (await this.work.change(statement, values)) === 1;
  }
}
