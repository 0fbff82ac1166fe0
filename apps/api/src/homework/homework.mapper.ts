import {
  asLocalDate,
  keptByAuthor,
  latenessOf,
  restsOn,
  type FieldProblem,
  type Lateness,
  type LocalDate,
  type TaskState,
} from '@trellis/domain';
import type { SavedView, TaskCardView, TaskRowView } from '@trellis/contracts';
import { exerciseIn } from '../platform/exercises/exercise-in.js';
import { AppError } from '../platform/http/app-error.js';
import type { StaffTaskRow, TaskRow } from './task-row.js';

/** A person's card. What it says of the exercise comes from the version that was assigned. */
export function toCard(row: TaskRow): TaskCardView {
  const template = exerciseIn(row);
  return {
    id: row.id,
    templateCode: row.template_code,
    templateVersion: row.template_version,
    title: template.title,
    purpose: template.purpose,
    keptByAuthor: keptByAuthor(template),
    state: row.state,
    dueAt: row.due_at.toISOString(),
    minutes: template.minutes,
    version: row.version,
  };
}

/** A therapist's row at `now`. A call is asked for until the answer has been reviewed. */
export function toTaskRow(row: StaffTaskRow, now: Date, sessionOn: LocalDate | null = null): TaskRowView {
  const lateness = latenessOf(row.submitted_at, row.due_at, now);
  const rests = restsOn(row.template_code, asLocalDate(row.due_on), sessionOn);
  return {
    ...toCard(row),
    personId: row.person_id,
    personName: row.person_name,
    compartment: row.compartment,
    submittedAt: row.submitted_at?.toISOString() ?? null,
    reviewedAt: row.reviewed_at?.toISOString() ?? null,
    lateness: shownLateness(lateness, row.state === 'skipped' || (rests && row.submitted_at === null)),
    tooHard: row.too_hard_at !== null,
    needsCall: row.risk_raised && row.reviewed_at === null,
    noticed: row.noticed && row.reviewed_at === null,
  };
}

/** The row of a task of the other side, of which the viewer was given a part: what concerns the author's care stays out. */
export function toGivenRow(row: StaffTaskRow, now: Date, sessionOn: LocalDate | null = null): TaskRowView {
  return toTaskRow({ ...row, too_hard_at: null, risk_raised: false, noticed: false }, now, sessionOn);
}

/** Nothing is late that was put aside or rests in the week of a disclosure session. */
function shownLateness(lateness: Lateness, apart: boolean): TaskRowView['lateness'] {
  return lateness === 'pending' || apart ? 'open' : lateness;
}

export function toSaved(version: number, savedAt: Date, state: TaskState): SavedView {
  return { version, savedAt: savedAt.toISOString(), state };
}

/** Field names and rule codes; never what was written. */
export function answersInvalid(problems: readonly FieldProblem[]): AppError {
  return new AppError('homework_answers_invalid', {
    fields: problems.map(({ key, code }) => ({ field: key, code })),
  });
}
