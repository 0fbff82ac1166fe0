import { Injectable } from '@nestjs/common';
import type { CoupleId } from '@trellis/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

export interface NewGlass {
  readonly clinicId: string;
  readonly id: string;
  readonly openedBy: string;
  readonly coupleId: CoupleId;
  readonly reasonSealed: Buffer;
  readonly minutes: number;
}

export interface LiveGlassRow {
  readonly id: string;
  readonly couple_id: string;
  readonly couple_name: string;
  readonly opened_at: Date;
  readonly closes_at: Date;
}

export interface GlassRow extends LiveGlassRow {
  readonly opened_by_name: string;
  readonly ended_at: Date | null;
  readonly now: Date;
}

/** Emergency readings of the asker, and those of the couples of the own caseload. Row-level security says which. */
@Injectable()
export class BreakGlassRepository {
  constructor(private readonly work: UnitOfWork) {}

  async now(): Promise<Date> {
    const [row] = await this.work.rows<{ now: Date }>('SELECT app.now() AS now');
    if (row === undefined) throw new Error('the database did not tell the time');
    return row.now;
  }

  /** The one couple of the clinic that both names fit; null where none or several do. */
  async coupleNamed(coupleName: string, personName: string): Promise<CoupleId | null> {
    const [row] = await this.work.rows<{ id: CoupleId | null }>('SELECT app.couple_named($1, $2) AS id', [
      coupleName,
      personName,
    ]);
    return row?.id ?? null;
  }

  /** Two who open at once for the same person come one after the other. */
  async lock(coupleId: CoupleId): Promise<void> {
    await this.work.rows(
      "SELECT pg_advisory_xact_lock(hashtextextended('break-glass/' || app.actor()::text || $1, 0))",
      [coupleId],
    );
  }

  async insert(glass: NewGlass): Promise<void> {
    await this.work.change(
      `INSERT INTO break_glass (clinic_id, id, opened_by, couple_id, reason_sealed, opened_at, closes_at)
        VALUES ($1, $2, $3, $4, $5, app.now(), app.now() + make_interval(mins => $6))`,
      [glass.clinicId, glass.id, glass.openedBy, glass.coupleId, glass.reasonSealed, glass.minutes],
    );
  }

  /** The asker's own that are open now, the one that closes first in front. */
  async live(): Promise<LiveGlassRow[]> {
    return this.work.rows<LiveGlassRow>(
      `SELECT g.id, g.couple_id, c.name AS couple_name, g.opened_at, g.closes_at
        FROM break_glass g JOIN couple c ON c.clinic_id = g.clinic_id AND c.id = g.couple_id
        WHERE g.clinic_id = app.clinic() AND g.opened_by = app.actor() AND g.ended_at IS NULL
          AND g.closes_at > app.now()
        ORDER BY g.closes_at, g.id LIMIT 50`,
    );
  }

  /** Ends one of the asker's own. False when it was over before, or is not there. */
  async end(id: string): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE break_glass SET ended_at = app.now()
        WHERE clinic_id = app.clinic() AND id = $1 AND opened_by = app.actor() AND ended_at IS NULL
          AND closes_at > app.now()`,
      [id],
    );
    return changed === 1;
  }

  /** The couple of one of the asker's own, open or over. */
  async coupleOf(id: string): Promise<CoupleId | null> {
    const [row] = await this.work.rows<{ couple_id: CoupleId }>(
      'SELECT couple_id FROM break_glass WHERE clinic_id = app.clinic() AND id = $1 AND opened_by = app.actor()',
      [id],
    );
    return row?.couple_id ?? null;
  }

  /** What others opened of the asker's own couples, the latest first. */
  async ofMyCouples(): Promise<GlassRow[]> {
    return this.work.rows<GlassRow>(
      `SELECT g.id, g.couple_id, c.name AS couple_name, s.name AS opened_by_name, g.opened_at, g.closes_at, g.ended_at,
          app.now() AS now
        FROM break_glass g
        JOIN couple c ON c.clinic_id = g.clinic_id AND c.id = g.couple_id
        JOIN staff_member s ON s.clinic_id = g.clinic_id AND s.id = g.opened_by
        WHERE g.clinic_id = app.clinic() AND g.couple_id = ANY ((SELECT app.my_couples())::uuid[])
          AND g.opened_by <> app.actor()
        ORDER BY g.opened_at DESC, g.id DESC LIMIT 50`,
    );
  }

  /** Active therapists of the couple, and the active owners; not the asker. */
  async toBeTold(coupleId: CoupleId): Promise<string[]> {
    const rows = await this.work.rows<{ id: string }>(
      `SELECT s.id FROM staff_member s
        WHERE s.clinic_id = app.clinic() AND s.deactivated_at IS NULL AND s.id <> app.actor()
          AND (s.role = 'owner' OR EXISTS (SELECT FROM care_assignment a
            WHERE a.clinic_id = s.clinic_id AND a.staff_id = s.id AND a.couple_id = $1
              AND a.from_at <= app.now() AND (a.to_at IS NULL OR a.to_at > app.now())))
        ORDER BY s.id`,
      [coupleId],
    );
    return rows.map((row) => row.id);
  }
}
