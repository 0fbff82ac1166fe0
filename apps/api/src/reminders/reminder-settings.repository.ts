import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

export interface ReminderSettingRow {
  readonly version: number;
  readonly own: Record<string, number>;
  readonly changed_by: string;
  readonly changed_at: Date;
}

/** A clinic's changes of its intervals. */
@Injectable()
export class ReminderSettingsRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Newest first, with the name of who changed it; 20 at most. */
  async changes(): Promise<ReminderSettingRow[]> {
    return this.work.rows<ReminderSettingRow>(
      `SELECT r.version, r.own, s.name AS changed_by, r.changed_at FROM reminder_setting r
        JOIN staff_member s ON s.clinic_id = r.clinic_id AND s.id = r.changed_by
        WHERE r.clinic_id = app.clinic() ORDER BY r.version DESC LIMIT 20`,
    );
  }

  /** What the clinic has now, by name, where it differs from the standard. */
  async own(): Promise<Record<string, number>> {
    const [row] = await this.work.rows<Pick<ReminderSettingRow, 'own'>>(
      'SELECT own FROM reminder_setting WHERE clinic_id = app.clinic() ORDER BY version DESC LIMIT 1',
    );
    return row?.own ?? {};
  }

  /** False when another change has taken the number. */
  async add(version: number, own: Readonly<Record<string, number>>, at: Date): Promise<boolean> {
    const added = await this.work.change(
      `INSERT INTO reminder_setting (clinic_id, version, own, changed_by, changed_at)
        VALUES (app.clinic(), $1, $2, app.actor(), $3) ON CONFLICT DO NOTHING`,
      [version, JSON.stringify(own), at],
    );
    return added === 1;
  }
}
