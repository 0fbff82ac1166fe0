import type { Session } from '../core/session/session';

/** Whoever adds a couple cares for one of its sides, so only therapists are offered it. */
export function mayAddCouple(session: Session): boolean {
  return session.may('couples.create') && session.staff()?.role === 'therapist';
}
