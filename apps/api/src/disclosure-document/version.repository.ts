import { Injectable } from '@nestjs/common';
import type { DocumentSectionId, SectionDecision } from '@trellis/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

export interface VersionRow {
  readonly id: string;
  readonly number: number;
  readonly at: Date;
}

export interface VersionSectionRow {
  readonly id: string;
  readonly section: DocumentSectionId;
  readonly mark: string;
  readonly sealed: Buffer;
}

/** Versions that were handed in, and what the own therapist said of their sections. Only ever added. */
@Injectable()
export class VersionRepository {
  constructor(private readonly work: UnitOfWork) {}

  async one(clinicId: string, documentId: string, number: number): Promise<VersionRow | null> {
    const rows = await this.work.rows<VersionRow>(
      'SELECT id, number, at FROM disclosure_version WHERE clinic_id = $1 AND document_id = $2 AND number = $3',
      [clinicId, documentId, number],
    );
    return rows[0] ?? null;
  }

  async sections(clinicId: string, versionId: string): Promise<VersionSectionRow[]> {
    return this.work.rows<VersionSectionRow>(
      `SELECT id, section, mark, sealed FROM disclosure_version_section
        WHERE clinic_id = $1 AND version_id = $2 ORDER BY section LIMIT 9`,
      [clinicId, versionId],
    );
  }

  async add(
    clinicId: string,
    documentId: string,
    version: VersionRow,
    sections: readonly VersionSectionRow[],
  ): Promise<void> {
    await this.work.change(
      'INSERT INTO disclosure_version (clinic_id, id, document_id, number, at) VALUES ($1, $2, $3, $4, $5)',
      [clinicId, version.id, documentId, version.number, version.at],
    );
    for (const { id, section, mark, sealed } of sections) {
      await this.work.change(
        `INSERT INTO disclosure_version_section (clinic_id, id, document_id, version_id, section, mark, sealed)
          VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [clinicId, id, documentId, version.id, section, mark, sealed],
      );
    }
  }

  async decide(
    clinicId: string,
    documentId: string,
    decision: SectionDecision & { readonly id: string; readonly by: string },
  ): Promise<void> {
    await this.work.change(
      `INSERT INTO disclosure_section_decision (clinic_id, id, document_id, number, section, decision, decided_by, decided_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        ...[clinicId, decision.id, documentId, decision.version, decision.section],
        ...[decision.decision, decision.by, decision.at],
      ],
    );
  }
}
