import { Injectable } from '@nestjs/common';
import type { LocalDate, TaskId, TaskState } from '@trellis/domain';
import type { PersonGrant } from '../access/person-access.js';
import { ExerciseCatalogue } from '../platform/exercises/exercise-catalogue.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { PagePlace } from './page-place.js';
import type { TaskRow } from './task-row.js';

/** What changes when a task moves on; null leaves an instant as it is. */
export interface TaskChange {
  readonly state: TaskState;
  readonly openedAt: Date | null;
  readonly submittedAt: Date | null;
  readonly tooHardAt: Date | null;
  readonly riskRaised: boolean;
  readonly noticed: boolean;
}

/** More than anybody could be asked at once. */
const mostOnToday = 200;

/** A person's own tasks. */
@Injectable()
export class OwnTaskRepository {
  constructor(
    private readonly work: UnitOfWork,
    private readonly catalogue: ExerciseCatalogue,
  ) {}

  /**
   * Open tasks that have begun by `today` and were due no earlier than `from`, and whatever else is due today. What
   * rests today is not among them, and neither is what was taken back, unless words of it are begun.
   */
  async around(own: PersonGrant, from: LocalDate, today: LocalDate): Promise<TaskRow[]> {
    return this.catalogue.attach(
      await this.work.rows<TaskRow>(
        `SELECT id, couple_id, person_id, compartment, template_code, template_version, privacy, state,
          due_on::text AS due_on, due_at, submitted_at, too_hard_at, version
        FROM homework_task t WHERE person_id = $1 AND due_on >= $2::date AND opens_on <= $3::date
          AND (withdrawn_at IS NULL OR state = 'draft')
          AND NOT EXISTS (SELECT FROM homework_rest r WHERE r.clinic_id = t.clinic_id AND r.person_id = t.person_id
            AND (r.plan_id IS NULL OR r.plan_id = t.plan_id) AND NOT r.cancelled
            AND r.from_on <= $3::date AND (r.to_on IS NULL OR r.to_on >= $3::date))
          AND (due_on = $3::date OR state IN ('assigned', 'opened', 'draft') OR (state = 'skipped' AND due_on > $3::date))
        ORDER BY t.due_on, template_code, occurrence, id LIMIT $4`,
        [own.personId, from, today, mostOnToday],
      ),
    );
  }

  /** Rests of the person that cover `today`, with their last day; null for one without. */
  async restsOn(own: PersonGrant, today: LocalDate): Promise<(LocalDate | null)[]> {
    const rows = await this.work.rows<{ until: LocalDate | null }>(
      `SELECT DISTINCT to_on::text AS until FROM homework_rest WHERE person_id = $1 AND NOT cancelled
          AND from_on <= $2::date AND (to_on IS NULL OR to_on >= $2::date) ORDER BY until LIMIT $3`,
      [own.personId, today, mostOnToday],
    );
    return rows.map(({ until }) => until);
  }

  /** The local day of the couple's disclosure session, ahead or past; null without one. */
  async sessionOn(own: PersonGrant): Promise<LocalDate | null> {
    const [row] = await this.work.rows<{ day: LocalDate | null }>(
      'SELECT app.disclosure_session_on($1)::text AS day',
      [own.coupleId],
    );
    return row?.day ?? null;
  }

  /** Tasks handed in since `since`, as a plain count. */
  async doneSince(own: PersonGrant, since: Date): Promise<number> {
    const rows = await this.work.rows<{ done: number }>(
      'SELECT count(*)::integer AS done FROM homework_task WHERE person_id = $1 AND submitted_at >= $2',
      [own.personId, since],
    );
    return rows[0]?.done ?? 0;
  }

  async byId(own: PersonGrant, taskId: TaskId): Promise<TaskRow | null> {
    const rows = await this.work.rows<TaskRow>(
      `SELECT id, couple_id, person_id, compartment, template_code, template_version, privacy, state,
          due_on::text AS due_on, due_at, submitted_at, too_hard_at, version
        FROM homework_task WHERE person_id = $1 AND id = $2`,
      [own.personId, taskId],
    );
    const [row] = await this.catalogue.attach(rows);
    return row ?? null;
  }

  /** One page and one row more of what was handed in, newest first. */
  async record(own: PersonGrant, after: PagePlace | null, size: number): Promise<TaskRow[]> {
    return this.catalogue.attach(
      await this.work.rows<TaskRow>(
        `SELECT id, couple_id, person_id, compartment, template_code, template_version, privacy, state,
          due_on::text AS due_on, due_at, submitted_at, too_hard_at, version
        FROM homework_task t WHERE person_id = $1 AND state IN ('submitted', 'reviewed')
          AND ($2::date IS NULL OR (t.due_on, t.id) < ($2::date, $3::uuid))
        ORDER BY t.due_on DESC, t.id DESC LIMIT $4`,
        [own.personId, after?.dueOn ?? null, after?.id ?? null, size + 1],
      ),
    );
  }

  /** The next place of an exercise that is done whenever it is needed, while its time lasts. */
  async repeat(taskId: TaskId, freshId: string, today: LocalDate): Promise<void> {
    await this.work.rows('SELECT app.repeat_task($1, $2, $3::date)', [taskId, freshId, today]);
  }

  /** A new revision was handed in: it is to be read again, and counts as handed in when it first was. */
  async revise(
    own: PersonGrant,
    taskId: TaskId,
    version: number,
    { riskRaised, noticed }: Pick<TaskChange, 'riskRaised' | 'noticed'>,
  ): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE homework_task SET state = 'submitted', reviewed_at = NULL, reviewed_by = NULL, talked_at = NULL,
          revision_asked_at = NULL,
          risk_raised = risk_raised OR $4, noticed = $5, version = version + 1
        WHERE person_id = $1 AND id = $2 AND version = $3`,
      [own.personId, taskId, version, riskRaised, noticed],
    );
    return changed === 1;
  }

  /** Moves a task on from exactly this version. False when it has moved on already. */
  async change(own: PersonGrant, taskId: TaskId, version: number, change: TaskChange): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE homework_task SET state = $4, opened_at = coalesce(opened_at, $5), submitted_at = coalesce($6, submitted_at),
          too_hard_at = coalesce($7, too_hard_at), risk_raised = risk_raised OR $8, noticed = noticed OR $9,
          seen_at = CASE WHEN $4 = 'skipped' THEN NULL ELSE seen_at END, version = version + 1
        WHERE person_id = $1 AND id = $2 AND version = $3`,
      [
        own.personId,
        taskId,
        version,
        change.state,
        change.openedAt,
        change.submittedAt,
        change.tooHardAt,
        change.riskRaised,
        change.noticed,
      ],
    );
    return changed === 1;
  }

  /** Has the couple looked at again as soon as somebody is there: an answer asks for attention to safety. */
  async wind(own: PersonGrant, at: Date): Promise<void> {
    await this.work.rows('SELECT app.wind_disclosure_clock($1, $2)', [own.coupleId, at]);
  }
}
