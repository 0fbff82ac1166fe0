import type { AccessActor, ClientActor, StaffActor, SupportActor } from './access-actor.js';
import { allowed, denied, hidden, type AccessAction, type AccessDecision } from './access-decision.js';
import { coupleOf, type AccessResource } from './access-resource.js';
import { breakGlassObligations, isBreakGlassLive } from './break-glass.js';
import { decideAlert, decideAudit, decideClinic, decideCouple, decideGlassReview, decideNote, decidePlan } from './decide-clinic.js'; // prettier-ignore
import { decideDocument, decideHoldReason, decideProcessState } from './decide-disclosure.js';
import { decideItem } from './decide-item.js';
import { decideRatingItems, decideScore } from './decide-measures.js';
import { decideReport } from './decide-report.js';
import { compartments } from './roles.js';
import { isSupportGrantLive } from './support-grant.js';

/**
 * Whether the actor may do the act on the resource at `now` (ACCESS-07). Facts come in with the arguments; nothing
 * is looked up, and whatever is not named is refused. Another clinic's resource does not exist.
 */
export function decide(
  actor: AccessActor,
  action: AccessAction,
  resource: AccessResource,
  now: Date,
): AccessDecision {
  if (actor.clinicId !== resource.clinicId) return hidden('other_clinic');
  if (actor.kind === 'support') return decideSupport(actor, action, resource, now);
  const decision = byKind(actor, action, resource, now);
  if (decision.allow || actor.kind === 'client') return decision;
  return throughGlass(actor, action, resource, now) ?? decision;
}

function byKind(
  actor: StaffActor | ClientActor,
  action: AccessAction,
  resource: AccessResource,
  now: Date,
): AccessDecision {
  switch (resource.kind) {
    case 'item': return decideItem(actor, action, resource, now);
    case 'rating_items': return decideRatingItems(actor, action, resource, now);
    case 'score': return decideScore(actor, action, resource, now);
    case 'document': return decideDocument(actor, action, resource, now);
    case 'psychotherapy_note': return decideNote(actor, action, resource, now);
    case 'process_state': return decideProcessState(actor, action, resource, now);
    case 'hold_reason': return decideHoldReason(actor, action, resource, now);
    case 'alert': return decideAlert(actor, action, resource, now);
    case 'couple': return decideCouple(actor, action, resource, now);
    case 'homework_plan': return decidePlan(actor, action, resource, now);
    case 'report': return decideReport(actor, action, resource, now);
    case 'audit': return decideAudit(actor, action, resource, now);
    case 'clinic': return decideClinic(actor, action, resource);
    case 'break_glass_review': return decideGlassReview(actor, action, resource);
  } // prettier-ignore
}

/** What an emergency reading can open at all. Notes, documents, letters, reports and the log are not among them. */
function isOpenable(resource: AccessResource): boolean {
  if (resource.kind === 'item') return resource.artefact.privacy !== 'P0' && resource.shownIn !== 'delivery';
  return ['rating_items', 'score', 'process_state', 'hold_reason', 'alert', 'couple'].includes(resource.kind);
}

/**
 * The decision for a therapist of all three sides, for reading only; null where the glass opens nothing
 * (ACCESS-27).
 */
function throughGlass(
  actor: StaffActor,
  action: AccessAction,
  resource: AccessResource,
  now: Date,
): AccessDecision | null {
  const { breakGlass } = actor;
  if (action !== 'read' && action !== 'read_status' && action !== 'list') return null;
  if (!isOpenable(resource) || !isBreakGlassLive(breakGlass, actor, coupleOf(resource), now)) return null;
  const { coupleId } = breakGlass;
  const assignments = compartments.map((side) => ({ coupleId, side, from: now, to: null }));
  const decision = byKind({ ...actor, roles: ['therapist'], assignments }, action, resource, now);
  if (decision.sight === 'nothing') return null;
  return decision.allow
    ? allowed(decision.sight, 'break_glass', breakGlassObligations(breakGlass))
    : denied(decision.sight, decision.reason);
}

const closedToSupport: readonly AccessResource['kind'][] = [
  'psychotherapy_note',
  'hold_reason',
  'alert',
  'audit',
  'report',
  'break_glass_review',
];

/** Support sees ids, sizes and technical times under a live grant of two people, and nothing else (ACCESS-31). */
function decideSupport(
  actor: SupportActor,
  action: AccessAction,
  resource: AccessResource,
  now: Date,
): AccessDecision {
  if (!isSupportGrantLive(actor.grant, actor.clinicId, now)) return hidden('no_relation');
  const isPrivate = resource.kind === 'item' && resource.artefact.privacy === 'P0';
  if (isPrivate || closedToSupport.includes(resource.kind)) return hidden('no_relation');
  if (action !== 'read_status' && action !== 'list') return denied('metadata', 'status_only');
  return allowed('metadata', 'support_grant', ['show_banner', 'record_in_audit']);
}
