import { activeSides, isOffice, leads, type ClientActor, type StaffActor } from './access-actor.js';
import {
  allowed, decideReading, denied, hidden, type AccessAction, type AccessDecision,
} from './access-decision.js'; // prettier-ignore
import { isSteppedUp } from './access-settings.js';
import type {
  AlertResource, AuditResource, ClinicResource, CoupleResource, GlassReviewResource, PlanResource,
  PsychotherapyNoteResource,
} from './access-resource.js'; // prettier-ignore

type Asker = StaffActor | ClientActor;

/**
 * Its author and nobody else, as a therapist, in no export, by no emergency reading. Writing ends with the author's
 * last assignment on the couple; reading does not (ACCESS-35).
 */
export function decideNote(
  actor: Asker,
  action: AccessAction,
  { authorId, coupleId }: PsychotherapyNoteResource,
  now: Date,
): AccessDecision {
  if (actor.kind !== 'staff' || actor.staffId !== authorId) return hidden('no_relation');
  if (!actor.roles.includes('therapist')) return hidden('no_relation');
  if (action === 'export') return denied('words', 'never_exported');
  if (action === 'write') {
    const cares = activeSides(actor, coupleId, now).length > 0;
    return cares ? allowed('words', 'author') : denied('words', 'no_relation');
  }
  return decideReading(action, 'words', 'author') ?? denied('words', 'not_listed');
}

/** The therapists of an alert's sides, and who covers now where cover hears of it; never a client (ACCESS-36). */
export function decideAlert(
  actor: Asker,
  action: AccessAction,
  { coupleId, sides, cover, coveredBy }: AlertResource,
  now: Date,
): AccessDecision {
  if (actor.kind !== 'staff' || !actor.roles.includes('therapist')) return hidden('no_relation');
  const own = activeSides(actor, coupleId, now).some((side) => sides.includes(side));
  const covers = cover && coveredBy.includes(actor.staffId);
  if (!own && !covers) return hidden('no_relation');
  const why = own ? 'own_side' : 'cover_rota';
  if (action === 'review') return allowed('words', why, ['record_in_audit']);
  return decideReading(action, 'words', why, ['record_in_audit']) ?? denied('words', 'not_listed');
}

/**
 * The card of a couple: the care team changes it, the office sees names, dates and states. Office and lead therapist
 * set the team (ACCESS-37).
 */
export function decideCouple(
  actor: Asker,
  action: AccessAction,
  { coupleId }: CoupleResource,
  now: Date,
): AccessDecision {
  const team = activeSides(actor, coupleId, now).length > 0;
  const office: boolean = isOffice(actor);
  if (!team && !office) return hidden('no_relation');
  const sight = team ? 'words' : 'status';
  const why = team ? 'care_team' : 'clinic_office';
  if (action === 'manage') return team ? allowed(sight, why) : denied(sight, 'not_listed');
  if (action === 'assign') {
    if (office) return allowed(sight, 'clinic_office', ['notify_care_team', 'record_in_audit']);
    return actor.kind === 'staff' && leads(actor, coupleId, now)
      ? allowed(sight, 'care_team', ['notify_care_team', 'record_in_audit'])
      : denied(sight, 'not_listed');
  }
  return decideReading(action, sight, why) ?? denied(sight, 'not_listed');
}

/** Homework is assigned by a therapist of its side; joint work by any active therapist (ACCESS-38). */
export function decidePlan(
  actor: Asker,
  action: AccessAction,
  { coupleId, compartment }: PlanResource,
  now: Date,
): AccessDecision {
  const sides = activeSides(actor, coupleId, now);
  if (sides.length === 0) return hidden('no_relation');
  const own = compartment === 'JOINT' || sides.includes(compartment);
  const sight = own ? 'words' : 'status';
  if (action === 'assign') return own ? allowed(sight, 'own_side') : denied(sight, 'not_own_side');
  return decideReading(action, sight, 'care_team') ?? denied(sight, 'not_listed');
}

/** The clinic's log is for the office; each person reads who opened their own record (ACCESS-39). */
export function decideAudit(
  actor: Asker,
  action: AccessAction,
  { about }: AuditResource,
  now: Date,
): AccessDecision {
  if (actor.kind === 'client') {
    if (about !== actor.personId) return hidden('no_relation');
    return decideReading(action, 'words', 'own_record') ?? denied('words', 'not_listed');
  }
  if (!isOffice(actor)) return hidden('no_relation');
  if (action !== 'export')
    return decideReading(action, 'words', 'clinic_office') ?? denied('words', 'not_listed');
  if (!isSteppedUp(actor.stepUpAt, now)) return denied('words', 'step_up_needed', ['step_up']);
  return allowed('words', 'clinic_office', ['recheck_at_run_time', 'record_in_audit']);
}

/** Staff and settings belong to the office (ACCESS-39). */
export function decideClinic(actor: Asker, action: AccessAction, _clinic: ClinicResource): AccessDecision {
  if (!isOffice(actor)) return hidden('no_relation');
  if (action === 'manage') return allowed('words', 'clinic_office', ['record_in_audit']);
  return decideReading(action, 'words', 'clinic_office') ?? denied('words', 'not_listed');
}

/** An owner reviews an emergency reading, not their own unless there is nobody else (ACCESS-30). */
export function decideGlassReview(
  actor: Asker,
  action: AccessAction,
  { openedBy, soloPractice }: GlassReviewResource,
): AccessDecision {
  if (actor.kind !== 'staff' || !actor.roles.includes('owner')) return hidden('no_relation');
  const reading = decideReading(action, 'words', 'clinic_office');
  if (reading !== null) return reading;
  if (action !== 'review') return denied('words', 'not_listed');
  if (actor.staffId === openedBy && !soloPractice) return denied('words', 'own_act');
  return allowed('words', 'clinic_office', ['record_in_audit']);
}
