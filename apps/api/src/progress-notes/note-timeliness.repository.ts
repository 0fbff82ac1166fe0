import { Injectable } from '@nestjs/common';
import { progressNoteSettings } from '@trellis/domain';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

export interface LatenessRow {
  readonly late_after_days: number;
  readonly version: number;
}

/** After how many days a clinic calls a note late, and how its notes stand in numbers. */
@Injectable()
export class NoteTimelinessRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** The standard, at version 0, while the clinic has set nothing. */
  async lateness(): Promise<LatenessRow> {
    const [row] = await this.work.rows<LatenessRow>(
      'SELECT late_after_days, version FROM progress_note_setting WHERE clinic_id = app.clinic()',
    );
    return row ?? { late_after_days: progressNoteSettings.lateAfterDays.standard, version: 0 };
  }

  /** False unless it is at `version`. */
  async set(days: number, version: number, at: Date): Promise<boolean> {
    const { clinicId, id: by } = currentActor();
    const changed =
      version === 0
        ? await this.work.change(
            `INSERT INTO progress_note_setting (clinic_id, late_after_days, set_by, set_at, version)
              VALUES ($1, $2, $3, $4, 1) ON CONFLICT DO NOTHING`,
            [clinicId, days, by, at],
          )
        : await this.work.change(
            `UPDATE progress_note_setting SET late_after_days = $2, set_by = $3, set_at = $4, version = version + 1
              WHERE clinic_id = $1 AND version = $5`,
            [clinicId, days, by, at, version],
          );
    return changed === 1;
  }

  /** For the office alone; nothing but numbers. */
  async counts(
    lateAfterDays: number,
    now: Date,
  ): Promise<{ readonly due: number; readonly late: number; readonly signed: number }> {
    const [row] = await this.work.rows<{ due: number; late: number; signed: number }>(
      'SELECT due, late, signed FROM app.progress_note_counts($1, $2)',
      [lateAfterDays, now],
    );
    return row ?? { due: 0, late: 0, signed: 0 };
  }
}
