import { describe, expect, it } from '@jest/globals';
import { contraindications, hardContraindicationIds } from './contraindications.js';
import { neutralNotices } from './notices.js';
import { itemsWithoutException, readinessItemIds } from './readiness-item.js';
import { partnerItems } from './readiness-partner.js';
import { recoveringItems } from './readiness-recovering.js';
import { systemItems } from './readiness-system.js';
import { bareLetters, bareSession } from './snapshot.js';
import { transitionTable } from './transition-table.js';

// The tables of the clinical brief, 1.4, 1.5 and 1.11, written a second time: a row that is changed by accident is
// seen here, whatever else still works without it.

const live =
  'NOT_STARTED CONSIDERING SCREENING PREPARING PARTNER_THERAPIST_REVIEW READY VERIFYING SCHEDULED DAY_OF_CHECK ' +
  'IN_SESSION SESSION_PAUSED AFTERCARE_ACUTE AFTERCARE IMPACT_PREP IMPACT_DELIVERED RESTITUTION_PREP RESTITUTION_DELIVERED';

/** Row, from and to; event and who; guards; effects. */
const rows: readonly (readonly [string, string, string, string])[] = [
  [
    '1 NOT_STARTED > CONSIDERING',
    'open_ftd by T_RP T_BP T_C, onward',
    'both_enrolled policy_signed',
    'create_tasks:education',
  ],
  ['2 CONSIDERING > SCREENING', 'both_consent by SYSTEM, onward', 'consents_given', ''],
  [
    '3 CONSIDERING SCREENING PREPARING > DECLINED',
    'decline by RP BP T_RP T_BP T_C',
    '',
    'notify_neutrally:not_at_this_time:therapist_chooses',
  ],
  [
    '4 SCREENING > PREPARING',
    'screen_passed by LEAD, onward',
    'contraindications_absent releases_signed policy_fits',
    '',
  ],
  ['5 SCREENING > WAIVED', 'waive by LEAD', 'waiver_reason second_clinician', ''],
  ['6 PREPARING > SAME', 'submit_draft by RP', 'latest_draft_open', 'count_draft'],
  ['6 PREPARING > SAME', 'request_changes by T_RP', 'latest_draft_open', 'answer_draft'],
  ['6 PREPARING > SAME', 'approve_section by T_RP', 'latest_draft_open', 'approve_section answer_draft'],
  [
    '7 PREPARING > PARTNER_THERAPIST_REVIEW',
    'release_for_review by T_RP, onward',
    'review_rounds sections_approved questions_received review_items_met',
    'open_read_window:T_BP',
  ],
  [
    '8 PARTNER_THERAPIST_REVIEW > PREPARING',
    'gaps_found by T_BP',
    'gaps_listed',
    'clear_signatures reopen_document',
  ],
  [
    '9 PARTNER_THERAPIST_REVIEW > READY',
    'readiness_huddle_signed by T_RP T_BP T_C, onward',
    'readiness_met no_hard_risk soft_conditions solo_consultation risk_screens_fresh readiness_signed',
    'start_readiness lock_document',
  ],
  ['10 READY > VERIFYING', 'start_verification by LEAD', 'verification_enabled verification_agreed', ''],
  ['10 VERIFYING > READY', 'close_verification by LEAD', '', ''],
  [
    '11 READY > SCHEDULED',
    'schedule by LEAD ADMIN, onward',
    'session_date_given lead_ordered date_within_readiness calendar_clear slip_distance',
    'set_session_date create_tasks:logistics',
  ],
  [
    '11 SCHEDULED > SAME',
    'schedule by LEAD ADMIN',
    'session_date_given lead_ordered date_within_readiness calendar_clear slip_distance',
    'set_session_date create_tasks:logistics',
  ],
  [
    '12 READY VERIFYING SCHEDULED DAY_OF_CHECK > PREPARING',
    'slip_logged by SYSTEM',
    '',
    'clear_signatures reopen_document cancel_session notify_therapists notify_neutrally:session_cancelled:at_once',
  ],
  [
    '12 READY VERIFYING SCHEDULED DAY_OF_CHECK > PREPARING',
    'new_material by SYSTEM',
    '',
    'clear_signatures reopen_document cancel_session notify_therapists notify_neutrally:session_cancelled:at_once',
  ],
  [
    '12 READY VERIFYING SCHEDULED DAY_OF_CHECK > PREPARING',
    'readiness_expired by SYSTEM',
    '',
    'clear_signatures reopen_document cancel_session notify_therapists notify_neutrally:session_cancelled:at_once',
  ],
  [
    '13 SCHEDULED > DAY_OF_CHECK',
    'day_before_reached by SYSTEM, onward',
    'session_within_day',
    'open_day_form',
  ],
  [
    '14 DAY_OF_CHECK > IN_SESSION',
    'go by LEAD, onward',
    'session_day day_checks_done consents_given readiness_signed readiness_current no_hard_risk slip_distance emergency_checked',
    '',
  ],
  [
    '15 DAY_OF_CHECK > SCHEDULED',
    'no_go_postpone by T_RP T_BP T_C RP BP',
    '',
    'postpone_session notify_neutrally:scheduling_paused:at_once',
  ],
  [
    '15 DAY_OF_CHECK > ON_HOLD',
    'no_go_hold by T_RP T_BP T_C RP BP',
    '',
    'set_hold freeze_joint_work notify_neutrally:scheduling_paused:at_once',
  ],
  ['16 IN_SESSION > SESSION_PAUSED', 'pause by T_RP T_BP T_C RP BP', '', ''],
  ['16 SESSION_PAUSED > IN_SESSION', 'continue_session by LEAD', '', ''],
  [
    '17 IN_SESSION SESSION_PAUSED > AFTERCARE_ACUTE',
    'end by LEAD, onward',
    'departure_plan',
    'end_session create_tasks:aftercare open_turbulence:session',
  ],
  [
    '17 IN_SESSION SESSION_PAUSED > AFTERCARE_ACUTE',
    'end_early by LEAD',
    'departure_plan',
    'end_session create_tasks:aftercare open_turbulence:session mark_partial',
  ],
  [
    '18 AFTERCARE_ACUTE > AFTERCARE',
    'acute_passed by SYSTEM LEAD, onward',
    'acute_time_passed acute_contacts_done no_hard_risk',
    '',
  ],
  [
    '19 AFTERCARE > PREPARING',
    'partial_or_omission by LEAD',
    '',
    'count_addendum clear_signatures reopen_document cancel_session',
  ],
  [
    '20 AFTERCARE > IMPACT_PREP',
    'open_impact by T_BP, onward',
    'impact_wanted no_hard_risk',
    'create_tasks:letter',
  ],
  [
    '21 IMPACT_PREP > IMPACT_DELIVERED',
    'deliver_impact by LEAD, onward',
    'impact_earliest impact_approved listening_rehearsed risk_screens_fresh',
    'record_impact open_turbulence:letter',
  ],
  ['22 AFTERCARE > RESTITUTION_PREP', 'impact_opt_out by T_BP', 'opt_out_recorded', 'create_tasks:letter'],
  ['23 IMPACT_DELIVERED > RESTITUTION_PREP', 'open_restitution by T_RP, onward', '', 'create_tasks:letter'],
  [
    '23 RESTITUTION_PREP > RESTITUTION_DELIVERED',
    'deliver_restitution by LEAD, onward',
    'restitution_earliest restitution_approved restitution_safe',
    'record_restitution open_turbulence:letter',
  ],
  ['24 RESTITUTION_DELIVERED > COMPLETED', 'close by LEAD, onward', 'follow_up_done', 'record_summary'],
  [
    `25 ${live} > ON_HOLD`,
    'hold by T_RP T_BP T_C SYSTEM',
    'hold_reason',
    'set_hold freeze_joint_work notify_neutrally:scheduling_paused:at_once',
  ],
  [
    '26 ON_HOLD > RESUME_TO',
    'resume by T_RP T_BP T_C',
    'resume_signed resume_treating risk_screens_fresh resume_reassessed resume_cosigned',
    'clear_hold thaw_joint_work',
  ],
  [
    `27 ${live} COMPLETED ON_HOLD DECLINED WAIVED > STOPPED`,
    'stop by RP BP LEAD',
    '',
    'revoke_consents freeze_sharing clear_hold cancel_session notify_neutrally:not_at_this_time:therapist_chooses',
  ],
];

