import { Injectable } from '@nestjs/common';
import type { Compartment, Privacy, StaffId, TaskId } from '@trellis/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { TaskRow } from './task-row.js';

interface SealedPart {
  readonly id: string;
  readonly privacy: Privacy;
  readonly revision: number;
  readonly sealed: Buffer;
  /** The author's side, or JOINT for what both read once it is open. */
  readonly compartment: Compartment;
}

export interface SealedAnswer extends SealedPart {
  /** Joint words that are open to both now. */
  readonly open_half: boolean;
  /** The release of this revision, as far as the viewer may know of it. */
  readonly release_id: string | null;
  /** Whether that release opens it to the therapists it names: given, not held, the couple together, no strict walls. */
  readonly open_to_staff: boolean;
  readonly named_staff: StaffId[];
}

export interface NewAnswer extends SealedPart {
  readonly fieldCount: number;
}

/** Sealed words of homework. A task row that the caller was allowed to load stands for the right to ask. */
@Injectable()
export class AnswerRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** The parts of the newest revision, as far as row-level security opens them to the viewer. */
  async submitted(task: TaskRow): Promise<SealedAnswer[]> {
    return this.work.rows<SealedAnswer>(
      `SELECT a.id, a.privacy, a.revision, a.sealed, a.compartment,
          a.task_id = ANY ((SELECT app.open_halves())::uuid[]) AS open_half, r.id AS release_id,
          coalesce(r.state = 'released' AND NOT r.held AND c.status IN ('intake', 'active', 'paused')
            AND c.secrets_policy <> 'INDIVIDUAL_CONFIDENTIAL', false) AS open_to_staff,
          ARRAY(SELECT g.staff_id FROM release_recipient g
            WHERE g.clinic_id = r.clinic_id AND g.release_id = r.id AND g.staff_id IS NOT NULL) AS named_staff
        FROM homework_answer a
        JOIN couple c ON c.clinic_id = a.clinic_id AND c.id = a.couple_id
        LEFT JOIN release r ON r.clinic_id = a.clinic_id AND r.answer_id = a.id
        WHERE a.task_id = $1 AND a.revision = (SELECT max(n.revision) FROM homework_answer n WHERE n.task_id = $1)
        ORDER BY a.privacy`,
      [task.id],
    );
  }

  /** The revision that the author's next handing in makes. */
  async nextRevision(taskId: TaskId): Promise<number> {
    const [row] = await this.work.rows<{ next: number }>(
      'SELECT coalesce(max(revision), 0) + 1 AS next FROM homework_answer WHERE task_id = $1',
      [taskId],
    );
    return row?.next ?? 1;
  }

  /** Notes on the release that it is read now. False when it was taken back in the meantime. */
  async noteRead(releaseId: string, at: Date): Promise<boolean> {
    const [row] = await this.work.rows<{ live: boolean }>('SELECT app.note_release_read($1, $2) AS live', [
      releaseId,
      at,
    ]);
    return row?.live === true;
  }

  async add(clinicId: string, task: TaskRow, answer: NewAnswer, at: Date): Promise<void> {
    await this.work.change(
      `INSERT INTO homework_answer (clinic_id, id, task_id, couple_id, person_id, compartment, privacy, revision,
          field_count, sealed, submitted_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        clinicId,
        answer.id,
        task.id,
        task.couple_id,
        task.person_id,
        answer.compartment,
        answer.privacy,
        answer.revision,
        answer.fieldCount,
        answer.sealed,
        at,
      ],
    );
  }

  /** The author's own draft; nobody else's context finds one. */
  async draft(taskId: TaskId): Promise<{ readonly sealed: Buffer; readonly saved_at: Date } | null> {
    const rows = await this.work.rows<{ sealed: Buffer; saved_at: Date }>(
      'SELECT sealed, saved_at FROM homework_draft WHERE task_id = $1',
      [taskId],
    );
    return rows[0] ?? null;
  }

  async keepDraft(clinicId: string, task: TaskRow, sealed: Buffer, at: Date): Promise<void> {
    await this.work.change(
      `INSERT INTO homework_draft (clinic_id, task_id, person_id, sealed, saved_at) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (clinic_id, task_id) DO UPDATE SET sealed = excluded.sealed, saved_at = excluded.saved_at`,
      [clinicId, task.id, task.person_id, sealed, at],
    );
  }

  async dropDraft(taskId: TaskId): Promise<void> {
    await this.work.change('DELETE FROM homework_draft WHERE task_id = $1', [taskId]);
  }
}
