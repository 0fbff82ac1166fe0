import type { Guard } from './guard.js';
import type { GuardId } from './guard-ids.js';
import * as after from './guards-after.js';
import * as date from './guards-date.js';
import * as entry from './guards-entry.js';
import * as hold from './guards-hold.js';
import * as preparation from './guards-preparation.js';
import * as ready from './guards-ready.js';
import * as session from './guards-session.js';

/** The function behind each guard of the table. `may_act` and `state_reached` are asked by `nextState` itself. */
export const guards: Readonly<Record<Exclude<GuardId, 'may_act' | 'state_reached'>, Guard>> = {
  both_enrolled: entry.bothEnrolled,
  policy_signed: entry.policySigned,
  consents_given: entry.consentsGiven,
  contraindications_absent: entry.contraindicationsAbsent,
  releases_signed: entry.releasesSigned,
  policy_fits: entry.policyFits,
  waiver_reason: entry.waiverReason,
  second_clinician: entry.secondClinician,
  latest_draft_open: preparation.latestDraftOpen,
  review_rounds: preparation.reviewRounds,
  sections_approved: preparation.sectionsApproved,
  questions_received: preparation.questionsReceived,
  review_items_met: preparation.reviewItemsMet,
  gaps_listed: preparation.gapsListed,
  readiness_met: preparation.readinessMet,
  risk_screens_fresh: preparation.riskScreensFresh,
  readiness_signed: preparation.readinessSigned,
  soft_conditions: ready.softConditions,
  solo_consultation: ready.soloConsultation,
  verification_enabled: preparation.verificationEnabled,
  verification_agreed: preparation.verificationAgreed,
  session_date_given: date.sessionDateGiven,
  lead_ordered: date.leadOrdered,
  date_within_readiness: date.dateWithinReadiness,
  calendar_clear: date.calendarClear,
  slip_distance: date.slipDistance,
  session_within_day: date.sessionWithinDay,
  session_day: session.sessionDay,
  day_checks_done: session.dayChecksDone,
  emergency_checked: session.emergencyChecked,
  readiness_current: session.readinessCurrent,
  departure_plan: after.departurePlan,
  acute_time_passed: after.acuteTimePassed,
  acute_contacts_done: after.acuteContactsDone,
  no_hard_risk: entry.noHardRisk,
  impact_wanted: after.impactWanted,
  impact_earliest: after.impactEarliest,
  impact_approved: after.impactApproved,
  listening_rehearsed: after.listeningRehearsed,
  opt_out_recorded: after.optOutRecorded,
  restitution_earliest: after.restitutionEarliest,
  restitution_approved: after.restitutionApproved,
  restitution_safe: after.restitutionSafe,
  follow_up_done: after.followUpDone,
  hold_reason: hold.holdReason,
  resume_signed: hold.resumeSigned,
  resume_treating: hold.resumeTreating,
  resume_reassessed: hold.resumeReassessed,
  resume_cosigned: hold.resumeCosigned,
};

export type TableGuardId = keyof typeof guards;
