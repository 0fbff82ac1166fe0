import type { LiveSession, SessionLevel } from './live-session.js';

/** How long a session lasts, in seconds: without activity, and at all. */
export interface SessionLimits {
  readonly idleSeconds: number;
  readonly wholeSeconds: number;
}

const minute = 60;
const hour = 60 * minute;

/** How long after a second factor a sensitive act needs no new one. */
export const stepUpSeconds = 5 * minute;

/** Activity is written down at most this often, so that a page of requests costs one update. */
export const touchSeconds = 30;

/** A device with a PIN asks for it again after this long without activity. */
export const pinLockSeconds = 5 * minute;

const wholeHours: Readonly<Record<LiveSession['role'], number>> = {
  client: 24,
  therapist: 12,
  supervisor: 12,
  clinic_admin: 8,
  owner: 8,
};

/** The limits of a session by role and level; half-open sessions last only as long as the step they are for. */
export function limitsOf(role: LiveSession['role'], level: SessionLevel): SessionLimits {
  if (level === 'password') return { idleSeconds: 10 * minute, wholeSeconds: 10 * minute };
  if (level === 'enrolment') return { idleSeconds: 15 * minute, wholeSeconds: 15 * minute };
  if (level === 'adding') return { idleSeconds: 10 * minute, wholeSeconds: 10 * minute };
  if (level === 'pin') return { idleSeconds: 30 * minute, wholeSeconds: wholeHours.client * hour };
  return { idleSeconds: 15 * minute, wholeSeconds: wholeHours[role] * hour };
}
