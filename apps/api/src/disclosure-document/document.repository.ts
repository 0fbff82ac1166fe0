import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { factsOf, type DocumentFacts, type FactsRow } from './document-facts.js';

/** The document itself; which one exists for the asker is row-level security's answer. */
export interface DocumentRow {
  readonly id: string;
  readonly person_id: string;
  readonly legal_sealed: Buffer | null;
  readonly legal_hold: boolean | null;
  readonly hold_checked_at: Date | null;
  readonly latest_version: number;
  readonly destroyed_at: Date | null;
  readonly version: number;
}

export interface DocumentScope {
  readonly clinicId: string;
  readonly coupleId: string;
}

/** Queries over documents as a whole. */
@Injectable()
export class DocumentRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** States, dates and ids across both sides. Null for somebody who may not ask. */
  async facts(coupleId: string): Promise<DocumentFacts | null> {
    const [row] = await this.work.rows<{ facts: FactsRow | null }>(
      'SELECT app.disclosure_document_facts($1) AS facts',
      [coupleId],
    );
    return row?.facts ? factsOf(row.facts) : null;
  }

  /** The document of one process, as far as the asker may find it. */
  async ofProcess({ clinicId, coupleId }: DocumentScope, processId: string): Promise<DocumentRow | null> {
    const rows = await this.work.rows<DocumentRow>(
      `SELECT id, person_id, legal_sealed, legal_hold, hold_checked_at, latest_version, destroyed_at, version
        FROM disclosure_document WHERE clinic_id = $1 AND couple_id = $2 AND process_id = $3`,
      [clinicId, coupleId, processId],
    );
    return rows[0] ?? null;
  }

  /** Begins the document of a process; nothing where it was begun before, also at the same moment. */
  async begin(
    { clinicId, coupleId }: DocumentScope,
    document: { readonly id: string; readonly processId: string; readonly personId: string },
    at: Date,
  ): Promise<void> {
    await this.work.change(
      `INSERT INTO disclosure_document (clinic_id, id, couple_id, process_id, person_id, opened_at, latest_version, version)
        VALUES ($1, $2, $3, $4, $5, $6, 0, 1) ON CONFLICT (clinic_id, process_id) DO NOTHING`,
      [clinicId, document.id, coupleId, document.processId, document.personId, at],
    );
  }

  /** False when the document is not at `version` any more. */
  async keepLegal(clinicId: string, id: string, version: number, sealed: Buffer): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE disclosure_document SET legal_sealed = $4, version = version + 1
        WHERE clinic_id = $1 AND id = $2 AND version = $3`,
      [clinicId, id, version, sealed],
    );
    return changed === 1;
  }

  /** Counts a version that was handed in. False when another one came first. */
  async count(clinicId: string, id: string, number: number): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE disclosure_document SET latest_version = $3, version = version + 1
        WHERE clinic_id = $1 AND id = $2 AND latest_version = $3 - 1`,
      [clinicId, id, number],
    );
    return changed === 1;
  }

  /** The people of the couple by side, as the asker finds them. */
  async people({
    clinicId,
    coupleId,
  }: DocumentScope): Promise<{ id: string; name: string; side: 'RP' | 'BP' }[]> {
    return this.work.rows(
      `SELECT p.id, p.name, e.side FROM enrolment e
        JOIN person p ON p.clinic_id = e.clinic_id AND p.id = e.person_id
        WHERE e.clinic_id = $1 AND e.couple_id = $2 ORDER BY e.side DESC, e.id LIMIT 10`,
      [clinicId, coupleId],
    );
  }

  /** The name of the asking member of staff. */
  async staffName(clinicId: string, staffId: string): Promise<string> {
    const [row] = await this.work.rows<{ name: string }>(
      'SELECT name FROM staff_member WHERE clinic_id = $1 AND id = $2',
      [clinicId, staffId],
    );
    return row?.name ?? '';
  }

  /** Locks the document of a process or opens it again, whoever took the step. */
  async setOpen(processId: string, open: boolean, at: Date): Promise<void> {
    await this.work.rows('SELECT app.open_disclosure_document($1, $2, $3)', [processId, open, at]);
  }
}
