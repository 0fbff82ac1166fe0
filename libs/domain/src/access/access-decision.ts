import type { Sight } from './can-see.js';
import type { AccessReason } from './access-reasons.js';

export const accessActions = [
  'read', 'read_status', 'list', 'write', 'submit', 'release', 'revoke', 'approve', 'review', 'assign', 'export',
  'manage',
] as const; // prettier-ignore
export type AccessAction = (typeof accessActions)[number];

/** What the asker has to see done along with the act. */
export const accessObligations = [
  'step_up',
  'show_banner',
  'notify_assigned_therapist',
  'notify_privacy_officer',
  'review_within_72_hours',
  'notify_record_owner',
  'record_in_audit',
  'pre_share_prompt',
  'cooling_off',
  'therapist_approval',
  'hold_for_therapist',
  'tell_what_may_have_been_read',
  'remove_from_indexes',
  'watermark',
  'no_copy',
  'recheck_at_run_time',
  'leave_out_p0',
  'leave_out_psychotherapy_notes',
  'leave_out_hold_reasons',
  'suppress_small_cells',
  'notify_care_team',
] as const;
export type AccessObligation = (typeof accessObligations)[number];

/** 'metadata' is for support alone: ids, sizes and technical times, and no name, state or date of care. */
export type AccessSight = Sight | 'metadata';

/**
 * The answer to "may this actor do this?" (ACCESS-07). `answer` is what goes out: 'not_found' whenever nothing of the
 * resource is in sight, and then it is the same for every reason. `reason` is for the audit log alone.
 */
export type AccessDecision = Readonly<{
  allow: boolean;
  reason: AccessReason;
  sight: AccessSight;
  answer: 'allowed' | 'refused' | 'not_found';
  obligations: readonly AccessObligation[];
}>;

/** The act may be done; `sight` says how much of the resource comes back. */
export function allowed(
  sight: AccessSight,
  reason: AccessReason,
  obligations: readonly AccessObligation[] = [],
): AccessDecision {
  return { allow: true, reason, sight, answer: 'allowed', obligations };
}

/** The act may not be done. With nothing in sight it looks like absence, whatever the reason. */
export function denied(
  sight: AccessSight,
  reason: AccessReason,
  obligations: readonly AccessObligation[] = [],
): AccessDecision {
  if (sight === 'nothing') return { allow: false, reason, sight, answer: 'not_found', obligations: [] };
  return { allow: false, reason, sight, answer: 'refused', obligations };
}

/** Nothing of it is in sight. */
export function hidden(reason: AccessReason): AccessDecision {
  return denied('nothing', reason);
}

/** Reading needs words; the list and the status need any sight at all. Null for every other action (ACCESS-08). */
export function decideReading(
  action: AccessAction,
  sight: Sight,
  why: AccessReason,
  obligations: readonly AccessObligation[] = [],
): AccessDecision | null {
  if (action !== 'read' && action !== 'read_status' && action !== 'list') return null;
  if (sight === 'nothing') return hidden(why);
  if (action === 'read')
    return sight === 'words' ? allowed(sight, why, obligations) : denied(sight, 'status_only');
  return allowed(sight, why, action === 'list' ? [] : obligations);
}
