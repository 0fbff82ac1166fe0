import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { CoupleGrant } from './aftercare.repository.js';

export interface CorrectionRow {
  readonly id: string;
  readonly person_id: string;
  readonly recalled_at: Date;
  readonly told_at: Date | null;
  readonly met_at: Date | null;
  readonly reviewed_at: Date | null;
  readonly version: number;
  readonly notes: number;
}

export interface NewCorrection {
  readonly id: string;
  readonly periodId: string;
  readonly personId: string;
  readonly recalledAt: Date;
  readonly toldAt: Date | null;
}

/** Additions to a disclosure: the recovering person and the therapists of that side alone find them. */
@Injectable()
export class CorrectionRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Oldest first; twenty are more than any disclosure has. */
  async all(grant: CoupleGrant): Promise<CorrectionRow[]> {
    return this.work.rows<CorrectionRow>(
      `SELECT x.id, x.person_id, x.recalled_at, x.told_at, x.met_at, x.reviewed_at, x.version,
          (SELECT count(*)::integer FROM correction_note n
            WHERE n.clinic_id = x.clinic_id AND n.correction_id = x.id) AS notes
        FROM correction x WHERE x.clinic_id = $1 AND x.couple_id = $2 ORDER BY x.recalled_at, x.id LIMIT 20`,
      [grant.clinicId, grant.coupleId],
    );
  }

  /** False when one is open already: whatever comes to mind joins that one. */
  async open(grant: CoupleGrant, added: NewCorrection): Promise<boolean> {
    const opened = await this.work.change(
      `INSERT INTO correction (clinic_id, id, period_id, couple_id, person_id, recalled_at, told_at, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, 1) ON CONFLICT DO NOTHING`,
      [
        ...[grant.clinicId, added.id, added.periodId, grant.coupleId, added.personId],
        ...[added.recalledAt, added.toldAt],
      ],
    );
    return opened === 1;
  }

  /** The words of the person reached their therapist; a telling that is on record stays as it was. */
  async told(grant: CoupleGrant, id: string, at: Date): Promise<void> {
    await this.work.change(
      `UPDATE correction SET told_at = $3, version = version + 1
        WHERE clinic_id = $1 AND id = $2 AND told_at IS NULL AND met_at IS NULL`,
      [grant.clinicId, id, at],
    );
  }

  async move(
    grant: CoupleGrant,
    id: string,
    version: number,
    to: Pick<CorrectionRow, 'told_at' | 'met_at' | 'reviewed_at'>,
  ): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE correction SET told_at = $4, met_at = $5, reviewed_at = $6, version = version + 1
        WHERE clinic_id = $1 AND id = $2 AND version = $3`,
      [grant.clinicId, id, version, to.told_at, to.met_at, to.reviewed_at],
    );
    return changed === 1;
  }

  async addNote(
    grant: CoupleGrant,
    note: { readonly id: string; readonly correctionId: string; readonly personId: string; sealed: Buffer },
    at: Date,
  ): Promise<void> {
    await this.work.change(
      `INSERT INTO correction_note (clinic_id, id, correction_id, couple_id, person_id, sealed, written_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [grant.clinicId, note.id, note.correctionId, grant.coupleId, note.personId, note.sealed, at],
    );
  }

  async notes(
    grant: CoupleGrant,
    id: string,
  ): Promise<{ id: string; person_id: string; sealed: Buffer; written_at: Date }[]> {
    return this.work.rows(
      `SELECT id, person_id, sealed, written_at FROM correction_note
        WHERE clinic_id = $1 AND couple_id = $2 AND correction_id = $3 ORDER BY written_at, id LIMIT 50`,
      [grant.clinicId, grant.coupleId, id],
    );
  }
}
