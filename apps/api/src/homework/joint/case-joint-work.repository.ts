import { Injectable } from '@nestjs/common';
import type { CoupleId } from '@trellis/domain';
import type { CaseGrant } from '../../access/case-access.js';
import type { PagePlace } from '../page-place.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import {
  openHalfQuery,
  workColumns,
  type JointWorkRow,
  type OpenHalf,
  type SideTask,
} from './joint-work-row.js';

/** One place of a joint exercise to assign; a half that asks nothing has no task. */
export interface NewPlace {
  readonly id: string;
  readonly rp: string | null;
  readonly bp: string | null;
  readonly code: string;
  readonly edition: number;
  readonly reveal: string;
  readonly variant: string | null;
  readonly opens: string;
  readonly due: string;
  readonly due_at: string;
  readonly occurrence: number;
}

/** Joint exercises of a couple for its therapists. */
@Injectable()
export class CaseJointWorkRepository {
  constructor(private readonly work: UnitOfWork) {}

  async coupleOf(workId: string): Promise<CoupleId | null> {
    const [row] = await this.work.rows<{ couple_id: CoupleId }>(
      'SELECT couple_id FROM joint_work WHERE id = $1',
      [workId],
    );
    return row?.couple_id ?? null;
  }

  /** Gives each place to both. A place that one of them has already is left as it is. */
  async assign(grant: CaseGrant, places: readonly NewPlace[], at: Date): Promise<void> {
    await this.work.rows('SELECT app.assign_joint_work($1, $2, $3)', [
      grant.coupleId,
      JSON.stringify(places),
      at,
    ]);
  }

  async byIds(grant: CaseGrant, ids: readonly string[]): Promise<JointWorkRow[]> {
    return this.work.rows<JointWorkRow>(
      `SELECT ${workColumns} FROM joint_work w WHERE w.couple_id = $1 AND w.id = ANY ($2::uuid[])
        ORDER BY w.due_on, w.occurrence, w.id LIMIT 1000`,
      [grant.coupleId, ids],
    );
  }

  /** One page and one row more, the latest due day first. */
  async page(grant: CaseGrant, after: PagePlace | null, size: number): Promise<JointWorkRow[]> {
    return this.work.rows<JointWorkRow>(
      `SELECT ${workColumns} FROM joint_work w WHERE w.clinic_id = $5 AND w.couple_id = $1
          AND ($2::date IS NULL OR (w.due_on, w.id) < ($2::date, $3::uuid))
        ORDER BY w.due_on DESC, w.id DESC LIMIT $4`,
      [grant.coupleId, after?.dueOn ?? null, after?.id ?? null, size + 1, grant.clinicId],
    );
  }

  async halves(_grant: CaseGrant, row: JointWorkRow): Promise<OpenHalf[]> {
    const ids = [row.rp_task_id, row.bp_task_id].filter((id) => id !== null);
    return this.work.rows<OpenHalf>(openHalfQuery, [ids]);
  }

  /** The halves on the sides that the asker holds. Nothing of a side that is closed to them. */
  async tasks(grant: CaseGrant, row: JointWorkRow): Promise<SideTask[]> {
    return this.work.rows<SideTask>(
      `SELECT t.id, t.compartment AS side, p.name AS person_name, t.state IN ('submitted', 'reviewed') AS handed_in
        FROM homework_task t JOIN person p ON p.clinic_id = t.clinic_id AND p.id = t.person_id
        WHERE t.couple_id = $1 AND t.id IN ($2, $3) AND t.compartment = ANY ($4::text[])
        ORDER BY t.compartment DESC LIMIT 2`,
      [grant.coupleId, row.rp_task_id, row.bp_task_id, grant.mySides],
    );
  }

  /** Opens both halves in a session. Null for what is not opened that way. */
  async open(
    _grant: CaseGrant,
    workId: string,
    at: Date,
  ): Promise<'opened' | 'already_revealed' | 'not_both_in' | null> {
    const [row] = await this.work.rows<{ done: 'opened' | 'already_revealed' | 'not_both_in' | null }>(
      'SELECT app.open_joint_work($1, $2) AS done',
      [workId, at],
    );
    return row?.done ?? null;
  }

  /** Takes back the places of an exercise that open on `from` or later. Answers how many there were. */
  async end(grant: CaseGrant, code: string, from: string): Promise<number> {
    const [row] = await this.work.rows<{ gone: number | null }>(
      'SELECT app.end_joint_work($1, $2, $3) AS gone',
      [grant.coupleId, code, from],
    );
    return row?.gone ?? 0;
  }

  async talked(grant: CaseGrant, workId: string, version: number, by: string, at: Date): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE joint_work SET talked_at = $4, talked_by = $5, version = version + 1
        WHERE couple_id = $1 AND id = $2 AND version = $3 AND revealed_at IS NOT NULL AND talked_at IS NULL`,
      [grant.coupleId, workId, version, at, by],
    );
    return changed === 1;
  }
}
