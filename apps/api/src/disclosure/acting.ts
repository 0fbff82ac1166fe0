import type {
  Actor,
  Compartment,
  DisclosureEvent,
  DisclosureRequest,
  Permission,
  RecordReader,
} from '@trellis/domain';
import type { Standing } from './standing.js';

const roleOfSide = { RP: 'T_RP', BP: 'T_BP', JOINT: 'T_C' } as const satisfies Record<
  Compartment,
  RecordReader
>;

/** The door of an event: a date is given by the office too, everything else by therapists. */
export function permissionFor(event: DisclosureEvent): Permission {
  return event === 'schedule' ? 'disclosure.schedule' : 'disclosure.transition';
}

/** The readers as whom the asker sees a record: one for each side they hold; without a side they are an admin. */
export function readersOf(sides: readonly Compartment[]): readonly [RecordReader, ...RecordReader[]] {
  const [first, ...rest] = sides.map((side) => roleOfSide[side]);
  return first === undefined ? ['ADMIN'] : [first, ...rest];
}

/** In which capacities the asker acts: by the sides they hold, as lead, or as an admin. */
export function actorOf(
  id: string,
  mySides: readonly Compartment[],
  leadId: string | null,
  isAdmin: boolean,
): Actor {
  if (isAdmin) return { id, roles: ['ADMIN'] };
  const sides = mySides.map((side) => roleOfSide[side]);
  return { id, roles: id === leadId ? [...sides, 'LEAD'] : sides };
}

/**
 * The request with what only the record can say: the lead's order for this very date, and the colleague who signed in
 * their own sign-in.
 */
export function fixedByOffice(
  { order, coSigners }: Standing,
  request: DisclosureRequest,
  askerId: string,
): DisclosureRequest {
  const { coSigner: _claimed, orderedByLead: _said, ...rest } = request;
  const ordered = order !== null && order.sessionAt.getTime() === request.sessionAt?.getTime();
  const second = coSigners.find(({ event, askedBy }) => event === request.event && askedBy === askerId);
  return {
    ...rest,
    ...(ordered ? { orderedByLead: true } : {}),
    ...(ordered && order.recheckAt !== null && rest.recheckAt === undefined
      ? { recheckAt: order.recheckAt }
      : {}),
    ...(second === undefined ? {} : { coSigner: second.coSigner }),
  };
}
