import type { DisclosureView, UnmetGateView } from '@trellis/contracts';
import {
  eventsFor,
  nextState,
  refusalFor,
  type Actor,
  type Compartment,
  type DisclosureEvent,
  type GuardId,
} from '@trellis/domain';
import { fixedByOffice } from './acting.js';
import type { Standing } from './standing.js';

/** Gaps that the form of the act itself closes. */
const ofTheForm: readonly GuardId[] = [
  'hold_reason',
  'waiver_reason',
  'session_date_given',
  'date_within_readiness',
  'calendar_clear',
  'slip_distance',
  'latest_draft_open',
];
/** Steps that are taken in the areas around the process, where what they speak of is seen. */
const elsewhere: readonly DisclosureEvent[] = ['request_changes', 'approve_section'];

/** What somebody may ask for in the state of the process, each with every gap they may know of. */
export function openActs(
  standing: Standing,
  actor: Actor,
  mySides: readonly Compartment[],
  now: Date,
): DisclosureView['acts'] {
  const events = eventsFor(standing.snapshot.state, actor.roles).filter(
    (event) => !elsewhere.includes(event),
  );
  return events.map((event) => ({ event, gates: gatesOf(standing, event, actor, mySides, now) }));
}

function gatesOf(
  standing: Standing,
  event: DisclosureEvent,
  actor: Actor,
  mySides: readonly Compartment[],
  now: Date,
): UnmetGateView[] {
  const asked = nextState(standing.snapshot, fixedByOffice(standing, { event }, actor.id), actor, now);
  if (asked.ok) return [];
  return refusalFor(asked.refusal, mySides)
    .unmet.filter(({ guardId }) => !ofTheForm.includes(guardId))
    .map(({ guardId, item, rule, side, actors, evidence }) => ({
      ...{ guardId, item, rule, side, evidence },
      actors: [...actors],
    }));
}
