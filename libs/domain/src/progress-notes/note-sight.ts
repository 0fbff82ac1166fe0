import { canSee, type StaffViewer } from '../access/can-see.js';
import type { Compartment } from '../access/roles.js';
import type { CoupleId } from '../shared/ids.js';
import type { NoteHands } from './note-act.js';

/** A note with the record it belongs to: one person's side, or that of both. */
export type NoteOfRecord = NoteHands & Readonly<{ coupleId: CoupleId; side: Compartment }>;

/**
 * Whether a member of staff reads a progress note; to everybody else there is none (NOTE-05, by ACCESS-03 and
 * ACCESS-04). Signed, it is for the therapists of its side, one of both for every active therapist. Before that it is
 * its author's, while they care for that side, and waiting the colleague's who was asked.
 */
export function readsNote(viewer: StaffViewer, note: NoteOfRecord): boolean {
  const { authorId, coSignerId, coupleId, side, state } = note;
  // Whoever left the side left its record too, what they wrote themselves included.
  if (viewer.staffId === authorId) return viewer.roles.includes('therapist') && cares(viewer, note);
  const isAsked = viewer.staffId === coSignerId && (state === 'waiting' || state === 'signed');
  if (state !== 'signed' && !isAsked) return false;
  const of = { coupleId, ownerId: authorId, compartment: side, privacy: 'P1', revision: 1 } as const;
  const coSignBy = isAsked ? [viewer.staffId] : [];
  return canSee(viewer, { ...of, revealed: true, release: null, coSignBy }) === 'words';
}

function cares({ assignments }: StaffViewer, { coupleId, side }: NoteOfRecord): boolean {
  return assignments.some((one) => one.coupleId === coupleId && (side === 'JOINT' || one.side === side));
}

/**
 * Who may be asked to sign after the author (NOTE-03): a supervisor, or a therapist who reads the record anyway. Never
 * somebody who cares for the other side alone, since they would read it.
 */
export function mayCoSign(
  colleague: Readonly<{ isSupervisor: boolean; sides: readonly Compartment[] }>,
  side: Compartment,
): boolean {
  if (colleague.isSupervisor) return true;
  return side === 'JOINT' ? colleague.sides.length > 0 : colleague.sides.includes(side);
}
