import { Injectable } from '@nestjs/common';
import type { Track } from '@trellis/domain';
import type { CaseGrant } from '../access/case-access.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

export interface SeparationRow {
  readonly status: 'intake' | 'active' | 'paused' | 'closed' | 'separated';
  readonly version: number;
  readonly agreed: Track[];
}

/** The status of a couple, and who agreed to a reunion. */
@Injectable()
export class SeparationRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Nobody asks for a release of this couple, separates or reunites it until this transaction ends. */
  async alone(grant: CaseGrant): Promise<void> {
    await this.work.rows('SELECT pg_advisory_xact_lock(hashtextextended($1, 12))', [grant.coupleId]);
  }

  async one(grant: CaseGrant): Promise<SeparationRow | null> {
    const [row] = await this.work.rows<SeparationRow>(
      `SELECT c.status, c.version, ARRAY(SELECT u.side FROM couple_reunion u
            WHERE u.clinic_id = c.clinic_id AND u.couple_id = c.id ORDER BY u.side DESC) AS agreed
        FROM couple c WHERE c.clinic_id = $1 AND c.id = $2`,
      [grant.clinicId, grant.coupleId],
    );
    return row ?? null;
  }

  /** False when the couple's version moved on. */
  async setStatus(grant: CaseGrant, version: number, status: SeparationRow['status']): Promise<boolean> {
    const changed = await this.work.change(
      'UPDATE couple SET status = $4, version = version + 1 WHERE clinic_id = $1 AND id = $2 AND version = $3',
      [grant.clinicId, grant.coupleId, version, status],
    );
    return changed === 1;
  }

  /** Everything that was asked for or shared is held, on both sides, and earlier agreements are void. */
  async freeze(grant: CaseGrant): Promise<void> {
    await this.work.rows('SELECT app.freeze_releases($1)', [grant.coupleId]);
  }

  async agree(grant: CaseGrant, sides: readonly Track[], by: string, at: Date): Promise<void> {
    await this.work.change(
      `INSERT INTO couple_reunion (clinic_id, couple_id, side, agreed_by, agreed_at)
        SELECT $1, $2, side, $4, $5 FROM unnest($3::text[]) side ON CONFLICT DO NOTHING`,
      [grant.clinicId, grant.coupleId, sides, by, at],
    );
  }
}
