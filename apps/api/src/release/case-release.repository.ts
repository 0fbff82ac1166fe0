import { Injectable } from '@nestjs/common';
import type { CoupleId } from '@trellis/domain';
import type { CaseGrant } from '../access/case-access.js';
import { ExerciseCatalogue } from '../platform/exercises/exercise-catalogue.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { TimePosition } from '../platform/http/time-cursor.js';
import { releaseColumns, releaseTables } from './release-columns.js';
import type { CoupleFacts, ReleaseRow } from './release-row.js';

export interface CaseReleaseRow extends ReleaseRow {
  readonly person_name: string;
  readonly recipient_names: string[];
}

const named = `${releaseColumns},
  (SELECT p.name FROM person p WHERE p.clinic_id = r.clinic_id AND p.id = r.person_id) AS person_name,
  ARRAY(SELECT coalesce(p.name, s.name) FROM release_recipient g
    LEFT JOIN person p ON p.clinic_id = g.clinic_id AND p.id = g.person_id
    LEFT JOIN staff_member s ON s.clinic_id = g.clinic_id AND s.id = g.staff_id
    WHERE g.clinic_id = r.clinic_id AND g.release_id = r.id ORDER BY g.person_id IS NULL, 1) AS recipient_names`;

/** What the people of a couple share, for the therapists of each author's side. */
@Injectable()
export class CaseReleaseRepository {
  constructor(
    private readonly work: UnitOfWork,
    private readonly catalogue: ExerciseCatalogue,
  ) {}

  /** The couple of a release that the asker may know of. */
  async coupleOf(releaseId: string): Promise<CoupleId | null> {
    const [row] = await this.work.rows<{ couple_id: CoupleId }>(
      'SELECT couple_id FROM release WHERE id = $1',
      [releaseId],
    );
    return row?.couple_id ?? null;
  }

  async facts(grant: CaseGrant): Promise<CoupleFacts | null> {
    const [row] = await this.work.rows<CoupleFacts>(
      'SELECT status AS couple_status, secrets_policy FROM couple WHERE clinic_id = $1 AND id = $2',
      [grant.clinicId, grant.coupleId],
    );
    return row ?? null;
  }

  /** One page and one row more, newest asking first, of the sides the viewer holds. */
  async page(grant: CaseGrant, after: TimePosition | null, size: number): Promise<CaseReleaseRow[]> {
    const rows = await this.work.rows<CaseReleaseRow>(
      `SELECT ${named} FROM ${releaseTables}
        WHERE r.clinic_id = $1 AND r.couple_id = $2 AND r.compartment = ANY ($3::text[])
          AND ($4::timestamptz IS NULL OR (r.asked_at, r.id) < ($4::timestamptz, $5::uuid))
        ORDER BY r.asked_at DESC, r.id DESC LIMIT $6`,
      [grant.clinicId, grant.coupleId, grant.mySides, after?.at ?? null, after?.id ?? null, size + 1],
    );
    return this.catalogue.attach(rows);
  }

  /** One release of a side the viewer holds. With `lock` nobody else changes it before this transaction ends. */
  async one(grant: CaseGrant, releaseId: string, lock = false): Promise<CaseReleaseRow | null> {
    if (lock) {
      await this.work.rows('SELECT 1 FROM release WHERE couple_id = $1 AND id = $2 FOR UPDATE', [
        grant.coupleId,
        releaseId,
      ]);
    }
    const rows = await this.work.rows<CaseReleaseRow>(
      `SELECT ${named} FROM ${releaseTables}
        WHERE r.couple_id = $1 AND r.id = $2 AND r.compartment = ANY ($3::text[])`,
      [grant.coupleId, releaseId, grant.mySides],
    );
    const [row] = await this.catalogue.attach(rows);
    return row ?? null;
  }

  /** What a therapist changes. The row is locked by `one`. */
  async change(
    grant: CaseGrant,
    releaseId: string,
    next: Pick<ReleaseRow, 'state' | 'approved_by' | 'held' | 'safety_tags' | 'released_at'>,
  ): Promise<void> {
    await this.work.change(
      `UPDATE release SET state = $3, approved_by = $4, held = $5, safety_tags = $6, released_at = $7,
          version = version + 1
        WHERE couple_id = $1 AND id = $2`,
      [
        grant.coupleId,
        releaseId,
        next.state,
        next.approved_by,
        next.held,
        next.safety_tags,
        next.released_at,
      ],
    );
  }
}
