import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@trellis/domain';
import type { CaseGrant } from '../../access/case-access.js';
import { openHalfQuery, type OpenHalf } from '../joint/joint-work-row.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

/** One trust review that was asked of both. */
export interface TrustReviewRow {
  readonly id: string;
  readonly on: LocalDate;
  readonly opened: boolean;
  readonly tasks: readonly string[];
}

/** Trust reviews (C08) of one couple. Halves that are not open are left out by row-level security, too. */
@Injectable()
export class TrustReviewsRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Newest first. */
  async newest(grant: CaseGrant, most: number): Promise<TrustReviewRow[]> {
    return this.work.rows<TrustReviewRow>(
      `SELECT w.id, w.due_on::text AS on, w.revealed_at IS NOT NULL AS opened,
          array_remove(ARRAY[w.rp_task_id, w.bp_task_id], NULL) AS tasks
        FROM joint_work w WHERE w.clinic_id = $1 AND w.couple_id = $2 AND w.template_code = 'C08'
        ORDER BY w.due_on DESC, w.id DESC LIMIT $3`,
      [grant.clinicId, grant.coupleId, most],
    );
  }

  /** The halves of open reviews, two of each at most. */
  async halves(_grant: CaseGrant, opened: readonly TrustReviewRow[]): Promise<OpenHalf[]> {
    const tasks = opened.flatMap((review) => review.tasks);
    return tasks.length === 0 ? [] : this.work.rows<OpenHalf>(openHalfQuery, [tasks]);
  }
}
