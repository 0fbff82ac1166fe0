import { Injectable } from '@nestjs/common';
import {
  limitsFrom,
  localDateOf,
  type AlertRule,
  type Disposition,
  type LimitsVersion,
} from '@trellis/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

export interface LimitsRow {
  readonly version: number;
  readonly own: Record<string, number>;
  readonly changed_by: string;
  readonly changed_at: Date;
}

/** A clinic's changes of its limits, and what became of what the rules found under them. */
@Injectable()
export class LimitsRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Newest first, with the name of who changed it; 20 at most. */
  async changes(): Promise<LimitsRow[]> {
    return this.work.rows<LimitsRow>(
      `SELECT l.version, l.own, s.name AS changed_by, l.changed_at FROM off_track_limits l
        JOIN staff_member s ON s.clinic_id = l.clinic_id AND s.id = l.changed_by
        WHERE l.clinic_id = app.clinic() ORDER BY l.version DESC LIMIT 20`,
    );
  }

  /** All of them by the days of a time zone, oldest first: what the nightly look asks. */
  async versions(timeZone: string): Promise<LimitsVersion[]> {
    const rows = await this.work.rows<Pick<LimitsRow, 'version' | 'own' | 'changed_at'>>(
      `SELECT l.version, l.own, l.changed_at FROM off_track_limits l
        WHERE l.clinic_id = app.clinic() ORDER BY l.version`,
    );
    return rows.map(({ version, own, changed_at }) => ({
      version,
      from: localDateOf(changed_at, timeZone),
      limits: limitsFrom(own),
    }));
  }

  /** False when another change has taken the number. */
  async add(version: number, own: Readonly<Record<string, number>>, at: Date): Promise<boolean> {
    const added = await this.work.change(
      `INSERT INTO off_track_limits (clinic_id, version, own, changed_by, changed_at)
        VALUES (app.clinic(), $1, $2, app.actor(), $3) ON CONFLICT DO NOTHING`,
      [version, JSON.stringify(own), at],
    );
    return added === 1;
  }

  async closed(): Promise<{ readonly rules: AlertRule[]; readonly disposition: Disposition }[]> {
    return this.work.rows('SELECT c.rules, c.disposition FROM app.closed_off_track() c');
  }
}
