import { asStaffId, type StaffActor } from '@trellis/domain';
import type { CaseGrant } from '../access/case-access.js';
import { currentActor } from '../platform/context/request-context.js';

/** The asking member of staff with the sides they hold at `now`, for `decide`. The guard has asked for the factor. */
export function staffActor(grant: CaseGrant, now: Date): StaffActor {
  const { id, role } = currentActor();
  return {
    kind: 'staff',
    staffId: asStaffId(id),
    clinicId: grant.clinicId,
    roles: role === 'client' || role === 'system' ? [] : [role],
    assignments: grant.mySides.map((side) => ({ coupleId: grant.coupleId, side, from: now, to: null })),
    breakGlass: null,
    stepUpAt: now,
  };
}
