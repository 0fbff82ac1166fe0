import type { Compartment } from '../access/roles.js';
import type {
  Actor,
  ActorRole,
  DisclosureEvent,
  DisclosureRequest,
  HoldReason,
  WaiverReason,
} from './events.js';
import type { GuardQuestion } from './guard.js';
import type { TableGuardId } from './guards.js';
import type { DisclosureState } from './states.js';
import type { Transition } from './transition-table.js';

/** Why row 12 led back. It lies in the recovering person's compartment. */
export type FallBackReason = 'slip' | 'new_material' | 'readiness_ended';
export type ReasonClass = HoldReason | WaiverReason | FallBackReason;

/**
 * What is written down of a step that was taken (FTD-11): who, in which role, from where to where, the guards that were
 * asked and content, the versions of the texts it rests on, the moment in UTC with the zone of the couple, and the class
 * of a reason with the compartment in which it lies. There is no field for words that a person wrote.
 */
export type TransitionRecord = Readonly<{
  actorId: string;
  role: ActorRole;
  coSigner: string | null;
  from: DisclosureState;
  to: DisclosureState;
  row: number;
  event: DisclosureEvent;
  guardSnapshot: Readonly<Partial<Record<TableGuardId, 'met'>>>;
  versions: Readonly<{ consentRP: string | null; consentBP: string | null; draft: number | null }>;
  at: Date;
  zone: string;
  reasonClass: ReasonClass | null;
  reasonSide: Compartment | null;
}>;

/** The record of one step. `line` is the line of the table that allowed it. */
export function recordOf(
  line: Transition,
  to: DisclosureState,
  { snapshot, request, actor, now }: GuardQuestion,
): TransitionRecord {
  const role = roleOf(line, actor);
  const reasonClass = reasonOf(request);
  const { RP, BP } = snapshot.consents;
  return {
    actorId: actor.id,
    role,
    coSigner: request.coSigner ?? null,
    from: snapshot.state,
    to,
    row: line.row,
    event: line.event,
    guardSnapshot: Object.fromEntries(line.guards.map((id) => [id, 'met'])),
    versions: {
      consentRP: RP?.textVersion ?? null,
      consentBP: BP?.textVersion ?? null,
      draft: request.draftVersion ?? snapshot.drafts?.version ?? null,
    },
    at: now,
    zone: snapshot.zone,
    reasonClass,
    reasonSide: reasonClass === null || unsided(request, role) ? null : reasonSideOf(request, actor),
  };
}

const fallBacks: Readonly<Partial<Record<DisclosureEvent, FallBackReason>>> = {
  slip_logged: 'slip',
  new_material: 'new_material',
  readiness_expired: 'readiness_ended',
};
const withHoldReason: readonly DisclosureEvent[] = ['hold', 'no_go_postpone', 'no_go_hold'];

function reasonOf({ event, holdReason, waiverReason }: DisclosureRequest): ReasonClass | null {
  if (event === 'waive') return waiverReason ?? null;
  if (withHoldReason.includes(event)) return holdReason ?? null;
  return fallBacks[event] ?? null;
}

/**
 * The compartment of the side that flags. One clinician of both sides must say which side it is, and so must the
 * system; what nobody says lies in the joint compartment. A waiver is joint; row 12 lies with the recovering person.
 */
export function reasonSideOf({ event, side }: DisclosureRequest, { roles }: Actor): Compartment {
  if (fallBacks[event] !== undefined) return 'RP';
  if (event === 'waive') return 'JOINT';
  const rp = roles.includes('RP') || roles.includes('T_RP');
  const bp = roles.includes('BP') || roles.includes('T_BP');
  const mayChoose = rp === bp;
  if (mayChoose && side !== undefined) return side;
  return mayChoose ? 'JOINT' : rp ? 'RP' : 'BP';
}

/** The system paused and nobody said for whose sake: the class is shown to no one rather than to both sides. */
function unsided({ event, side }: DisclosureRequest, role: ActorRole): boolean {
  return role === 'SYSTEM' && event === 'hold' && side === undefined;
}

function roleOf({ who }: Transition, { roles }: Actor): ActorRole {
  const role = who.find((allowed) => roles.includes(allowed));
  if (role === undefined) throw new Error('A step was recorded for someone who may not take it');
  return role;
}
