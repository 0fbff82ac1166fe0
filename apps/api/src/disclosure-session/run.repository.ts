import { Injectable } from '@nestjs/common';
import type { CaseGrant } from '../access/case-access.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { DistressRow, StepRow } from './session.repository.js';

const stamps = {
  emergency_checked: `UPDATE disclosure_session SET emergency_checked_at = $4, emergency_checked_by = $5
    WHERE clinic_id = $1 AND couple_id = $2 AND appointment_id = $3`,
  departure_confirmed: `UPDATE disclosure_session SET departure_confirmed_at = $4, departure_confirmed_by = $5
    WHERE clinic_id = $1 AND couple_id = $2 AND appointment_id = $3`,
  reading_allowed: `UPDATE disclosure_session SET reading_allowed_at = $4, reading_allowed_by = $5
    WHERE clinic_id = $1 AND couple_id = $2 AND appointment_id = $3`,
} as const;
type Stamp = keyof typeof stamps;

/** What two therapists write while the session runs. The row of the run is locked by whoever read it. */
@Injectable()
export class RunRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Counts an act, so that whoever looked before it looks again. */
  async touch({ clinicId, coupleId }: CaseGrant, appointmentId: string): Promise<void> {
    await this.work.change(
      `UPDATE disclosure_session SET version = version + 1
        WHERE clinic_id = $1 AND couple_id = $2 AND appointment_id = $3`,
      [clinicId, coupleId, appointmentId],
    );
  }

  async setting(grant: CaseGrant, id: string, telehealth: boolean, marks: readonly string[]): Promise<void> {
    await this.work.change(
      `UPDATE disclosure_session SET telehealth = $4, telehealth_marks = $5
        WHERE clinic_id = $1 AND couple_id = $2 AND appointment_id = $3`,
      [grant.clinicId, grant.coupleId, id, telehealth, marks],
    );
  }

  async signs(grant: CaseGrant, id: string, signs: readonly string[]): Promise<void> {
    await this.work.change(
      `UPDATE disclosure_session SET noticed = $4
        WHERE clinic_id = $1 AND couple_id = $2 AND appointment_id = $3`,
      [grant.clinicId, grant.coupleId, id, signs],
    );
  }

  /** Notes by whom and when; both null take it back. */
  async stamp(grant: CaseGrant, id: string, what: Stamp, by: string | null, at: Date | null): Promise<void> {
    await this.work.change(stamps[what], [grant.clinicId, grant.coupleId, id, at, by]);
  }

  async begin(grant: CaseGrant, id: string, step: string, at: Date): Promise<void> {
    await this.work.change(
      `INSERT INTO session_step (clinic_id, id, appointment_id, couple_id, step, started_at, ticked)
        VALUES ($1, gen_random_uuid(), $2, $3, $4, $5, '{}') ON CONFLICT DO NOTHING`,
      [grant.clinicId, id, grant.coupleId, step, at],
    );
  }

  async finish(grant: CaseGrant, id: string, at: Date): Promise<void> {
    await this.work.change(
      `UPDATE session_step SET ended_at = $4
        WHERE clinic_id = $1 AND couple_id = $2 AND appointment_id = $3 AND ended_at IS NULL`,
      [grant.clinicId, grant.coupleId, id, at],
    );
  }

  async end(grant: CaseGrant, id: string, at: Date): Promise<void> {
    await this.work.change(
      `UPDATE disclosure_session SET ended_at = $4, reading_allowed_at = NULL, reading_allowed_by = NULL
        WHERE clinic_id = $1 AND couple_id = $2 AND appointment_id = $3`,
      [grant.clinicId, grant.coupleId, id, at],
    );
  }

  async ticks(
    grant: CaseGrant,
    id: string,
    { step, ticked }: Pick<StepRow, 'step' | 'ticked'>,
  ): Promise<void> {
    await this.work.change(
      `UPDATE session_step SET ticked = $5
        WHERE clinic_id = $1 AND couple_id = $2 AND appointment_id = $3 AND step = $4`,
      [grant.clinicId, grant.coupleId, id, step, ticked],
    );
  }

  /** Enters a rating, or the same one anew. */
  async rate(grant: CaseGrant, id: string, rating: DistressRow, by: string): Promise<void> {
    await this.work.change(
      `INSERT INTO session_distress (clinic_id, id, appointment_id, couple_id, side, moment, value, entered_by, entered_at)
        VALUES ($1, gen_random_uuid(), $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (clinic_id, appointment_id, side, moment)
          DO UPDATE SET value = $6, entered_by = $7, entered_at = $8`,
      [
        ...[grant.clinicId, id, grant.coupleId, rating.side, rating.moment],
        ...[rating.value, by, rating.entered_at],
      ],
    );
  }

  /** False for a participant that the appointment does not have. */
  async attendance(grant: CaseGrant, id: string, participant: string, attendance: string): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE appointment_participant SET attendance = $5
        WHERE clinic_id = $1 AND couple_id = $2 AND appointment_id = $3 AND id = $4`,
      [grant.clinicId, grant.coupleId, id, participant, attendance],
    );
    return changed === 1;
  }
}
