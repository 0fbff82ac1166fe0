import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { LocalDate, TaskId } from '@trellis/domain';
import type { PersonGrant } from '../../access/person-access.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { openHalfQuery, workColumns, type JointWorkRow, type OpenHalf } from './joint-work-row.js';

/** Joint exercises of the signed-in person, found by their own task. */
@Injectable()
export class HalfRepository {
  constructor(private readonly work: UnitOfWork) {}

  async ofTask(own: PersonGrant, taskId: TaskId): Promise<JointWorkRow | null> {
    const [row] = await this.work.rows<JointWorkRow>(
      `SELECT ${workColumns} FROM joint_work w WHERE w.couple_id = $1 AND $2 IN (w.rp_task_id, w.bp_task_id)`,
      [own.coupleId, taskId],
    );
    return row ?? null;
  }

  /** The other half, as far as it is open to this person now. */
  async theirs(own: PersonGrant, row: JointWorkRow): Promise<OpenHalf | null> {
    const other = own.side === 'RP' ? row.bp_task_id : row.rp_task_id;
    if (other === null) return null;
    const [half] = await this.work.rows<OpenHalf>(openHalfQuery, [[other]]);
    return half ?? null;
  }

  /** Steps of the exercise that a therapist opened for both. */
  async openedSteps(own: PersonGrant, templateCode: string): Promise<string[]> {
    const rows = await this.work.rows<{ step: string }>(
      'SELECT step FROM step_opening WHERE couple_id = $1 AND template_code = $2 LIMIT 20',
      [own.coupleId, templateCode],
    );
    return rows.map(({ step }) => step);
  }

  /** Opens both halves if both are in. Answers with the joint exercise once, at the moment in which it opened. */
  async reveal(taskId: TaskId, agreed: boolean, at: Date): Promise<string | null> {
    const [row] = await this.work.rows<{ id: string | null }>('SELECT app.reveal_half($1, $2, $3) AS id', [
      taskId,
      agreed,
      at,
    ]);
    return row?.id ?? null;
  }

  /** The half goes back to its author. False when both are open, or somebody changed it meanwhile. */
  async takeBack(taskId: TaskId, version: number): Promise<boolean> {
    const [row] = await this.work.rows<{ done: boolean }>('SELECT app.take_back_half($1, $2) AS done', [
      taskId,
      version,
    ]);
    return row?.done === true;
  }

  /** The next place of what is done whenever it is needed, for both. */
  async repeat(workId: string, today: LocalDate): Promise<void> {
    const fresh = [randomUUID(), randomUUID(), randomUUID()];
    await this.work.rows('SELECT app.repeat_joint_work($1, $2, $3, $4, $5::date)', [workId, ...fresh, today]);
  }
}
