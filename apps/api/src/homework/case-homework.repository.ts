import { Injectable } from '@nestjs/common';
import type {
  Compartment,
  CoupleId,
  HomeworkTemplate,
  LocalDate,
  PersonId,
  TaskId,
  Track,
} from '@trellis/domain';
import type { CaseGrant } from '../access/case-access.js';
import { ExerciseCatalogue } from '../platform/exercises/exercise-catalogue.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { PagePlace } from './page-place.js';
import type { StaffTaskRow } from './task-row.js';

export interface NewOccurrence {
  readonly id: string;
  readonly opensOn: string;
  readonly dueOn: string;
  readonly dueAt: Date;
  /** Place among those that share a due day, from 1. */
  readonly occurrence: number;
}

/** Occurrences of one exercise to assign to one person. */
export interface NewOccurrences {
  readonly personId: PersonId;
  readonly side: Compartment;
  readonly template: { readonly code: string; readonly version: number; readonly privacy: string };
  readonly assignedBy: string;
  readonly assignedAt: Date;
  readonly planId: string;
  /** False for a place that is open for whenever it is needed. */
  readonly expected: boolean;
  readonly days: readonly NewOccurrence[];
}

export interface SideTherapist {
  readonly side: Compartment;
  readonly name: string;
}

/** Homework of a couple as its therapists see it. Row-level security narrows every query to the viewer's sides. */
@Injectable()
export class CaseHomeworkRepository {
  constructor(
    private readonly work: UnitOfWork,
    private readonly catalogue: ExerciseCatalogue,
  ) {}

  /** The couple in which a person is enrolled on a side, among the viewer's couples; the newest when several. */
  async coupleOfPerson(personId: PersonId, side: Track): Promise<CoupleId | null> {
    const rows = await this.work.rows<{ couple_id: CoupleId }>(
      `SELECT e.couple_id FROM enrolment e JOIN couple c ON c.clinic_id = e.clinic_id AND c.id = e.couple_id
        WHERE e.person_id = $1 AND e.side = $2 ORDER BY c.status = 'closed', c.created_at DESC LIMIT 1`,
      [personId, side],
    );
    return rows[0]?.couple_id ?? null;
  }

  /** The couple of a task the viewer may know of; says nothing about the task. */
  async coupleOfTask(taskId: TaskId): Promise<CoupleId | null> {
    const rows = await this.work.rows<{ couple_id: CoupleId }>(
      'SELECT couple_id FROM homework_task WHERE id = $1',
      [taskId],
    );
    return rows[0]?.couple_id ?? null;
  }

  /** The exercise of that code that can be given now, of the library or the clinic's own; null for any other. */
  async exerciseToGive(code: string): Promise<HomeworkTemplate | null> {
    return this.catalogue.toGive(code);
  }

