import type { Compartment } from '../access/roles.js';

/** The seven kinds of session (APPT-01). A disclosure is booked by its process alone. */
export const sessionKinds = [
  'intake',
  'individual',
  'couple',
  'review',
  'aftercare',
  'disclosure',
  'team',
] as const;
export type SessionKind = (typeof sessionKinds)[number];

/** Whose session a kind may be: one person's own, or of both. */
const sidesOfKind: Readonly<Record<SessionKind, readonly Compartment[]>> = {
  intake: ['RP', 'BP', 'JOINT'],
  individual: ['RP', 'BP'],
  couple: ['JOINT'],
  review: ['JOINT'],
  aftercare: ['RP', 'BP', 'JOINT'],
  disclosure: ['JOINT'],
  team: ['JOINT'],
};

/** Kinds that are put into the calendar by hand. */
export const bookedKinds = sessionKinds.filter(
  (kind): kind is Exclude<SessionKind, 'disclosure'> => kind !== 'disclosure',
);

/** Whether such a session can be of that side (APPT-01). */
export function kindFits(kind: SessionKind, side: Compartment): boolean {
  return sidesOfKind[kind].includes(side);
}

/** Which of the two people are there: both, one, or none where therapists meet among themselves. */
export function peopleOf(kind: SessionKind, side: Compartment): readonly ('RP' | 'BP')[] {
  if (kind === 'team') return [];
  return side === 'JOINT' ? ['RP', 'BP'] : [side];
}

/** What the office calls a session: how many come, and not what for (APPT-02). */
export function officeKind(kind: SessionKind, side: Compartment): 'individual' | 'couple' | 'team' {
  if (kind === 'team') return 'team';
  return side === 'JOINT' ? 'couple' : 'individual';
}

/** Whether attendance counts for behaviour: not at a disclosure, which has a protocol, nor without the people. */
export function countsForBehaviour(kind: SessionKind): boolean {
  return kind !== 'disclosure' && kind !== 'team';
}
