import { Injectable } from '@nestjs/common';
import type { Compartment } from '@trellis/domain';
import type { CaseGrant } from '../access/case-access.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { ProcessRow } from './core-facts.js';
import type { OrderedDate } from './office-records.js';

/** Orders, re-checks and notices of a process. What changes is written as the system. */
@Injectable()
export class OfficeRepository {
  constructor(private readonly work: UnitOfWork) {}

  async order(
    { clinicId, coupleId }: CaseGrant,
    processId: string,
    { sessionAt, recheckAt, by, now }: OrderedDate & { readonly by: string; readonly now: Date },
  ): Promise<void> {
    await this.work.change(
      `INSERT INTO disclosure_order AS o (clinic_id, process_id, couple_id, session_at, recheck_at, ordered_by, ordered_at,
          version) VALUES ($1, $2, $3, $4, $5, $6, $7, 1)
        ON CONFLICT (clinic_id, process_id) DO UPDATE SET session_at = $4, recheck_at = $5, ordered_by = $6,
          ordered_at = $7, version = o.version + 1`,
      [clinicId, processId, coupleId, sessionAt, recheckAt, by, now],
    );
  }

  async verification(
    { clinicId }: CaseGrant,
    processId: string,
    enabled: boolean,
    agreed: boolean,
  ): Promise<void> {
    await this.work.change(
      `UPDATE disclosure_fact SET verification_enabled = $3, verification_agreed = $4
        WHERE clinic_id = $1 AND process_id = $2`,
      [clinicId, processId, enabled, agreed],
    );
  }

  async recheck({ clinicId }: CaseGrant, processId: string, at: Date): Promise<void> {
    await this.work.change(
      'UPDATE disclosure_fact SET recheck_done_at = $3 WHERE clinic_id = $1 AND process_id = $2',
      [clinicId, processId, at],
    );
  }

  /** False when the process is no longer at its version. */
  async touch({ id, version }: ProcessRow): Promise<boolean> {
    const changed = await this.work.change(
      'UPDATE disclosure_process SET version = version + 1 WHERE id = $1 AND version = $2',
      [id, version],
    );
    return changed === 1;
  }

  /** Row-level security shows the notices of the asker's own sides. */
  async noticeWaits({ clinicId, coupleId }: CaseGrant, noticeId: string): Promise<boolean> {
    const rows = await this.work.rows(
      `SELECT id FROM disclosure_notice
        WHERE clinic_id = $1 AND couple_id = $2 AND id = $3 AND released_at IS NULL`,
      [clinicId, coupleId, noticeId],
    );
    return rows.length > 0;
  }

  async releaseNotice({ clinicId }: CaseGrant, noticeId: string, by: string, at: Date): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE disclosure_notice SET released_at = $3, released_by = $4
        WHERE clinic_id = $1 AND id = $2 AND released_at IS NULL`,
      [clinicId, noticeId, at, by],
    );
    return changed === 1;
  }

  /** The people whose words or concerns lie on a side: for joint ones both. */
  async peopleOf({ clinicId, coupleId }: CaseGrant, side: Compartment): Promise<string[]> {
    const rows = await this.work.rows<{ person_id: string }>(
      `SELECT person_id FROM enrolment
        WHERE clinic_id = $1 AND couple_id = $2 AND ($3 = 'JOINT' OR side = $3) ORDER BY side DESC, id`,
      [clinicId, coupleId, side],
    );
    return rows.map((row) => row.person_id);
  }
}
