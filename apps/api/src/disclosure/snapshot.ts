import {
  bareSession,
  bareSnapshot,
  type Actor,
  type Compartment,
  type DisclosureSnapshot,
  type RecordReader,
} from '@trellis/domain';
import type { CaseGrant } from '../access/case-access.js';
import type { DisclosureFacts } from './disclosure.repository.js';

const roleOfSide = { RP: 'T_RP', BP: 'T_BP', JOINT: 'T_C' } as const satisfies Record<
  Compartment,
  RecordReader
>;

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
    policy: facts.policy,
    singleClinician: holdsBothSides(facts.team),
    coupleTherapistAssigned: facts.team.some(({ side }) => side === 'JOINT'),
    session: facts.process === null ? null : { ...bareSession, startsAt: dateOf(facts.process.sessionAt) },
    lastEventAt: dateOf(facts.lastEventAt),
  };
}

/** Whether one clinician holds both sides; null while a side has nobody. */
function holdsBothSides(team: DisclosureFacts['team']): boolean | null {
  const [rp, bp] = (['RP', 'BP'] as const).map((side) => team.filter((one) => one.side === side));
  if (!rp?.length || !bp?.length) return null;
  return rp.some(({ staffId }) => bp.some((other) => other.staffId === staffId));
}

function dateOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

/** The readers as whom the asker sees a record: one for each side they hold; without a side they are an admin. */
export function readersOf(grant: CaseGrant): readonly [RecordReader, ...RecordReader[]] {
  const [first, ...rest] = grant.mySides.map((side) => roleOfSide[side]);
  return first === undefined ? ['ADMIN'] : [first, ...rest];
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
