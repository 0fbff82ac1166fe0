import type { ClinicId, CoupleId, PersonId, StaffId } from '../shared/ids.js';
import type { BreakGlass } from './break-glass.js';
import type { Viewer } from './can-see.js';
import { compartments, type Compartment, type StaffRole } from './roles.js';
import type { SupportGrant } from './support-grant.js';

/** A row of the care team. It holds from `from` on and no longer at `to`; null has no end (ACCESS-09). */
export type CareAssignment = Readonly<{
  coupleId: CoupleId;
  side: Compartment;
  from: Date;
  to: Date | null;
  /** The couple's lead therapist holds one assignment with this mark. */
  lead?: boolean;
}>;

export type StaffActor = Readonly<{
  kind: 'staff';
  staffId: StaffId;
  clinicId: ClinicId;
  roles: readonly StaffRole[];
  /** All of them, past and future ones too. */
  assignments: readonly CareAssignment[];
  breakGlass: BreakGlass | null;
  /** When the second factor was last given; null when it was not. */
  stepUpAt: Date | null;
}>;
export type ClientActor = Readonly<{
  kind: 'client';
  personId: PersonId;
  clinicId: ClinicId;
  coupleId: CoupleId;
  /** A PIN opens what is one's own and nothing that the partner gave. */
  signedInWith: 'pin' | 'factor';
  stepUpAt: Date | null;
}>;
/** Operates the machine and belongs to no care team. */
export type SupportActor = Readonly<{
  kind: 'support';
  operatorId: string;
  clinicId: ClinicId;
  grant: SupportGrant | null;
}>;
export type AccessActor = StaffActor | ClientActor | SupportActor;

/**
 * The sides on which a therapist is assigned now, in the order of the compartments; none without that role
 * (ACCESS-09).
 */
export function activeSides(actor: AccessActor, coupleId: CoupleId, now: Date): readonly Compartment[] {
  if (actor.kind !== 'staff' || !actor.roles.includes('therapist')) return [];
  const mine = actor.assignments.filter((row) => row.coupleId === coupleId && isActive(row, now));
  return compartments.filter((side) => mine.some((row) => row.side === side));
}

/** Whether a therapist leads the couple now (ACCESS-37). */
export function leads(actor: StaffActor, coupleId: CoupleId, now: Date): boolean {
  if (!actor.roles.includes('therapist')) return false;
  return actor.assignments.some(
    (row) => row.coupleId === coupleId && row.lead === true && isActive(row, now),
  );
}

/** Whether an assignment holds at the moment: `from` included, `to` not (ACCESS-09). */
export function isActive({ from, to }: Pick<CareAssignment, 'from' | 'to'>, now: Date): boolean {
  return from <= now && (to === null || now < to);
}

/** Whether the actor runs the clinic's office: admin or owner. */
export function isOffice(actor: AccessActor): actor is StaffActor {
  return actor.kind === 'staff' && (actor.roles.includes('clinic_admin') || actor.roles.includes('owner'));
}

/** The actor in the form that `canSee` asks for, with the assignments that are active now. */
export function viewerOf(actor: StaffActor | ClientActor, coupleId: CoupleId, now: Date): Viewer {
  if (actor.kind === 'client') return { kind: 'person', personId: actor.personId, coupleId: actor.coupleId };
  const assignments = activeSides(actor, coupleId, now).map((side) => ({ coupleId, side }));
  return { kind: 'staff', staffId: actor.staffId, roles: actor.roles, assignments };
}
