import { Injectable } from '@nestjs/common';
import type { LetterKind } from '@trellis/domain';
import type { CaseGrant } from '../access/case-access.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { letterColumns, mostLetters, type LetterRow, type ReadingRow } from './letter-row.js';
import type { LetterMark } from './letters-facts.service.js';

export interface MarkRow {
  readonly mark: LetterMark;
  readonly given: boolean;
  readonly revision: number | null;
  readonly checks: string[];
  readonly by_name: string;
  readonly set_at: Date;
  readonly version: number;
}

/** Letters as therapists find them, what they lay down of their own side, and the sessions in which one is read. */
@Injectable()
export class CaseLetterRepository {
  constructor(private readonly work: UnitOfWork) {}

  all(grant: CaseGrant): Promise<LetterRow[]> {
    return this.work.rows<LetterRow>(
      `SELECT ${letterColumns} FROM letter l WHERE l.clinic_id = $1 AND l.couple_id = $2
        ORDER BY l.begun_at, l.id LIMIT $3`,
      [grant.clinicId, grant.coupleId, mostLetters],
    );
  }

  async byId(grant: CaseGrant, id: string): Promise<LetterRow | null> {
    const [row] = await this.work.rows<LetterRow>(
      `SELECT ${letterColumns} FROM letter l WHERE l.clinic_id = $1 AND l.couple_id = $2 AND l.id = $3`,
      [grant.clinicId, grant.coupleId, id],
    );
    return row ?? null;
  }

  marks(grant: CaseGrant): Promise<MarkRow[]> {
    return this.work.rows<MarkRow>(
      `SELECT m.mark, m.given, m.revision, m.checks, s.name AS by_name, m.set_at, m.version FROM letter_mark m
        JOIN staff_member s ON s.clinic_id = m.clinic_id AND s.id = m.set_by
        WHERE m.clinic_id = $1 AND m.couple_id = $2 ORDER BY m.mark LIMIT 10`,
      [grant.clinicId, grant.coupleId],
    );
  }

  /** False unless the mark is at `version`, 0 before the first time. */
  async mark(
    grant: CaseGrant,
    { mark, side }: { readonly mark: LetterMark; readonly side: 'RP' | 'BP' },
    version: number,
    next: Pick<MarkRow, 'given' | 'revision' | 'checks'> & { readonly by: string; readonly at: Date },
  ): Promise<boolean> {
    const values = [
      grant.clinicId,
      grant.coupleId,
      mark,
      next.given,
      next.revision,
      next.checks,
      next.by,
      next.at,
    ];
    const changed =
      version === 0
        ? await this.work.change(
            `INSERT INTO letter_mark (clinic_id, couple_id, mark, given, revision, checks, set_by, set_at, side, version)
              VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1) ON CONFLICT DO NOTHING`,
            [...values, side],
          )
        : await this.work.change(
            `UPDATE letter_mark SET given = $4, revision = $5, checks = $6, set_by = $7, set_at = $8, version = version + 1
              WHERE clinic_id = $1 AND couple_id = $2 AND mark = $3 AND version = $9`,
            [...values, version],
          );
    return changed === 1;
  }

  /** The reading that nobody has ended, if there is one. */
  async reading(grant: CaseGrant): Promise<ReadingRow | null> {
    const [row] = await this.work.rows<ReadingRow>(
      `SELECT id, kind, process_id, started_at, until, version FROM letter_reading
        WHERE clinic_id = $1 AND couple_id = $2 AND ended_at IS NULL`,
      [grant.clinicId, grant.coupleId],
    );
    return row ?? null;
  }

  /** False when one runs already. */
  async start(
    grant: CaseGrant,
    reading: ReadingRow & { readonly kind: LetterKind; readonly by: string },
  ): Promise<boolean> {
    const added = await this.work.change(
      `INSERT INTO letter_reading (clinic_id, id, couple_id, process_id, kind, started_at, started_by, until, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1) ON CONFLICT DO NOTHING`,
      [
        ...[grant.clinicId, reading.id, grant.coupleId, reading.process_id, reading.kind],
        ...[reading.started_at, reading.by, reading.until],
      ],
    );
    return added === 1;
  }

  /** Ends it without a delivery. False when nothing runs any more. */
  async end(grant: CaseGrant, at: Date): Promise<boolean> {
    const ended = await this.work.change(
      `UPDATE letter_reading SET ended_at = greatest(started_at, $3), version = version + 1
        WHERE clinic_id = $1 AND couple_id = $2 AND ended_at IS NULL`,
      [grant.clinicId, grant.coupleId, at],
    );
    return ended === 1;
  }
}
