import type { Compartment } from '../access/roles.js';
import type { ActorRole, DisclosureEvent } from './events.js';
import { stateForAdmin, type DisclosureState } from './states.js';
import type { ReasonClass, TransitionRecord } from './transition-record.js';

export const recordReaders = ['RP', 'BP', 'T_RP', 'T_BP', 'T_C', 'ADMIN'] as const;
/** Who reads. The lead reads in the therapist roles that they hold. */
export type RecordReader = (typeof recordReaders)[number];

/** Events under which a reason is hidden. The same word stands for each event of a kind. */
export type ShownEvent = DisclosureEvent | 'back_to_preparing' | 'paused' | 'continued';

export type ShownRecord = Readonly<{
  event: ShownEvent;
  from: DisclosureState | 'PAUSED';
  to: DisclosureState | 'PAUSED';
  at: Date;
  zone: string;
  actorId: string | null;
  role: ActorRole | null;
  reasonClass: ReasonClass | null;
}>;

const fallBacks: readonly DisclosureEvent[] = ['slip_logged', 'new_material', 'readiness_expired'];
const pauses: readonly DisclosureEvent[] = ['hold', 'no_go_hold', 'no_go_postpone', 'pause'];
const continued: readonly DisclosureEvent[] = ['resume', 'continue_session'];
/** Steps of which the other side is not told whose they were. */
const private_: readonly DisclosureEvent[] = [...fallBacks, ...pauses, 'decline', 'stop', 'waive', 'resume'];
const compartmentOf = { RP: 'RP', BP: 'BP', T_RP: 'RP', T_BP: 'BP', T_C: 'JOINT', ADMIN: null } as const;

/**
 * A record as one reader may see it (FTD-12). The class of a reason stays in the compartment of the side that flagged;
 * a joint one is for therapists. A client is never shown the class "safety", which someone else might read on their
 * screen. Why row 12 led back is seen on the recovering person's side only. An admin sees dates and states; every
 * pause reads alike.
 */
export function recordShownTo(record: TransitionRecord, reader: RecordReader): ShownRecord {
  const admin = reader === 'ADMIN';
  const named = !private_.includes(record.event) || (!admin && ownStep(record, reader));
  return {
    event: eventFor(record, reader),
    from: admin ? stateForAdmin(record.from) : record.from,
    to: admin ? stateForAdmin(record.to) : record.to,
    at: record.at,
    zone: record.zone,
    actorId: named ? record.actorId : null,
    role: named ? record.role : null,
    reasonClass: reasonFor(record, reader),
  };
}

/**
 * The record for someone with several roles: the widest of what each of them shows, of two as wide the first. Nobody is
 * shown less than an admin.
 */
export function recordShownToAny(record: TransitionRecord, readers: readonly RecordReader[]): ShownRecord {
  return readers
    .map((reader) => recordShownTo(record, reader))
    .reduce(
      (widest, shown) => (openness(shown) > openness(widest) ? shown : widest),
      recordShownTo(record, 'ADMIN'),
    );
}

function openness({ reasonClass, actorId, from, to }: ShownRecord): number {
  const masked = from === 'PAUSED' || to === 'PAUSED';
  return (reasonClass === null ? 0 : 4) + (actorId === null ? 0 : 2) + (masked ? 0 : 1);
}

function reasonFor({ reasonClass, reasonSide }: TransitionRecord, reader: RecordReader): ReasonClass | null {
  if (reader === 'ADMIN') return null;
  const client = reader === 'RP' || reader === 'BP';
  if (client) return reasonSide === reader && reasonClass !== 'safety' ? reasonClass : null;
  return reasonSide === 'JOINT' || compartmentOf[reader] === reasonSide ? reasonClass : null;
}

function eventFor({ event, reasonSide }: TransitionRecord, reader: RecordReader): ShownEvent {
  // Where no side is on record nobody is shown the cause, and an admin never is.
  if (fallBacks.includes(event))
    return reasonSide !== null && compartmentOf[reader] === reasonSide ? event : 'back_to_preparing';
  if (reader === 'ADMIN') return adminEvent(event);
  return pauses.includes(event) && !isTherapist(reader) ? 'paused' : event;
}

function adminEvent(event: DisclosureEvent): ShownEvent {
  if (pauses.includes(event)) return 'paused';
  return continued.includes(event) ? 'continued' : event;
}

function ownStep({ role, event }: TransitionRecord, reader: RecordReader): boolean {
  if (fallBacks.includes(event)) return compartmentOf[reader] === 'RP';
  return isTherapist(reader) || sideOfRole[role] === reader;
}

const sideOfRole: Readonly<Partial<Record<ActorRole, Compartment>>> = {
  RP: 'RP',
  T_RP: 'RP',
  BP: 'BP',
  T_BP: 'BP',
};

function isTherapist(reader: RecordReader): boolean {
  return reader === 'T_RP' || reader === 'T_BP' || reader === 'T_C';
}
