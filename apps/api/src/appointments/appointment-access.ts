import { worksWith, type Compartment } from '@trellis/domain';
import type { CaseGrant } from '../access/case-access.js';
import { currentActor } from '../platform/context/request-context.js';
import { AppError } from '../platform/http/app-error.js';

const allSides = ['RP', 'BP', 'JOINT'] as const;

/** Whether the asker is of the office, which arranges the hours of everybody. */
export function isOffice(): boolean {
  const { role } = currentActor();
  return role === 'clinic_admin' || role === 'owner';
}

/** Sides whose sessions the asker works with; the office with all of them (APPT-02). */
export function sidesOf(grant: Pick<CaseGrant, 'mySides'>): Compartment[] {
  return allSides.filter((side) => isOffice() || worksWith(grant.mySides, side));
}

/** A wish that cannot be fulfilled, with the rule that it meets. */
export function refusedWish(why: string): AppError {
  return new AppError('appointment_refused', { why });
}
