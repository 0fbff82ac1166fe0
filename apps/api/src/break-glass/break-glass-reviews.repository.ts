import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { GlassRow } from './break-glass.repository.js';

export interface ReviewRow extends GlassRow {
  readonly opened_by: string;
  readonly reason_sealed: Buffer;
  readonly outcome: 'in_order' | 'to_discuss' | null;
  readonly reviewed_at: Date | null;
  readonly reviewed_by_name: string | null;
  /** Whether the asker opened it, under this membership or another of the same account. */
  readonly own: boolean;
  /** Whether the clinic has no other owner. */
  readonly solo: boolean;
}

/** Openings of this clinic with their review, as whoever asks sees them. */
const openings = `SELECT g.id, g.couple_id, c.name AS couple_name, g.opened_by, s.name AS opened_by_name, g.opened_at, g.closes_at,
      g.ended_at, g.reason_sealed, r.outcome, r.reviewed_at, v.name AS reviewed_by_name, app.now() AS now,
      s.account_id = me.account_id AS own,
      NOT EXISTS (SELECT FROM staff_member x WHERE x.clinic_id = g.clinic_id AND x.role = 'owner'
        AND x.deactivated_at IS NULL AND x.account_id <> me.account_id) AS solo
    FROM break_glass g
    JOIN couple c ON c.clinic_id = g.clinic_id AND c.id = g.couple_id
    JOIN staff_member s ON s.clinic_id = g.clinic_id AND s.id = g.opened_by
    JOIN staff_member me ON me.clinic_id = g.clinic_id AND me.id = app.actor()
    LEFT JOIN break_glass_review r ON r.clinic_id = g.clinic_id AND r.glass_id = g.id
    LEFT JOIN staff_member v ON v.clinic_id = r.clinic_id AND v.id = r.reviewed_by
    WHERE g.clinic_id = app.clinic()`;

/** Emergency readings for an owner, with their reviews. */
@Injectable()
export class BreakGlassReviewsRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Those nobody has reviewed yet, the oldest first. */
  async waiting(): Promise<ReviewRow[]> {
    return this.work.rows<ReviewRow>(
      `${openings} AND r.glass_id IS NULL ORDER BY g.opened_at, g.id LIMIT 100`,
    );
  }

  /** The latest that were reviewed. */
  async reviewed(): Promise<ReviewRow[]> {
    return this.work.rows<ReviewRow>(
      `${openings} AND r.glass_id IS NOT NULL ORDER BY g.opened_at DESC, g.id DESC LIMIT 25`,
    );
  }

  async one(id: string): Promise<ReviewRow | null> {
    const [row] = await this.work.rows<ReviewRow>(`${openings} AND g.id = $1`, [id]);
    return row ?? null;
  }

  /** False when it was reviewed before. */
  async add(clinicId: string, id: string, by: string, outcome: string): Promise<boolean> {
    const added = await this.work.change(
      `INSERT INTO break_glass_review (clinic_id, glass_id, reviewed_by, reviewed_at, outcome)
        VALUES ($1, $2, $3, app.now(), $4) ON CONFLICT DO NOTHING`,
      [clinicId, id, by, outcome],
    );
    return added === 1;
  }
}
