import { asStaffId, type Viewer } from '@trellis/domain';
import { currentActor } from '../platform/context/request-context.js';
import type { CaseGrant } from './case-access.js';
import type { PersonGrant } from './person-access.js';

/**
 * The asking member of staff on a couple, for the shared rule of who sees what. An emergency reading decides as for a
 * therapist and no other role (ACCESS-27).
 */
export function staffViewer(grant: CaseGrant): Viewer {
  const { id, role: own } = currentActor();
  const role = grant.emergency === null ? own : 'therapist';
  return {
    kind: 'staff',
    staffId: asStaffId(id),
    roles: role === 'client' || role === 'system' ? [] : [role],
    assignments: grant.mySides.map((side) => ({ coupleId: grant.coupleId, side })),
  };
}

/** The asking person, for the same rule. */
export function personViewer(own: PersonGrant): Viewer {
  return { kind: 'person', personId: own.personId, coupleId: own.coupleId };
}
