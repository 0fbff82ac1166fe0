import { Injectable } from '@nestjs/common';
import type { DocumentSectionId } from '@trellis/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

export interface CommentRow {
  readonly id: string;
  readonly number: number;
  readonly section: DocumentSectionId;
  readonly starts_at: number;
  readonly length: number;
  readonly author_id: string;
  readonly author_name: string;
  readonly sealed: Buffer;
  readonly written_at: Date;
  readonly settled_at: Date | null;
  readonly version: number;
}

/** A place in a version, with sealed words. */
export interface CommentChange {
  readonly start: number;
  readonly length: number;
  readonly sealed: Buffer;
  readonly at: Date;
}

const columns = `c.id, c.number, c.section, c.starts_at, c.length, c.author_id, s.name AS author_name, c.sealed,
  c.written_at, c.settled_at, c.version`;

/** Comments of the own therapist. */
@Injectable()
export class CommentRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Of one version, in reading order. */
  async ofVersion(clinicId: string, documentId: string, number: number, most: number): Promise<CommentRow[]> {
    return this.work.rows<CommentRow>(
      `SELECT ${columns} FROM disclosure_comment c
        JOIN staff_member s ON s.clinic_id = c.clinic_id AND s.id = c.author_id
        WHERE c.clinic_id = $1 AND c.document_id = $2 AND c.number = $3
        ORDER BY c.section, c.starts_at, c.written_at, c.id LIMIT $4`,
      [clinicId, documentId, number, most],
    );
  }

  async one(clinicId: string, documentId: string, id: string): Promise<CommentRow | null> {
    const rows = await this.work.rows<CommentRow>(
      `SELECT ${columns} FROM disclosure_comment c
        JOIN staff_member s ON s.clinic_id = c.clinic_id AND s.id = c.author_id
        WHERE c.clinic_id = $1 AND c.document_id = $2 AND c.id = $3`,
      [clinicId, documentId, id],
    );
    return rows[0] ?? null;
  }

  /** False when the id is taken. */
  async add(
    clinicId: string,
    documentId: string,
    place: {
      readonly id: string;
      readonly number: number;
      readonly section: DocumentSectionId;
      readonly by: string;
    },
    { start, length, sealed, at }: CommentChange,
  ): Promise<boolean> {
    const added = await this.work.change(
      `INSERT INTO disclosure_comment (clinic_id, id, document_id, number, section, starts_at, length, author_id, sealed,
          written_at, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1) ON CONFLICT (clinic_id, id) DO NOTHING`,
      [
        ...[clinicId, place.id, documentId, place.number, place.section],
        ...[start, length, place.by, sealed, at],
      ],
    );
    return added === 1;
  }

  /** A changed comment is open again. False unless it is the asker's and at `version`. */
  async change(
    clinicId: string,
    id: string,
    version: number,
    { start, length, sealed, at }: CommentChange,
  ): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE disclosure_comment SET starts_at = $4, length = $5, sealed = $6, written_at = $7, settled_at = NULL,
          version = version + 1 WHERE clinic_id = $1 AND id = $2 AND version = $3`,
      [clinicId, id, version, start, length, sealed, at],
    );
    return changed === 1;
  }

  async remove(clinicId: string, id: string, version: number): Promise<boolean> {
    const removed = await this.work.change(
      'DELETE FROM disclosure_comment WHERE clinic_id = $1 AND id = $2 AND version = $3',
      [clinicId, id, version],
    );
    return removed === 1;
  }

  /** False unless it is open and at `version`. */
  async settle(clinicId: string, id: string, version: number, at: Date): Promise<boolean> {
    const settled = await this.work.change(
      `UPDATE disclosure_comment SET settled_at = $4, version = version + 1
        WHERE clinic_id = $1 AND id = $2 AND version = $3 AND settled_at IS NULL`,
      [clinicId, id, version, at],
    );
    return settled === 1;
  }
}
