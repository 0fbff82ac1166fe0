import type { StaffId } from '../shared/ids.js';
import { ok, refuse, type Result } from '../shared/result.js';

/** `waiting`: its author has signed, and a colleague has not yet. `signed` is the end: nothing in it changes (NOTE-02). */
export const noteStates = ['draft', 'waiting', 'returned', 'signed'] as const;
export type NoteState = (typeof noteStates)[number];

/** What is done to a note. `submit` signs it and asks a colleague to sign after. */
export type NoteAct = 'save' | 'remove' | 'sign' | 'submit' | 'return' | 'cosign' | 'amend';

export type NoteHands = Readonly<{ state: NoteState; authorId: StaffId; coSignerId: StaffId | null }>;
export type NoteRefusal = 'not_yours' | 'locked' | 'waits' | 'must_be_cosigned' | 'not_signed';

const byAuthor: readonly NoteAct[] = ['save', 'remove', 'sign', 'submit'];

/**
 * The state of a note after an act by somebody who may see it, or why not (NOTE-02, NOTE-03). What was given back goes
 * to a colleague again; while it waits its author may only ask another one. Amending leaves it as it is (NOTE-04).
 */
export function afterNoteAct(
  note: NoteHands,
  act: NoteAct,
  actorId: StaffId,
): Result<NoteState, NoteRefusal> {
  const { state, authorId, coSignerId } = note;
  if (act === 'amend') return state === 'signed' ? ok(state) : refuse('not_signed');
  if (state === 'signed') return refuse('locked');
  if (byAuthor.includes(act)) return actorId === authorId ? afterAuthor(state, act) : refuse('not_yours');
  if (actorId !== coSignerId || actorId === authorId) return refuse('not_yours');
  if (state !== 'waiting') return refuse('not_signed');
  return ok(act === 'cosign' ? 'signed' : 'returned');
}

function afterAuthor(state: NoteState, act: NoteAct): Result<NoteState, NoteRefusal> {
  if (act === 'submit') return ok('waiting');
  if (state === 'waiting') return refuse('waits');
  if (act === 'save') return ok(state);
  if (state === 'returned') return refuse('must_be_cosigned');
  return ok(act === 'sign' ? 'signed' : 'draft');
}
