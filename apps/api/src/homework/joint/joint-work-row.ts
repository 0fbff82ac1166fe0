import type { CoupleId, PersonId, TaskId, Track } from '@trellis/domain';

/** What opens the halves of a joint exercise. */
export type Opening = 'both_in' | 'in_session' | 'together';

/** A joint exercise as read from the database. */
export interface JointWorkRow {
  readonly id: string;
  readonly couple_id: CoupleId;
  readonly template_code: string;
  readonly template_version: number;
  readonly reveal: Opening;
  readonly variant: string | null;
  readonly rp_task_id: TaskId | null;
  readonly bp_task_id: TaskId | null;
  readonly opens_on: string;
  readonly due_on: string;
  readonly revealed_at: Date | null;
  readonly talked_at: Date | null;
  readonly version: number;
}

/** A half as the list of its own side shows it. */
export interface SideTask {
  readonly id: TaskId;
  readonly side: Track;
  readonly person_name: string;
  readonly handed_in: boolean;
}

/** A sealed half that is open to the asker. */
export interface OpenHalf {
  readonly id: string;
  readonly task_id: TaskId;
  readonly person_id: PersonId;
  readonly person_name: string;
  readonly side: Track;
  readonly sealed: Buffer;
}

export const workColumns = `w.id, w.couple_id, w.template_code, w.template_version, w.reveal, w.variant, w.rp_task_id,
  w.bp_task_id, w.opens_on::text AS opens_on, w.due_on::text AS due_on, w.revealed_at, w.talked_at, w.version`;

/** The newest joint part of each half that row-level security opens; words that stand alone have no part. */
export const openHalfQuery = `SELECT DISTINCT ON (a.task_id) a.id, a.task_id, a.person_id, p.name AS person_name, e.side, a.sealed
  FROM homework_answer a
  JOIN person p ON p.clinic_id = a.clinic_id AND p.id = a.person_id
  JOIN enrolment e ON e.clinic_id = a.clinic_id AND e.couple_id = a.couple_id AND e.person_id = a.person_id
  WHERE a.task_id = ANY ($1::uuid[]) AND a.compartment = 'JOINT' AND a.privacy = 'P4'
    AND a.task_id = ANY ((SELECT app.open_halves())::uuid[])
  ORDER BY a.task_id, a.revision DESC`;
