import type {
  Compartment,
  CoupleId,
  HomeworkTemplate,
  PersonId,
  Privacy,
  TaskId,
  TaskProgress,
  TaskState,
} from '@trellis/domain';

/** A task as read from the database: status only. */
export interface TaskRow {
  readonly id: TaskId;
  readonly couple_id: CoupleId;
  readonly person_id: PersonId;
  readonly compartment: Compartment;
  readonly template_code: string;
  readonly template_version: number;
  readonly privacy: Privacy;
  readonly state: TaskState;
  /** Local day in the couple's zone. */
  readonly due_on: string;
  readonly due_at: Date;
  readonly submitted_at: Date | null;
  readonly too_hard_at: Date | null;
  readonly version: number;
  /** The clinic's own exercise that it is about; an exercise of the library comes with the program. */
  readonly own_exercise?: HomeworkTemplate;
}

/** As a therapist of the task's side sees it. */
export interface StaffTaskRow extends TaskRow {
  readonly person_name: string;
  readonly reviewed_at: Date | null;
  readonly risk_raised: boolean;
  readonly noticed: boolean;
}

/** What the rules of task states need to know. `hasDraft` is known where the author's own draft may be seen. */
export function progressOf(row: TaskRow, hasDraft = row.state === 'draft'): TaskProgress {
  return { state: row.state, tooHard: row.too_hard_at !== null, hasDraft };
}
