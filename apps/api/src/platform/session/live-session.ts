import type { Surface } from '../context/request-context.js';

export type SessionLevel = 'password' | 'enrolment' | 'full';

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
  readonly idleSeconds: number;
  readonly endsAt: Date;
}

/** Names of the session cookies; the prefix makes browsers refuse them without Secure, with Domain or another path. */
export const sessionCookies = { clinic: '__Host-staff', home: '__Host-client' } as const;