/** Condition, level, what it brings about. */
const conditions: readonly (readonly [string, string, string])[] = [
  ['acute_risk_to_self', 'hard', 'hold:clinical_risk'],
  ['acute_risk_to_other', 'hard', 'hold:clinical_risk'],
  ['violence_or_fear', 'hard', 'hold:safety'],
  ['substance_crisis', 'hard', 'postpone_today'],
  ['slip_or_concealment', 'hard', 'back_to_preparing'],
  ['acute_mental_state', 'hard', 'hold:clinical_risk'],
  ['legal_exposure', 'hard_until_counsel', 'block_sensitive_writing record_keeping_warning reporting_notice'],
  ['not_wanted_or_coerced', 'hard', 'decline'],
  ['separation_decided', 'soft', 'documented_purpose'],
  ['life_event', 'soft', 'timing_note'],
  ['no_separate_support', 'soft', 'block_ready'],
];

/** Who can meet each item. */
const items = [
  'R1 RP: RP T_RP',
  'R2 RP: T_RP',
  'R3 RP: T_RP',
  'R4 RP: T_RP',
  'R5 RP: T_RP',
  'R6 RP: T_RP',
  'R7 RP: T_RP',
  'R8 RP: T_RP',
  'R9 RP: T_RP',
  'R10 RP: T_RP',
  'R11 RP: T_RP',
  'R12 RP: RP T_RP',
  'B1 BP: BP T_BP',
  'B2 BP: T_BP',
  'B3 BP: T_BP',
  'B4 BP: T_BP',
  'B5 BP: BP T_BP',
  'B6 BP: BP T_BP',
  'B7 BP: BP T_BP',
  'B8 BP: BP T_BP',
  'B9 BP: T_BP',
  'B10 BP: T_BP',
  'B11 BP: BP T_BP',
  'S1 JOINT: LEAD',
  'S2 JOINT: ADMIN LEAD',
  'S3 JOINT: ADMIN LEAD',
  'S4 JOINT: LEAD',
  'S5 JOINT: LEAD',
];

