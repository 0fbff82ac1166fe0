import {
  bareSnapshot,
  type Actor,
  type ActorRole,
  type Compartment,
  type DisclosureSnapshot,
} from '@trellis/domain';
import type { CaseGrant } from '../access/case-access.js';
import type { DisclosureFacts } from './disclosure.repository.js';

const roleOfSide: Readonly<Record<Compartment, ActorRole>> = { RP: 'T_RP', BP: 'T_BP', JOINT: 'T_C' };

/**
 * The facts on which the domain decides. What no feature records yet is null or absent, and the guard that needs it
 * refuses; nothing is taken for met.
 */
export function snapshotOf(grant: CaseGrant, facts: DisclosureFacts): DisclosureSnapshot {
  return {
    ...bareSnapshot(facts.process?.state ?? 'NOT_STARTED', grant.timeZone),
    leadId: facts.leadId,
    enrolled: bySide(facts, 'enrolled'),
    policySignedBy: bySide(facts, 'policySigned'),
    coupleTherapistAssigned: facts.coupleTherapistAssigned,
  };
}

/** In which capacities the asker acts: by the sides they hold, as lead, or as an admin. */
export function actorOf(id: string, grant: CaseGrant, facts: DisclosureFacts, isAdmin: boolean): Actor {
  if (isAdmin) return { id, roles: ['ADMIN'] };
  const sides = grant.mySides.map((side) => roleOfSide[side]);
  return { id, roles: facts.iLead ? [...sides, 'LEAD'] : sides };
}

/** A side counts when it has a person and everyone on it fulfils the fact. */
function bySide(
  facts: DisclosureFacts,
  fact: 'enrolled' | 'policySigned',
): Readonly<Record<'RP' | 'BP', boolean>> {
  const holds = (side: 'RP' | 'BP'): boolean => {
    const people = facts.people.filter((person) => person.side === side);
    return people.length > 0 && people.every((person) => person[fact]);
  };
  return { RP: holds('RP'), BP: holds('BP') };
}
