import { Injectable } from '@nestjs/common';
import type { PersonId, Track } from '@trellis/domain';
import type { CaseGrant } from '../../access/case-access.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

/** One sealed part of a private log. */
export interface SealedLog {
  readonly work_id: string;
  readonly answer_id: string;
  readonly person_id: PersonId;
  readonly side: Track;
  readonly sealed: Buffer;
}

export interface OpenedStep {
  readonly step: string;
  readonly opened_at: Date;
}

/** Steps that were opened for a couple, and the logs on which the next one rests. */
@Injectable()
export class StepsRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** In the order of opening; for the couple's therapists and its two people. */
  async opened({ coupleId }: { readonly coupleId: string }, templateCode: string): Promise<OpenedStep[]> {
    return this.work.rows<OpenedStep>(
      `SELECT step, opened_at FROM step_opening WHERE couple_id = $1 AND template_code = $2
        ORDER BY opened_at, step LIMIT 20`,
      [coupleId, templateCode],
    );
  }

  /** Both logs of each finished round, the oldest first; 40 rounds at most. */
  async logs({ coupleId }: CaseGrant): Promise<SealedLog[]> {
    return this.work.rows<SealedLog>(
      'SELECT work_id, answer_id, person_id, side, sealed FROM app.touch_logs($1)',
      [coupleId],
    );
  }

  /** False when it was opened before. */
  async open(grant: CaseGrant, templateCode: string, step: string, by: string, at: Date): Promise<boolean> {
    const added = await this.work.change(
      `INSERT INTO step_opening (clinic_id, couple_id, template_code, step, opened_by, opened_at)
        VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
      [grant.clinicId, grant.coupleId, templateCode, step, by, at],
    );
    return added === 1;
  }
}
