import { Injectable } from '@nestjs/common';
import type { CoverEntry } from '@trellis/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

export interface CoverListRow {
  readonly id: string;
  readonly staff_id: string;
  readonly staff_name: string;
  readonly covered_by: string;
  readonly covered_by_name: string;
  readonly from_at: Date;
  readonly to_at: Date;
}

export interface TherapistRow {
  readonly id: string;
  readonly name: string;
  readonly credentials: string;
}

/** The rota of the clinic. */
@Injectable()
export class CoverRepository {
  constructor(private readonly work: UnitOfWork) {}

  async now(): Promise<Date> {
    const [row] = await this.work.rows<{ now: Date }>('SELECT app.now() AS now');
    if (row === undefined) throw new Error('the database did not tell the time');
    return row.now;
  }

  /** What runs and what is planned, the nearest first; for `staffId` only what concerns them. */
  async ahead(staffId: string | null): Promise<CoverListRow[]> {
    return this.work.rows<CoverListRow>(
      `SELECT c.id, c.staff_id, s.name AS staff_name, c.covered_by, b.name AS covered_by_name, c.from_at, c.to_at
        FROM cover c
        JOIN staff_member s ON s.clinic_id = c.clinic_id AND s.id = c.staff_id
        JOIN staff_member b ON b.clinic_id = c.clinic_id AND b.id = c.covered_by
        WHERE c.clinic_id = app.clinic() AND c.cancelled_at IS NULL AND c.to_at > app.now()
          AND ($1::uuid IS NULL OR c.staff_id = $1 OR c.covered_by = $1)
        ORDER BY c.from_at, c.id LIMIT 200`,
      [staffId],
    );
  }

  /** Whose entry it is, while it can be taken back. */
  async ownerOf(id: string): Promise<string | null> {
    const [row] = await this.work.rows<{ staff_id: string }>(
      `SELECT staff_id FROM cover
        WHERE clinic_id = app.clinic() AND id = $1 AND cancelled_at IS NULL AND to_at > app.now()`,
      [id],
    );
    return row?.staff_id ?? null;
  }

  async insert(clinicId: string, id: string, entry: CoverEntry): Promise<void> {
    await this.work.change(
      `INSERT INTO cover (clinic_id, id, staff_id, covered_by, from_at, to_at) VALUES ($1, $2, $3, $4, $5, $6)`,
      [clinicId, id, entry.staff, entry.coveredBy, entry.from, entry.to],
    );
  }

  async cancel(id: string): Promise<void> {
    await this.work.change(
      'UPDATE cover SET cancelled_at = app.now() WHERE clinic_id = app.clinic() AND id = $1 AND cancelled_at IS NULL',
      [id],
    );
  }

  /** Active therapists of the clinic, by name. */
  async therapists(): Promise<TherapistRow[]> {
    return this.work.rows<TherapistRow>(
      `SELECT id, name, credentials FROM staff_member
        WHERE clinic_id = app.clinic() AND role = 'therapist' AND deactivated_at IS NULL ORDER BY name, id LIMIT 500`,
    );
  }

  /** Entries that run at the moment for any of these therapists, for the rules of alerts. */
  async runningFor(staffIds: readonly string[]): Promise<CoverEntry[]> {
    const rows = await this.work.rows<{ staff_id: string; covered_by: string; from_at: Date; to_at: Date }>(
      `SELECT staff_id, covered_by, from_at, to_at FROM cover
        WHERE clinic_id = app.clinic() AND staff_id = ANY ($1::uuid[]) AND cancelled_at IS NULL
          AND from_at <= app.now() AND to_at > app.now() ORDER BY from_at, id`,
      [staffIds],
    );
    return rows.map((row) => ({
      staff: row.staff_id,
      coveredBy: row.covered_by,
      from: row.from_at,
      to: row.to_at,
    }));
  }
}