type Effect = Readonly<{ kind: string }>;
const told = (effect: Effect) => Object.values(effect).join(':');

describe('the process as it is written down', () => {
  it('has these rows and no other', () => {
    const found = transitionTable.map(({ row, from, to, event, who, forward, guards, effects }) => [
      `${row} ${from.join(' ')} > ${to}`,
      `${event} by ${who.join(' ')}${forward ? ', onward' : ''}`,
      guards.join(' '),
      effects.map(told).join(' '),
    ]);
    expect(found).toStrictEqual(rows);
  });

  it('has these contraindications', () => {
    expect(
      contraindications.map(({ id, level, effects }) => [id, level, effects.map(told).join(' ')]),
    ).toStrictEqual(conditions);
    expect(hardContraindicationIds).toStrictEqual(
      conditions.flatMap(([id, level]) => (level === 'soft' ? [] : [id])),
    );
  });

  it('has these readiness items', () => {
    const all = [...recoveringItems, ...partnerItems, ...systemItems];
    expect(all.map(({ id, side, actors }) => `${id} ${side}: ${actors.join(' ')}`)).toStrictEqual(items);
    expect(readinessItemIds).toStrictEqual(items.map((item) => item.split(' ')[0]));
    expect([...itemsWithoutException].sort()).toStrictEqual('B1 B2 B3 B4 R1 R10 R11 R3 R4 R9 S1'.split(' '));
  });

  it('tells people three things and no cause', () => {
    expect(Object.keys(neutralNotices)).toStrictEqual([
      'not_at_this_time',
      'scheduling_paused',
      'session_cancelled',
    ]);
    for (const { en, es } of Object.values(neutralNotices)) {
      expect(en).toMatch(/Your therapist will talk with you\.$/);
      expect(es).toMatch(/Su terapeuta hablará con usted\.$/);
    }
  });

  it('takes nothing for done of which nothing is known', () => {
    const nobody = { RP: null, BP: null };
    expect(bareSession).toStrictEqual({
      startsAt: null, endedAt: null, telehealth: null, emergencyCheckedAt: null, dayChecks: nobody,
      departurePlanConfirmed: false, contactsDone: { RP: [], BP: [] },
      verificationEnabled: false, verificationAgreed: false,
    }); // prettier-ignore
    expect(bareLetters).toStrictEqual({
      impactWanted: false, impactOptedOut: false, impactApprovedByPartnerTherapist: false, listeningRehearsed: false,
      impactDeliveredAt: null, restitutionApproved: false, restitutionSafeToHear: false, restitutionDeliveredAt: null,
      followedUpAt: nobody,
    }); // prettier-ignore
  });
});
