import type { Track } from '../access/roles.js';
import type { Result } from '../shared/result.js';
import type { DisclosureRequest } from './events.js';
import { nextState, type Move } from './next-state.js';
import type { Refusal } from './refusal.js';
import type { DisclosureSnapshot } from './snapshot.js';

/** The event of a withdrawal: row 27, which asks no guard and nobody's leave. */
export const withdrawal: DisclosureRequest = { event: 'stop' };

/**
 * One person takes back their consent to disclosure (FTD-28). It holds at once, from every state, during the session,
 * a pause and after the end included. Only a process that is stopped already has nothing left to stop.
 */
export function withdrawConsent(
  snapshot: DisclosureSnapshot,
  track: Track,
  personId: string,
  now: Date,
): Result<Move, Refusal> {
  return nextState(snapshot, withdrawal, { id: personId, roles: [track] }, now);
}