  /**
   * Adds places and answers with the ids of those that are new. A place that the person already has of this exercise is
   * left as it is; one that was taken back and never begun stands again.
   */
  async add(grant: CaseGrant, added: NewOccurrences): Promise<string[]> {
    const rows = await this.work.rows<{ id: string }>(
      `INSERT INTO homework_task (clinic_id, id, couple_id, person_id, compartment, template_code, template_version,
          privacy, state, opens_on, due_on, due_at, occurrence, assigned_by, assigned_at, plan_id, risk_raised, version,
          expected)
        SELECT $1, day.id, $2, $3, $4, $5, $6, $7, 'assigned', day.opens_on, day.due_on, day.due_at, day.occurrence, $8, $9,
            $15, false, 1, $16
          FROM unnest($10::uuid[], $11::date[], $12::timestamptz[], $13::date[], $14::smallint[])
            AS day (id, due_on, due_at, opens_on, occurrence)
        ON CONFLICT ON CONSTRAINT homework_task_once DO UPDATE
          SET withdrawn_at = NULL, plan_id = EXCLUDED.plan_id, opens_on = EXCLUDED.opens_on, due_at = EXCLUDED.due_at,
            expected = EXCLUDED.expected, version = homework_task.version + 1
          WHERE homework_task.withdrawn_at IS NOT NULL
        RETURNING id`,
      [
        grant.clinicId,
        grant.coupleId,
        added.personId,
        added.side,
        added.template.code,
        added.template.version,
        added.template.privacy,
        added.assignedBy,
        added.assignedAt,
        added.days.map((day) => day.id),
        added.days.map((day) => day.dueOn),
        added.days.map((day) => day.dueAt),
        added.days.map((day) => day.opensOn),
        added.days.map((day) => day.occurrence),
        added.planId,
        added.expected,
      ],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Those of the given tasks that exist in this case, in the order in which they are due: of the viewer's sides, and
   * those of which the viewer was given a part.
   */
  async byIds(grant: CaseGrant, ids: readonly string[]): Promise<StaffTaskRow[]> {
    return this.catalogue.attach(
      await this.work.rows<StaffTaskRow>(
        `SELECT t.id, t.couple_id, t.person_id, p.name AS person_name, t.compartment, t.template_code, t.template_version,
          t.privacy, t.state, t.due_on::text AS due_on, t.due_at, t.submitted_at, t.reviewed_at, t.too_hard_at,
          t.risk_raised, t.noticed, t.version
        FROM homework_task t JOIN person p ON p.clinic_id = t.clinic_id AND p.id = t.person_id
        WHERE t.couple_id = $1 AND t.withdrawn_at IS NULL AND t.id = ANY ($3::uuid[])
          AND (t.compartment = ANY ($2::text[]) OR t.id = ANY ((SELECT app.released_tasks())::uuid[]))
        ORDER BY t.due_on, t.occurrence, t.id`,
        [grant.coupleId, grant.mySides, ids],
      ),
    );
  }

  /** One page and one row more, newest first, of the same choice. Names are looked up for the page alone. */
  async page(grant: CaseGrant, after: PagePlace | null, size: number): Promise<StaffTaskRow[]> {
    return this.catalogue.attach(
      await this.work.rows<StaffTaskRow>(
        `SELECT t.id, t.couple_id, t.person_id, p.name AS person_name, t.compartment, t.template_code, t.template_version,
          t.privacy, t.state, t.due_on::text AS due_on, t.due_at, t.submitted_at, t.reviewed_at, t.too_hard_at,
          t.risk_raised, t.noticed, t.version
        FROM (SELECT * FROM homework_task h
          WHERE h.clinic_id = $6 AND h.couple_id = $1 AND h.withdrawn_at IS NULL
            AND (h.compartment = ANY ($2::text[]) OR h.id = ANY ((SELECT app.released_tasks())::uuid[]))
            AND ($3::date IS NULL OR (h.due_on, h.id) < ($3::date, $4::uuid))
          ORDER BY h.due_on DESC, h.id DESC LIMIT $5) t
        JOIN person p ON p.clinic_id = t.clinic_id AND p.id = t.person_id
        ORDER BY t.due_on DESC, t.id DESC`,
        [grant.coupleId, grant.mySides, after?.dueOn ?? null, after?.id ?? null, size + 1, grant.clinicId],
      ),
    );
  }

  /** How often the person of a task has handed its exercise in, in the week that begins on `monday` and in all. */
  async handedIn(task: StaffTaskRow, monday: LocalDate): Promise<{ week: number; all: number }> {
    const [row] = await this.work.rows<{ week: number; all: number }>(
      `SELECT (count(*) FILTER (WHERE due_on >= $4::date AND due_on < $4::date + 7))::integer AS week,
          count(*)::integer AS all
        FROM homework_task WHERE couple_id = $1 AND person_id = $2 AND template_code = $3
          AND submitted_at IS NOT NULL AND withdrawn_at IS NULL`,
      [task.couple_id, task.person_id, task.template_code, monday],
    );
    return row ?? { week: 0, all: 0 };
  }

  /** The local day of the couple's disclosure session, ahead or past; null without one. */
  async sessionOn(grant: CaseGrant): Promise<LocalDate | null> {
    const [row] = await this.work.rows<{ day: LocalDate | null }>(
      'SELECT app.disclosure_session_on($1)::text AS day',
      [grant.coupleId],
    );
    return row?.day ?? null;
  }

  /** Marks a submitted task as read. False when its version moved on. */
  async review(grant: CaseGrant, taskId: TaskId, version: number, by: string, at: Date): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE homework_task SET state = 'reviewed', reviewed_at = $4, reviewed_by = $5, version = version + 1
        WHERE couple_id = $1 AND id = $2 AND version = $3`,
      [grant.coupleId, taskId, version, at, by],
    );
    return changed === 1;
  }

  /** The therapist leaves one place out; seen at once, so that it asks nobody for a look. False when its version moved on. */
  async skip(grant: CaseGrant, taskId: TaskId, version: number, at: Date): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE homework_task SET state = 'skipped', seen_at = $4, version = version + 1
        WHERE couple_id = $1 AND id = $2 AND version = $3`,
      [grant.coupleId, taskId, version, at],
    );
    return changed === 1;
  }

  /** Names of those to whom a part of the task is given now, as far as the viewer may know of them. */
  async givenTo(grant: CaseGrant, taskId: TaskId): Promise<string[]> {
    const rows = await this.work.rows<{ name: string }>(
      `SELECT coalesce(p.name, s.name) AS name FROM release r
          JOIN couple c ON c.clinic_id = r.clinic_id AND c.id = r.couple_id
          JOIN release_recipient g ON g.clinic_id = r.clinic_id AND g.release_id = r.id
          LEFT JOIN person p ON p.clinic_id = g.clinic_id AND p.id = g.person_id
          LEFT JOIN staff_member s ON s.clinic_id = g.clinic_id AND s.id = g.staff_id
        WHERE r.couple_id = $1 AND r.task_id = $2 AND r.state = 'released' AND NOT r.held
          AND c.status IN ('intake', 'active', 'paused') AND (g.person_id IS NULL OR r.safety_tags = '{}')
        ORDER BY g.person_id IS NULL, name`,
      [grant.coupleId, taskId],
    );
    return rows.map(({ name }) => name);
  }

  /** Who holds which side of this case today, by name. */
  async therapists(grant: CaseGrant): Promise<SideTherapist[]> {
    return this.work.rows<SideTherapist>(
      `SELECT a.side, s.name FROM care_assignment a
          JOIN staff_member s ON s.clinic_id = a.clinic_id AND s.id = a.staff_id
        WHERE a.couple_id = $1 AND a.from_at <= app.now() AND (a.to_at IS NULL OR a.to_at > app.now())
        ORDER BY a.lead DESC, a.from_at, a.id`,
      [grant.coupleId],
    );
  }
}
