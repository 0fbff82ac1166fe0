import { Injectable } from '@nestjs/common';
import type { PersonId, Track } from '@trellis/domain';
import type { CaseGrant } from '../../access/case-access.js';
import type { PersonGrant } from '../../access/person-access.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

/** A sealed map with the rows that its author took back. */
export interface SealedMap {
  readonly answer_id: string;
  readonly person_id: PersonId;
  readonly side: Track;
  readonly sealed: Buffer;
  readonly taken: readonly string[];
}

/** Maps of preferences, and what lets them meet. */
@Injectable()
export class MapsRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Both maps, or none while one is not in or not approved. */
  async both(_grant: CaseGrant | PersonGrant, workId: string): Promise<SealedMap[]> {
    return this.work.rows<SealedMap>(
      'SELECT answer_id, person_id, side, sealed, taken FROM app.map_halves($1)',
      [workId],
    );
  }

  /** Own sides whose map was approved as it is in now. */
  async approved(grant: CaseGrant, workId: string): Promise<Track[]> {
    const rows = await this.work.rows<{ side: Track }>(
      `SELECT p.side FROM map_approval p JOIN joint_work w ON w.clinic_id = p.clinic_id AND w.id = p.work_id
        JOIN homework_task t ON t.clinic_id = w.clinic_id
          AND t.id = CASE p.side WHEN 'RP' THEN w.rp_task_id ELSE w.bp_task_id END
        WHERE p.couple_id = $1 AND p.work_id = $2 AND p.approved_at >= t.submitted_at ORDER BY p.side LIMIT 2`,
      [grant.coupleId, workId],
    );
    return rows.map(({ side }) => side);
  }

  async approve(grant: CaseGrant, workId: string, side: Track, by: string, at: Date): Promise<void> {
    await this.work.change(
      `INSERT INTO map_approval (clinic_id, work_id, side, couple_id, approved_by, approved_at)
        VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (clinic_id, work_id, side) DO UPDATE SET approved_by = $5, approved_at = $6`,
      [grant.clinicId, workId, side, grant.coupleId, by, at],
    );
  }

  async taken(own: PersonGrant, workId: string): Promise<string[]> {
    const rows = await this.work.rows<{ domain: string }>(
      'SELECT domain FROM map_row_taken WHERE person_id = $1 AND work_id = $2 ORDER BY domain LIMIT 100',
      [own.personId, workId],
    );
    return rows.map(({ domain }) => domain);
  }

  async takeBack(own: PersonGrant, workId: string, domain: string, at: Date): Promise<void> {
    await this.work.change(
      `INSERT INTO map_row_taken (clinic_id, work_id, person_id, domain, taken_at) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT DO NOTHING`,
      [own.clinicId, workId, own.personId, domain, at],
    );
  }
}
