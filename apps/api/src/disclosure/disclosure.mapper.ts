import type { DisclosureView, UnmetGateView } from '@trellis/contracts';
import { isMet, readinessItems, type DisclosureSnapshot, type Refusal } from '@trellis/domain';
import type { ProcessFacts, TakenStep } from './disclosure.repository.js';

/** The process as a therapist of the care team sees it: states, dates and criteria. */
export function disclosureView(
  process: ProcessFacts | null,
  steps: readonly TakenStep[],
  snapshot: DisclosureSnapshot,
): DisclosureView {
  return {
    id: process?.id ?? null,
    state: snapshot.state,
    version: process?.version ?? 0,
    openedAt: process === null ? null : new Date(process.openedAt).toISOString(),
    sessionAt: process?.sessionAt == null ? null : new Date(process.sessionAt).toISOString(),
    events: steps.map((step) => ({
      event: step.event,
      from: step.from_state,
      to: step.to_state,
      at: step.at.toISOString(),
      byName: step.by_name,
    })),
    readiness: readinessItems.map(({ id, side }) => ({
      id,
      side: side === 'JOINT' ? 'SYSTEM' : side,
      status: isMet(snapshot.readiness[id]) ? (snapshot.readiness[id]?.status ?? 'not_met') : 'not_met',
      assessedAt: null,
    })),
  };
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
