import { Injectable } from '@nestjs/common';
import type { ClinicId, DisclosureState } from '@trellis/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

/** What an administrator may know of a couple: names, dates and states, no words. */
export interface CaseloadReportRow {
  readonly id: string;
  readonly sort_name: string;
  readonly name: string;
  readonly status: string;
  readonly stage: number;
  readonly stage_since: string;
  readonly anchor_on: string;
  readonly time_zone: string;
  readonly disclosure_state: DisclosureState | null;
  readonly recovering_enrolled: boolean;
  readonly partner_enrolled: boolean;
  readonly lead_clinician: string | null;
}

/** Where a page begins: after this row, in the order of the report. */
export interface AfterRow {
  readonly sort_name: string;
  readonly id: string;
}

/** Reads the caseload of a whole clinic; row-level security lets only its administrators see it. */
@Injectable()
export class CaseloadReportRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Couples by name, at most `limit`, after the row given. */
  page(clinicId: ClinicId, after: AfterRow | null, limit: number): Promise<CaseloadReportRow[]> {
    return this.work.rows<CaseloadReportRow>(
      `SELECT c.id, lower(c.name) AS sort_name, c.name, c.status, c.stage, c.stage_since::text, c.anchor_on::text,
          c.time_zone, d.state AS disclosure_state, e.recovering_enrolled, e.partner_enrolled, l.name AS lead_clinician
        FROM couple c
        LEFT JOIN LATERAL (SELECT p.state FROM disclosure_process p
          WHERE p.clinic_id = c.clinic_id AND p.couple_id = c.id ORDER BY p.opened_at DESC, p.id DESC LIMIT 1) d ON true
        CROSS JOIN LATERAL (SELECT
            coalesce(bool_or(n.enrolled_at IS NOT NULL) FILTER (WHERE n.side = 'RP'), false) AS recovering_enrolled,
            coalesce(bool_or(n.enrolled_at IS NOT NULL) FILTER (WHERE n.side = 'BP'), false) AS partner_enrolled
          FROM enrolment n WHERE n.clinic_id = c.clinic_id AND n.couple_id = c.id) e
        LEFT JOIN LATERAL (SELECT s.name FROM care_assignment a
          JOIN staff_member s ON s.clinic_id = a.clinic_id AND s.id = a.staff_id
          WHERE a.clinic_id = c.clinic_id AND a.couple_id = c.id AND a.lead
            AND a.from_at <= app.now() AND (a.to_at IS NULL OR a.to_at > app.now())
          ORDER BY a.from_at, a.id LIMIT 1) l ON true
        WHERE c.clinic_id = $1 AND ($2::text IS NULL OR (lower(c.name), c.id) > ($2::text, $3::uuid))
        ORDER BY lower(c.name), c.id LIMIT $4`,
      [clinicId, after?.sort_name ?? null, after?.id ?? null, limit],
    );
  }

  async total(clinicId: ClinicId): Promise<number> {
    const rows = await this.work.rows<{ total: number }>(
      'SELECT count(*)::integer AS total FROM couple WHERE clinic_id = $1',
      [clinicId],
    );
    return rows[0]?.total ?? 0;
  }
}
