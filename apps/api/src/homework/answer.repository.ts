import { Injectable } from '@nestjs/common';
import type { Privacy, TaskId } from '@trellis/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { TaskRow } from './task-row.js';

export interface SealedAnswer {
  readonly id: string;
  readonly privacy: Privacy;
  readonly sealed: Buffer;
}

export interface NewAnswer extends SealedAnswer {
  readonly fieldCount: number;
}

/** Sealed words of homework. A task row that the caller was allowed to load stands for the right to ask. */
@Injectable()
export class AnswerRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Newest revision per privacy level, as far as row-level security opens it to the viewer. */
  async submitted(task: TaskRow): Promise<SealedAnswer[]> {
    return this.work.rows<SealedAnswer>(
      `SELECT DISTINCT ON (privacy) id, privacy, sealed FROM homework_answer
        WHERE task_id = $1 ORDER BY privacy, revision DESC`,
      [task.id],
    );
  }

  async add(clinicId: string, task: TaskRow, answer: NewAnswer, at: Date): Promise<void> {
    await this.work.change(
      `INSERT INTO homework_answer (clinic_id, id, task_id, couple_id, person_id, compartment, privacy, revision,
          field_count, sealed, submitted_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, 1, $8, $9, $10)`,
      [
        clinicId,
        answer.id,
        task.id,
        task.couple_id,
        task.person_id,
        task.compartment,
        answer.privacy,
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
