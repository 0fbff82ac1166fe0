import type { Surface } from '../context/request-context.js';

/**
 * What was proved: `password` is half of a staff sign-in, `enrolment` an opened invitation, `adding` a code that another
 * device of the same person showed, `pin` a device with its PIN, and `full` a real factor.
 */
export type SessionLevel = 'password' | 'enrolment' | 'adding' | 'pin' | 'full';

/** A session as found by its cookie and still valid by database time. */
export interface LiveSession {
  readonly idHash: Buffer;
  readonly clinicId: string;
  readonly surface: Surface;
  readonly subjectId: string;
  readonly role: 'therapist' | 'supervisor' | 'clinic_admin' | 'owner' | 'client';
  readonly level: SessionLevel;
  readonly csrfToken: string;
  readonly stepUpAt: Date | null;
  /** True within five minutes of the last second factor, by database time. */
  readonly steppedUp: boolean;
  /** Seconds without activity after which the session locks, or ends where it cannot lock. */
  readonly idleSeconds: number;
  /** True for a session that was idle too long to go on without the PIN, and not long enough to have ended. */
  readonly locked: boolean;
  readonly endsAt: Date;
}

/** Names of the session cookies; the prefix makes browsers refuse them without Secure, with Domain or another path. */
export const sessionCookies = { clinic: '__Host-staff', home: '__Host-client' } as const;
