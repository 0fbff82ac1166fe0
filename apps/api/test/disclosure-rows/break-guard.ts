import type { DisclosureEvent, TableGuardId } from '@trellis/domain';
import { clear, days, hours, type Placed } from '../arrange-disclosure.js';
import type { PartFacts } from '../../src/disclosure/disclosure-parts.service.js';
import type { StepBody } from './right-step.js';

/** What takes one condition away and leaves every other. */
export interface Broken {
  readonly facts?: PartFacts;
  readonly placed?: Placed;
  readonly body?: Partial<StepBody>;
  /** Statements on the couple ($1), and what undoes them. */
  readonly sql?: string;
  readonly undo?: string;
  readonly as?: 'T_RP' | 'T_BP' | 'ADMIN';
}

const nobodyConsented: PartFacts = { consents: { RP: null, BP: null } };
const noContacts: PartFacts = { session: { contactsDone: { RP: [], BP: [] } } };
const personOf = `SELECT person_id FROM enrolment WHERE couple_id = $1 AND side = 'BP'`;

/** One way to break each guard, or one for a single event where the general one would break another first. */
export const broken: Readonly<Record<TableGuardId, Broken>> = {
  both_enrolled: {
    sql: `UPDATE enrolment SET enrolled_at = NULL WHERE couple_id = $1 AND side = 'BP'`,
    undo: `UPDATE enrolment SET enrolled_at = now() WHERE couple_id = $1`,
  },
  policy_signed: {
    sql: `UPDATE consent SET withdrawn_at = now() WHERE kind = 'secrets_policy' AND person_id IN (${personOf})`,
    undo: `UPDATE consent SET withdrawn_at = NULL WHERE person_id IN (${personOf})`,
  },
  consents_given: { facts: nobodyConsented },
  contraindications_absent: { facts: { assessments: [] } },
  releases_signed: { facts: { releasesSigned: false } },
  policy_fits: {
    sql: `UPDATE couple SET secrets_policy = 'NO_SECRETS' WHERE id = $1`,
    undo: `UPDATE couple SET secrets_policy = 'LIMITED' WHERE id = $1`,
  },
  waiver_reason: { body: { reason: null } },
  second_clinician: { placed: { coSigned: false } },
  latest_draft_open: { facts: { drafts: { latestIsOpen: false } } },
  review_rounds: { facts: { drafts: { rounds: 0 } } },
  sections_approved: { facts: { drafts: { sectionsApproved: 5 } } },
  questions_received: { facts: { drafts: { questionListReceived: false } } },
  review_items_met: { facts: { readiness: {} } },
  gaps_listed: { facts: { drafts: { gapIds: [] } } },
  readiness_met: { facts: { readiness: {} } },
  risk_screens_fresh: { facts: { riskScreens: { RP: days(-20), BP: null } } },
  readiness_signed: { placed: { signed: [] } },
  soft_conditions: { facts: { assessments: clear(['life_event']) } },
  solo_consultation: {
    sql: `UPDATE care_assignment a SET staff_id = (SELECT staff_id FROM care_assignment
      WHERE couple_id = $1 AND side = 'RP') WHERE couple_id = $1 AND side = 'BP'`,
    undo: `UPDATE care_assignment SET staff_id = (SELECT id FROM staff_member WHERE name = 'Jo Whitlock')
      WHERE couple_id = $1 AND side = 'BP'`,
    as: 'T_RP',
  },
  verification_enabled: { placed: { verification: { enabled: false, agreed: true } } },
  verification_agreed: { placed: { verification: { enabled: true, agreed: false } } },
  session_date_given: { body: { startsAt: days(-1) } },
  lead_ordered: { as: 'ADMIN', placed: { ordered: null } },
  date_within_readiness: { body: { startsAt: days(11) } },
  calendar_clear: { facts: { hardDates: null } },
  slip_distance: { facts: { lastSlipAt: days(-2) } },
  session_within_day: { placed: { sessionAt: hours(25) } },
  session_day: { placed: { sessionAt: hours(20) } },
  day_checks_done: { facts: { session: { dayChecks: { RP: null, BP: null } } } },
  emergency_checked: { facts: { session: { telehealth: true } } },
  readiness_current: { placed: { readyUntil: hours(1) } },
  departure_plan: { facts: { session: { departurePlanConfirmed: false } } },
  acute_time_passed: { placed: { endedAt: hours(-71) } },
  acute_contacts_done: { facts: noContacts },
  no_hard_risk: { facts: { assessments: clear(['violence_or_fear']) } },
  impact_wanted: { facts: { letters: { impactWanted: false } } },
  impact_earliest: { placed: { endedAt: days(-13) } },
  impact_approved: { facts: { letters: { impactApprovedByPartnerTherapist: false } } },
  listening_rehearsed: { facts: { letters: { listeningRehearsed: false } } },
  opt_out_recorded: { facts: { letters: { impactOptedOut: false } } },
  restitution_earliest: { facts: { letters: { impactDeliveredAt: days(-13) } } },
  restitution_approved: { facts: { letters: { restitutionApproved: false } } },
  restitution_safe: { facts: { letters: { restitutionSafeToHear: false } } },
  follow_up_done: { facts: noContacts },
  hold_reason: { body: { holdReason: null } },
  resume_signed: { as: 'T_BP', placed: { resumeSignedByLead: false } },
  resume_treating: { as: 'T_RP', placed: { hold: { reason: 'clinical_risk', side: 'BP' } } },
  resume_reassessed: {
    facts: { assessments: clear(['partner_crisis', 'violence_or_fear', 'suicide_risk', 'self_harm']) },
    placed: { hold: { reason: 'clinical_risk', side: 'RP' } },
  },
  resume_cosigned: { placed: { hold: { reason: 'safety', side: 'RP' } } },
};

/** Guards that a colleague's signature meets: asked for alone, the signature is kept and the process stays. */
export function isSigned(event: DisclosureEvent, guard: TableGuardId): boolean {
  const kept: readonly TableGuardId[] = [
    'readiness_signed',
    'resume_signed',
    'resume_treating',
    'resume_cosigned',
  ];
  return (event === 'readiness_huddle_signed' || event === 'resume') && kept.includes(guard);
}
