import { activeSides, isOffice, type ClientActor, type StaffActor } from './access-actor.js';
import {
  allowed, decideReading, denied, hidden, type AccessAction, type AccessDecision, type AccessObligation,
} from './access-decision.js'; // prettier-ignore
import type { AccessReason } from './access-reasons.js';
import type { ReportResource } from './access-resource.js';
import { accessSettings, isSteppedUp } from './access-settings.js';
import type { Sight } from './can-see.js';
import { tracks } from './roles.js';

type WordsScope = Extract<ReportResource['scope'], { content: 'words' }>;

/**
 * What leaves the building (ACCESS-40, ACCESS-41). Counts and process data are the office's, words of one compartment
 * those of a therapist of that side, with the signature of each person whose compartment it is. An owner sees that one
 * was asked for, since they give the second word.
 */
export function decideReport(
  actor: StaffActor | ClientActor,
  action: AccessAction,
  report: ReportResource,
  now: Date,
): AccessDecision {
  if (actor.kind !== 'staff') return hidden('no_relation');
  const why = relation(actor, report, now);
  const seconds = actor.roles.includes('owner');
  if (why === null && !seconds) return hidden('no_relation');
  const sight = why === 'own_side' ? 'words' : 'status';
  if (action === 'approve') {
    return seconds ? approve(actor, report, sight, now) : denied(sight, 'not_listed');
  }
  if (action === 'read' || action === 'export') {
    return why === null ? denied(sight, 'not_own_side') : takeOut(actor, report, why, now);
  }
  return decideReading(action, sight, why ?? 'clinic_office') ?? denied(sight, 'not_listed');
}

/** How a report is theirs to take out; null when it is not. */
function relation(
  actor: StaffActor,
  { scope }: ReportResource,
  now: Date,
): 'own_side' | 'clinic_office' | null {
  if (scope.content !== 'words') return isOffice(actor) ? 'clinic_office' : null;
  return activeSides(actor, scope.coupleId, now).includes(scope.compartment) ? 'own_side' : null;
}

/** Opening a report takes it out of the building, so that reading and exporting are one act. */
function takeOut(actor: StaffActor, report: ReportResource, why: AccessReason, now: Date): AccessDecision {
  const { scope, requestedBy } = report;
  const sight = scope.content === 'words' ? 'words' : 'status';
  if (actor.staffId !== requestedBy) return denied(sight, 'author_only');
  if (scope.content === 'words' && !isAuthorised(scope)) return denied(sight, 'not_authorised');
  if (needsSecond(report) && !hasSecond(report)) return denied(sight, 'second_person_needed');
  if (!isSteppedUp(actor.stepUpAt, now)) return denied(sight, 'step_up_needed', ['step_up']);
  return allowed(sight, why, obligationsOf(report));
}

/** The person of the compartment has signed; a joint one needs both. */
function isAuthorised({ compartment, authorisedBy }: WordsScope): boolean {
  const signers = compartment === 'JOINT' ? tracks : [compartment];
  return signers.every((track) => authorisedBy.includes(track));
}

function needsSecond({ scope, people }: ReportResource): boolean {
  return scope.content === 'words' || people > accessSettings.largeReportPeople.standard;
}

function hasSecond({ approvedBy, requestedBy }: ReportResource): boolean {
  return approvedBy !== null && approvedBy !== requestedBy;
}

function obligationsOf({ scope }: ReportResource): readonly AccessObligation[] {
  const always = [
    'recheck_at_run_time',
    'record_in_audit',
    'leave_out_p0',
    'leave_out_psychotherapy_notes',
    'leave_out_hold_reasons',
  ] as const;
  return scope.content === 'aggregate' ? [...always, 'suppress_small_cells'] : always;
}

/** An owner gives the second word, seeing no words by it and never for their own request. */
function approve(
  actor: StaffActor,
  { requestedBy }: ReportResource,
  sight: Sight,
  now: Date,
): AccessDecision {
  if (actor.staffId === requestedBy) return denied(sight, 'own_act');
  if (!isSteppedUp(actor.stepUpAt, now)) return denied(sight, 'step_up_needed', ['step_up']);
  return allowed(sight, 'clinic_office', ['record_in_audit']);
}
