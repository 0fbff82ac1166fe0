import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

export interface OwnEmergencyRow {
  readonly id: string;
  readonly opened_at: Date;
  readonly staff_name: string;
  readonly staff_role: 'therapist' | 'supervisor';
  readonly seen: boolean;
}

/** Emergency openings of the signed-in person's own couple. */
@Injectable()
export class OwnEmergenciesRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** The latest twenty, newest first: who and when, never why. */
  async mine(): Promise<OwnEmergencyRow[]> {
    return this.work.rows<OwnEmergencyRow>(
      'SELECT id, opened_at, staff_name, staff_role, seen FROM app.emergency_openings() ORDER BY opened_at DESC, id DESC',
    );
  }

  /** Notes that the signed-in person has read of all of them. */
  async markSeen(): Promise<void> {
    await this.work.change(
      `INSERT INTO emergency_seen (clinic_id, person_id, glass_id, seen_at)
        SELECT app.clinic(), app.actor(), o.id, app.now() FROM app.emergency_openings() o WHERE NOT o.seen
        ON CONFLICT DO NOTHING`,
    );
  }
}
