import {
  asCoupleId,
  asStaffId,
  decide,
  type BreakGlass,
  type ClinicId,
  type Permission,
  type StaffActor,
} from '@trellis/domain';
import type { ActorRole } from '../platform/context/request-context.js';
import type { CaseRow } from './case-access.repository.js';

/** Doors of reading. An emergency reading goes through these and writes nothing. */
const readings: readonly Permission[] = [
  'couples.read',
  'homework.read',
  'predictors.read',
  'disclosure.read',
  'progress_notes.read',
];

/** The live emergency reading that was found beside a couple, in the form of the domain. */
export function glassOf(
  found: Pick<CaseRow, 'id' | 'glass_opened_at'>,
  opener: { readonly clinicId: ClinicId; readonly staffId: string },
): BreakGlass | null {
  if (found.glass_opened_at === null) return null;
  return {
    openedBy: asStaffId(opener.staffId),
    clinicId: opener.clinicId,
    coupleId: asCoupleId(found.id),
    openedAt: found.glass_opened_at,
    endedAt: null,
    ownerMayKnow: null,
  };
}

/** Whether the emergency reading opens the couple for an act, as `decide` says for somebody without any assignment. */
export function opensByGlass(action: Permission, glass: BreakGlass, role: ActorRole, now: Date): boolean {
  if ((role !== 'therapist' && role !== 'supervisor') || !readings.includes(action)) return false;
  const { clinicId, coupleId, openedBy: staffId } = glass;
  const actor: StaffActor = {
    ...{ kind: 'staff', staffId, clinicId, roles: [role] },
    ...{ assignments: [], breakGlass: glass, stepUpAt: null },
  };
  const decision = decide(actor, 'read', { kind: 'couple', clinicId, coupleId }, now);
  return decision.allow && decision.reason === 'break_glass';
}
