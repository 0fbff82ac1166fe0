import { Injectable } from '@nestjs/common';
import type { CoupleId, TaskId } from '@trellis/domain';
import type { CaseGrant } from '../access/case-access.js';
import type { PersonGrant } from '../access/person-access.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ExerciseCatalogue } from '../platform/exercises/exercise-catalogue.js';
import type { FeedbackRow, FollowChange, FollowRow, GivenRow } from './feedback-row.js';

const followed = `t.id, t.couple_id, t.person_id, t.compartment, t.template_code, t.template_version, t.state,
  t.talked_at, t.revision_asked_at, t.seen_at, t.version`;

/** Words of therapists about exercises, and what followed a handing in. */
@Injectable()
export class FeedbackRepository {
  constructor(
    private readonly work: UnitOfWork,
    private readonly catalogue: ExerciseCatalogue,
  ) {}

  /** The couple of a task that the viewer may know of; says nothing about the task. */
  async coupleOf(taskId: TaskId): Promise<CoupleId | null> {
    const [row] = await this.work.rows<{ couple_id: CoupleId }>(
      'SELECT couple_id FROM homework_task WHERE id = $1',
      [taskId],
    );
    return row?.couple_id ?? null;
  }

  /** A task of the viewer's sides; nobody else changes it before this transaction ends. */
  async ofCase(grant: CaseGrant, taskId: TaskId): Promise<FollowRow | null> {
    const [row] = await this.work.rows<FollowRow>(
      `SELECT ${followed} FROM homework_task t
        WHERE t.couple_id = $1 AND t.id = $2 AND t.compartment = ANY ($3::text[]) FOR UPDATE`,
      [grant.coupleId, taskId, grant.mySides],
    );
    return row ?? null;
  }

  async ofPerson(own: PersonGrant, taskId: TaskId): Promise<FollowRow | null> {
    const rows = await this.work.rows<FollowRow>(
      `SELECT ${followed} FROM homework_task t WHERE t.person_id = $1 AND t.id = $2`,
      [own.personId, taskId],
    );
    const [row] = await this.catalogue.attach(rows);
    return row ?? null;
  }

  /** Moves it on from exactly this version. False when it has moved on already. */
  async change(grant: CaseGrant, taskId: TaskId, version: number, change: FollowChange): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE homework_task SET state = CASE WHEN $4 THEN 'reviewed' ELSE state END,
          reviewed_at = CASE WHEN $4 THEN $6 ELSE reviewed_at END,
          reviewed_by = CASE WHEN $4 THEN $5::uuid ELSE reviewed_by END,
          talked_at = CASE WHEN $7 THEN $6 ELSE talked_at END,
          revision_asked_at = CASE WHEN $8 THEN $6 ELSE revision_asked_at END,
          seen_at = CASE WHEN $9 THEN $6 ELSE seen_at END, version = version + 1
        WHERE couple_id = $1 AND id = $2 AND version = $3`,
      [
        ...[grant.coupleId, taskId, version, change.reviewed, change.by, change.at],
        ...[change.talked, change.askAgain, change.seen],
      ],
    );
    return changed === 1;
  }

  async add(
    task: FollowRow,
    clinicId: string,
    feedback: { id: string; by: string; sealed: Buffer; at: Date },
  ): Promise<void> {
    await this.work.change(
      `INSERT INTO homework_feedback (clinic_id, id, task_id, couple_id, person_id, compartment, author_id, sealed,
          given_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[clinicId, feedback.id, task.id, task.couple_id, task.person_id, task.compartment],
        ...[feedback.by, feedback.sealed, feedback.at],
      ],
    );
  }

  /** Oldest first, 50 at most, as far as row-level security opens them. */
  async ofTask(task: FollowRow): Promise<FeedbackRow[]> {
    return this.work.rows<FeedbackRow>(
      `SELECT f.id, f.person_id, s.name AS by_name, f.sealed, f.given_at FROM homework_feedback f
          JOIN staff_member s ON s.clinic_id = f.clinic_id AND s.id = f.author_id
        WHERE f.task_id = $1 AND f.person_id = $2 ORDER BY f.given_at, f.id LIMIT 50`,
      [task.id, task.person_id],
    );
  }

  /** The exercises about which somebody wrote to the person, the newest words first. */
  async given(own: PersonGrant): Promise<GivenRow[]> {
    return this.catalogue.attach(
      await this.work.rows<GivenRow>(
        `SELECT t.id AS task_id, t.template_code, t.template_version, s.name AS by_name, l.given_at,
          EXISTS (SELECT FROM homework_feedback u
            WHERE u.person_id = $1 AND u.task_id = t.id AND u.read_at IS NULL) AS unread,
          t.revision_asked_at IS NOT NULL AS asked_again
        FROM (SELECT DISTINCT ON (f.task_id) f.task_id, f.author_id, f.given_at, f.id FROM homework_feedback f
            WHERE f.person_id = $1 ORDER BY f.task_id, f.given_at DESC, f.id DESC) l
          JOIN homework_task t ON t.id = l.task_id
          JOIN staff_member s ON s.clinic_id = t.clinic_id AND s.id = l.author_id
        ORDER BY l.given_at DESC, l.id DESC LIMIT 50`,
        [own.personId],
      ),
    );
  }

  async noteRead(own: PersonGrant, taskId: TaskId, at: Date): Promise<void> {
    await this.work.change(
      'UPDATE homework_feedback SET read_at = $3 WHERE person_id = $1 AND task_id = $2 AND read_at IS NULL',
      [own.personId, taskId, at],
    );
  }
}
