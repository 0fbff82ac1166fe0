import type { CoupleId, PersonId, StaffId } from '../shared/ids.js';
import type { Compartment, Privacy, StaffRole } from './roles.js';

export type StaffViewer = Readonly<{
  kind: 'staff';
  staffId: StaffId;
  roles: readonly StaffRole[];
  /** Only assignments that are active at the time of asking. */
  assignments: readonly Readonly<{ coupleId: CoupleId; side: Compartment }>[];
}>;
export type PersonViewer = Readonly<{ kind: 'person'; personId: PersonId; coupleId: CoupleId }>;
export type Viewer = StaffViewer | PersonViewer;

/** A release counts for one revision only; an edit afterwards makes a new one that nobody was given. */
export type Release = Readonly<{
  state: 'draft' | 'ready' | 'released' | 'revoked';
  revision: number;
  approvedByTherapist: boolean;
  people: readonly PersonId[];
  staff: readonly StaffId[];
}>;

export type Artefact = Readonly<{
  coupleId: CoupleId;
  ownerId: PersonId | StaffId;
  compartment: Compartment;
  privacy: Privacy;
  revision: number;
  /** Joint work opens for both when both halves are in. */
  revealed: boolean;
  release: Release | null;
  coSignBy: readonly StaffId[];
}>;

/** 'words' is everything; 'status' is dates and done or not done; 'nothing' must look like no such thing. */
export type Sight = 'words' | 'status' | 'nothing';

/** What the viewer may see of the artefact, by decisions 1 to 4 (ACCESS-03). Denies by default. */
export function canSee(viewer: Viewer, artefact: Artefact): Sight {
  return viewer.kind === 'person' ? personSees(viewer, artefact) : staffSees(viewer, artefact);
}

function personSees(viewer: PersonViewer, artefact: Artefact): Sight {
  if (viewer.coupleId !== artefact.coupleId) return 'nothing';
  if (artefact.ownerId === viewer.personId) return 'words';
  if (artefact.privacy === 'P4')
    return artefact.compartment === 'JOINT' && artefact.revealed ? 'words' : 'nothing';
  if (artefact.privacy !== 'P3') return 'nothing';
  const live = liveRelease(artefact);
  return live?.approvedByTherapist && live.people.includes(viewer.personId) ? 'words' : 'nothing';
}

/** Co-signing opens one item to a supervisor; an admin has no path to words (ACCESS-04). */
function staffSees(viewer: StaffViewer, artefact: Artefact): Sight {
  if (artefact.ownerId === viewer.staffId) return 'words';
  if (
    artefact.privacy !== 'P0' &&
    viewer.roles.includes('supervisor') &&
    artefact.coSignBy.includes(viewer.staffId)
  ) {
    return 'words';
  }
  if (!viewer.roles.includes('therapist')) return 'nothing';
  const sides = viewer.assignments.filter((a) => a.coupleId === artefact.coupleId).map((a) => a.side);
  if (sides.length === 0) return 'nothing';
  if (artefact.privacy === 'P0') return sides.includes(artefact.compartment) ? 'status' : 'nothing';
  const { compartment, privacy, revealed } = artefact;
  if (compartment === 'JOINT') return revealed ? 'words' : 'status';
  if (privacy === 'P4' && !revealed) return 'status';
  if (sides.includes(compartment)) return 'words';
  return opensByRelease(privacy) && liveRelease(artefact)?.staff.includes(viewer.staffId)
    ? 'words'
    : 'status';
}

/** P0 and P1 stay where they are, and P4 opens by the reveal alone (ACCESS-02). */
function opensByRelease(privacy: Privacy): boolean {
  return privacy === 'P2' || privacy === 'P3';
}

function liveRelease(artefact: Artefact): Release | null {
  const { release } = artefact;
  return release?.state === 'released' && release.revision === artefact.revision ? release : null;
}
