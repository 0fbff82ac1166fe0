import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

export interface TimeOffRow {
  readonly id: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
}

/** Hours in which a therapist sees nobody. */
@Injectable()
export class TimeOffRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** By time, 100 at most. */
  async inSpan(staffId: string, from: Date, to: Date): Promise<TimeOffRow[]> {
    return this.work.rows<TimeOffRow>(
      `SELECT id, starts_at, ends_at FROM time_off
        WHERE clinic_id = app.clinic() AND staff_id = $1 AND starts_at < $3 AND ends_at > $2
        ORDER BY starts_at, id LIMIT 100`,
      [staffId, from, to],
    );
  }

  /** Takes the hours in the calendar as a session would. */
  async add(off: {
    readonly clinicId: string;
    readonly id: string;
    readonly staffId: string;
    readonly startsAt: Date;
    readonly endsAt: Date;
  }): Promise<void> {
    const values = [off.clinicId, off.id, off.staffId, off.startsAt, off.endsAt];
    await this.work.change(
      'INSERT INTO time_off (clinic_id, id, staff_id, starts_at, ends_at) VALUES ($1, $2, $3, $4, $5)',
      values,
    );
    await this.work.change(
      `INSERT INTO appointment_participant (clinic_id, id, time_off_id, staff_id, starts_at, ends_at, live, arrive_at,
          attendance) VALUES ($1, gen_random_uuid(), $2, $3, $4, $5, true, $4, 'expected')`,
      values,
    );
  }

  /** False where it is not theirs. */
  async remove(id: string, staffId: string): Promise<boolean> {
    const removed = await this.work.change(
      'DELETE FROM time_off WHERE clinic_id = app.clinic() AND id = $1 AND staff_id = $2',
      [id, staffId],
    );
    return removed === 1;
  }
}
