import type { DisclosureView, UnmetGateView } from '@trellis/contracts';
import {
  itemIsMet,
  readinessItems,
  recordShownToAny,
  stateForAdmin,
  type DisclosureSnapshot,
  type RecordReader,
  type Refusal,
  type TransitionRecord,
} from '@trellis/domain';
import type { ProcessFacts, TakenStep } from './disclosure.repository.js';

/** The process as its reader may see it: a therapist of the care team, or an admin, for whom every pause is alike. */
export function disclosureView(
  process: ProcessFacts | null,
  steps: readonly TakenStep[],
  snapshot: DisclosureSnapshot,
  readers: readonly [RecordReader, ...RecordReader[]],
  now: Date,
): DisclosureView {
  const forAdmin = readers[0] === 'ADMIN';
  return {
    id: process?.id ?? null,
    state: forAdmin ? stateForAdmin(snapshot.state) : snapshot.state,
    version: process?.version ?? 0,
    openedAt: process === null ? null : new Date(process.openedAt).toISOString(),
    sessionAt: process?.sessionAt == null ? null : new Date(process.sessionAt).toISOString(),
    events: steps.map((step) => stepView(step, readers)),
    readiness: forAdmin ? [] : readinessView(snapshot, now),
  };
}

function stepView(
  step: TakenStep,
  readers: readonly [RecordReader, ...RecordReader[]],
): DisclosureView['events'][number] {
  const { event, from, to, at, actorId } = recordShownToAny(recordOf(step), readers);
  return { event, from, to, at: at.toISOString(), byName: actorId === null ? null : step.by_name };
}

/** The record as it was written; a reason that its reader may not know is not in it. */
function recordOf(step: TakenStep): TransitionRecord {
  return {
    actorId: step.actor_id,
    role: step.acting_role,
    coSigner: step.co_signer,
    from: step.from_state,
    to: step.to_state,
    row: step.table_row,
    event: step.event,
    guardSnapshot: Object.fromEntries(step.met_guards.map((id) => [id, 'met'])),
    versions: {
      consentRP: step.consent_version_rp,
      consentBP: step.consent_version_bp,
      draft: step.draft_version,
    },
    at: step.at,
    zone: step.zone,
    reasonClass: step.reason_class,
    reasonSide: step.reason_side,
  };
}

function readinessView(snapshot: DisclosureSnapshot, now: Date): DisclosureView['readiness'] {
  return readinessItems.map(({ id, side }) => ({
    id,
    side: side === 'JOINT' ? 'SYSTEM' : side,
    status: itemIsMet(id, snapshot, now) ? (snapshot.readiness[id]?.status ?? 'met') : 'not_met',
    assessedAt: null,
  }));
}

/** Every gap of a refusal that is already cut to what its reader may see. */
export function unmetGates(refusal: Refusal): UnmetGateView[] {
  return refusal.unmet.map(({ guardId, item, rule, side, actors, evidence }) => ({
    guardId,
    item,
    rule,
    side,
    actors: [...actors],
    evidence,
  }));
}
