import { ok, refuse, type Result } from '../shared/result.js';

export const taskStates = ['assigned', 'opened', 'draft', 'submitted', 'reviewed', 'skipped'] as const;
export type TaskState = (typeof taskStates)[number];

/**
 * 'not_this_week' and 'too_hard' put a task away; neither counts against anyone (HW-08). 'revise' hands in a new
 * revision of what was handed in before, to be read again (HW-73).
 */
export const taskEvents = [
  'open',
  'save_draft',
  'submit',
  'review',
  'not_this_week',
  'too_hard',
  'take_up_again',
  'revise',
] as const;
export type TaskEvent = (typeof taskEvents)[number];

/** `tooHard` is told to the author's own therapist; `hasDraft` decides where a task comes back to. */
export type TaskProgress = Readonly<{ state: TaskState; tooHard: boolean; hasDraft: boolean }>;

const allowed: Readonly<Record<TaskEvent, readonly TaskState[]>> = {
  open: ['assigned', 'opened', 'draft'],
  save_draft: ['assigned', 'opened', 'draft'],
  submit: ['assigned', 'opened', 'draft'],
  review: ['submitted'],
  not_this_week: ['assigned', 'opened', 'draft'],
  too_hard: ['assigned', 'opened', 'draft'],
  take_up_again: ['skipped'],
  revise: ['submitted', 'reviewed'],
};

/** True while the author may write: not handed in, and not put away. */
export function isOpenTask(state: TaskState): boolean {
  return allowed.save_draft.includes(state);
}

/** True for what its author has handed in: it can be answered, asked for once more, and changed (HW-74). */
export function isHandedIn(state: TaskState): boolean {
  return allowed.revise.includes(state);
}

/** True for what can be marked as talked about in a session: handed in and read before (HW-74). */
export function mayTalkAbout(state: TaskState): boolean {
  return isHandedIn(state) && !allowed.review.includes(state);
}

export type TaskRefusal = Readonly<{ event: TaskEvent; from: TaskState; allowedFrom: readonly TaskState[] }>;

/** The task after the event, or the states from which the event would be allowed. What was written stays. */
export function nextTask(task: TaskProgress, event: TaskEvent): Result<TaskProgress, TaskRefusal> {
  if (!allowed[event].includes(task.state)) {
    return refuse({ event, from: task.state, allowedFrom: allowed[event] });
  }
  switch (event) {
    case 'open':
      return ok({ ...task, state: task.state === 'draft' ? 'draft' : 'opened' });
    case 'save_draft':
      return ok({ ...task, state: 'draft', hasDraft: true });
    case 'submit':
    case 'revise':
      return ok({ ...task, state: 'submitted' });
    case 'review':
      return ok({ ...task, state: 'reviewed' });
    case 'not_this_week':
      return ok({ ...task, state: 'skipped' });
    case 'too_hard':
      return ok({ ...task, state: 'skipped', tooHard: true });
    case 'take_up_again':
      return ok({ ...task, state: task.hasDraft ? 'draft' : 'opened' });
  }
}
