import { Injectable } from '@nestjs/common';
import type { StaffId, TeamRow } from '@trellis/domain';
import type { CaseGrant } from '../access/case-access.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

export interface NamedRow extends TeamRow {
  readonly name: string;
  readonly credentials: string;
}

export interface Team {
  readonly rows: readonly NamedRow[];
  readonly isClosed: boolean;
  /** Database time, by which the walls judge dates. */
  readonly now: Date;
}

interface Row {
  readonly id: string;
  readonly staff_id: StaffId;
  readonly side: TeamRow['side'];
  readonly lead: boolean;
  readonly from_at: Date;
  readonly to_at: Date | null;
  readonly name: string;
  readonly credentials: string;
}

export interface TherapistRow {
  readonly id: string;
  readonly name: string;
  readonly credentials: string;
}

/** Assignments of one couple with their dates. */
@Injectable()
export class CareTeamRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Two who change one team come one after the other. */
  async lock(grant: CaseGrant): Promise<void> {
    await this.work.rows("SELECT pg_advisory_xact_lock(hashtextextended('care-team/' || $1, 0))", [
      grant.coupleId,
    ]);
  }

  /** Everybody who cares, cared or will, those of today and tomorrow first. */
  async team(grant: CaseGrant): Promise<Team> {
    const [couple] = await this.work.rows<{ closed: boolean; now: Date }>(
      "SELECT status = 'closed' AS closed, app.now() AS now FROM couple WHERE clinic_id = $1 AND id = $2",
      [grant.clinicId, grant.coupleId],
    );
    const rows = await this.work.rows<Row>(
      `SELECT a.id, a.staff_id, a.side, a.lead, a.from_at, a.to_at, s.name, s.credentials
        FROM care_assignment a JOIN staff_member s ON s.clinic_id = a.clinic_id AND s.id = a.staff_id
        WHERE a.clinic_id = $1 AND a.couple_id = $2
        ORDER BY a.to_at IS NOT NULL AND a.to_at <= app.now(), array_position(ARRAY['RP', 'BP', 'JOINT'], a.side),
          a.from_at DESC, a.id LIMIT 200`,
      [grant.clinicId, grant.coupleId],
    );
    return {
      isClosed: couple?.closed === true,
      now: couple?.now ?? new Date(0),
      rows: rows.map(({ staff_id, from_at, to_at, ...row }) => ({
        ...row,
        staffId: staff_id,
        from: from_at,
        to: to_at,
      })),
    };
  }

  /** Active therapists of the clinic, by name. */
  async therapists(): Promise<TherapistRow[]> {
    return this.work.rows<TherapistRow>(
      `SELECT id, name, credentials FROM staff_member
        WHERE clinic_id = app.clinic() AND role = 'therapist' AND deactivated_at IS NULL ORDER BY name, id LIMIT 500`,
    );
  }

  async insert(grant: CaseGrant, row: TeamRow): Promise<void> {
    await this.work.change(
      `INSERT INTO care_assignment (clinic_id, id, couple_id, staff_id, side, lead, from_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [grant.clinicId, row.id, grant.coupleId, row.staffId, row.side, row.lead, row.from],
    );
  }

  /** Sets the end of a row. False when it was over before. */
  async end(grant: CaseGrant, row: TeamRow): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE care_assignment SET to_at = $4
        WHERE clinic_id = $1 AND couple_id = $2 AND id = $3 AND (to_at IS NULL OR to_at > app.now())`,
      [grant.clinicId, grant.coupleId, row.id, row.to],
    );
    return changed === 1;
  }

  /** Puts the mark of the lead on one row and takes it off the others, in one statement. */
  async lead(grant: CaseGrant, rowId: string): Promise<void> {
    await this.work.change(
      `UPDATE care_assignment SET lead = (id = $3)
        WHERE clinic_id = $1 AND couple_id = $2 AND (to_at IS NULL OR to_at > app.now()) AND (lead OR id = $3)`,
      [grant.clinicId, grant.coupleId, rowId],
    );
  }
}
