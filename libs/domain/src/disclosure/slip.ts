import type { DisclosureEvent } from './events.js';
import { withoutReadiness } from './evolve.js';
import type { ReadinessMark } from './readiness-item.js';
import type { DisclosureSnapshot } from './snapshot.js';
import { isOnReadiness, type DisclosureState } from './states.js';

/** What must be asked for when a slip is logged: row 12 wherever the process rests on a readiness, else nothing. */
export function eventsOfSlip(state: DisclosureState): readonly DisclosureEvent[] {
  return isOnReadiness(state) ? ['slip_logged'] : [];
}

/** The same for material that was not in the document. */
export function eventsOfNewMaterial(state: DisclosureState): readonly DisclosureEvent[] {
  return isOnReadiness(state) ? ['new_material'] : [];
}

const notMet: ReadinessMark = {
  status: 'not_met',
  markedBy: 'system',
  coSigner: null,
  reasonRecorded: false,
};

/**
 * The facts after a slip in any state (FTD-24): the clock restarts at the latest slip, R3 falls back, and signatures
 * that were given fall with it, also those collected in review or resting behind a pause. The state itself moves by
 * the events of `eventsOfSlip`. `toldByProtocol` is null while nobody knows.
 */
export function withSlip(
  snapshot: DisclosureSnapshot,
  slip: Readonly<{ at: Date; toldByProtocol: boolean | null }>,
): DisclosureSnapshot {
  const earlier = (snapshot.lastSlipAt ?? slip.at) > slip.at;
  // An older slip that comes to light leaves the newer one's clock alone, and is itself one that was not told.
  const clock = earlier ? {} : { lastSlipAt: slip.at, slipTold: slip.toldByProtocol };
  const readiness = { ...snapshot.readiness, R3: notMet };
  return { ...withoutReadiness(snapshot), ...clock, readiness };
}
