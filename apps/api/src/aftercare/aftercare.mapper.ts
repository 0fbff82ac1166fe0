import type {
  AftercareAlertView,
  AftercareAnswerFactsView,
  AftercareTaskView,
  CorrectionView,
  OwnAftercareTaskView,
  OwnCorrectionView,
} from '@trellis/contracts';
import { aftercarePlan, correctionDeadlines, correctionStanding, type Addendum } from '@trellis/domain';
import type { AlertRow, ContactRow, TaskRow } from './aftercare.repository.js';
import { aftercareTerms } from './aftercare-settings.js';
import type { AnswerFacts } from './answer.repository.js';
import { doneAt, isLate } from './contacts.js';
import type { CorrectionRow } from './correction.repository.js';

interface Around {
  readonly contacts: readonly ContactRow[];
  readonly answers: readonly AnswerFacts[];
  readonly now: Date;
  readonly timeZone: string;
}

/** A task for a therapist of its side. */
export function toTask(task: TaskRow, { contacts, answers, now, timeZone }: Around): AftercareTaskView {
  const done = doneAt(task, contacts);
  const answer = answers.find((one) => one.task_id === task.id);
  return {
    id: task.id,
    item: task.item,
    recipient: task.recipient,
    side: task.side,
    dueAt: task.due_at?.toISOString() ?? null,
    dueOn: task.due_on,
    doneAt: done?.toISOString() ?? null,
    standing: done !== null ? 'done' : isLate(task, now, timeZone) ? 'late' : 'open',
    answer: answer === undefined ? null : toAnswer(answer),
    version: task.version,
  };
}

export function toAnswer(row: AnswerFacts): AftercareAnswerFactsView {
  return {
    id: row.id,
    at: row.answered_at.toISOString(),
    tap: row.tap,
    risk: row.risk,
    hasWords: row.has_words,
  };
}

/** Checks with questions; every other task of a person is one button. */
const forms: ReadonlySet<string> = new Set([
  'h24.BP.check',
  'h24.RP.check',
  'h24.RP.shame',
  'h72.BP.symptoms',
]);

export function isForm(item: string): boolean {
  return forms.has(item);
}

export function asksRisk(item: string): boolean {
  return aftercarePlan.find(({ id }) => id === item)?.asksRisk === true;
}

/** A card of the person's own; whether it is late is no word for them. */
export function toOwnTask(task: TaskRow): OwnAftercareTaskView {
  return {
    id: task.id,
    item: task.item,
    dueAt: task.due_at?.toISOString() ?? null,
    dueOn: task.due_on,
    doneAt: task.done_at?.toISOString() ?? null,
    asksRisk: asksRisk(task.item),
    form: isForm(task.item),
  };
}

export function toAlert(row: AlertRow): AftercareAlertView {
  return {
    id: row.id,
    side: row.side,
    kind: row.kind,
    raisedAt: row.raised_at.toISOString(),
    acknowledgedAt: row.acknowledged_at?.toISOString() ?? null,
  };
}

export function addendumOf(row: CorrectionRow): Addendum {
  return { recalledAt: row.recalled_at, toldTherapistAt: row.told_at, metAt: row.met_at };
}

export function toCorrection(row: CorrectionRow, now: Date, timeZone: string): CorrectionView {
  const addendum = addendumOf(row);
  const { tellTherapistBy, meetBy } = correctionDeadlines(addendum, timeZone, aftercareTerms);
  return {
    ...toOwnCorrection(row, timeZone),
    reviewedAt: row.reviewed_at?.toISOString() ?? null,
    tellBy: tellTherapistBy.toISOString(),
    meetBy,
    ...correctionStanding(addendum, now, timeZone, aftercareTerms),
    notes: row.notes,
    version: row.version,
  };
}

export function toOwnCorrection(row: CorrectionRow, timeZone: string): OwnCorrectionView {
  const { tellTherapistBy } = correctionDeadlines(addendumOf(row), timeZone, aftercareTerms);
  return {
    id: row.id,
    recalledAt: row.recalled_at.toISOString(),
    toldAt: row.told_at?.toISOString() ?? null,
    metAt: row.met_at?.toISOString() ?? null,
    tellBy: tellTherapistBy.toISOString(),
  };
}
