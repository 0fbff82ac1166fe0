import type { DisclosureEffect } from './effects.js';
import type { ActorRole, DisclosureEvent } from './events.js';
import type { TableGuardId } from './guards.js';
import { disclosureStates, isTerminal, restsOnReadiness, type DisclosureState } from './states.js';

/** 'SAME' keeps the state; 'RESUME_TO' is read from the pause. */
export type Target = DisclosureState | 'SAME' | 'RESUME_TO';

/** One line of the table. Lines with one `row` number belong to one row of the clinical brief 1.11 (FTD-05). */
export type Transition = Readonly<{
  row: number;
  from: readonly DisclosureState[];
  event: DisclosureEvent;
  to: Target;
  who: readonly ActorRole[];
  guards: readonly TableGuardId[];
  effects: readonly DisclosureEffect[];
  /** True on the steps of the ordinary way from beginning to end. */
  forward: boolean;
}>;

type Rest = Partial<Pick<Transition, 'guards' | 'effects'>>;
type From = DisclosureState | readonly DisclosureState[];

function line(
  row: number,
  from: From,
  event: DisclosureEvent,
  to: Target,
  who: readonly ActorRole[],
  rest: Rest = {},
): Transition {
  const states = typeof from === 'string' ? [from] : from;
  return { row, from: states, event, to, who, guards: [], effects: [], forward: false, ...rest };
}

function step(
  row: number,
  from: From,
  event: DisclosureEvent,
  to: Target,
  who: readonly ActorRole[],
  rest: Rest = {},
): Transition {
  return { ...line(row, from, event, to, who, rest), forward: true };
}

const therapists = ['T_RP', 'T_BP', 'T_C'] as const;
const partners = ['RP', 'BP'] as const;
const inSession = ['IN_SESSION', 'SESSION_PAUSED'] as const;
const live = disclosureStates.filter((state) => !isTerminal(state) && state !== 'ON_HOLD');
const notStopped = disclosureStates.filter((state) => state !== 'STOPPED');
const backToPreparing: Rest = {
  effects: [
    { kind: 'clear_signatures' },
    { kind: 'reopen_document' },
    { kind: 'cancel_session' },
    { kind: 'notify_therapists' },
    { kind: 'notify_neutrally', words: 'session_cancelled', timing: 'at_once' },
  ],
};
const held: NonNullable<Rest['effects']> = [
  { kind: 'set_hold' },
  { kind: 'freeze_joint_work' },
  { kind: 'notify_neutrally', words: 'scheduling_paused', timing: 'at_once' },
];
const notAhead: DisclosureEffect = {
  kind: 'notify_neutrally',
  words: 'not_at_this_time',
  timing: 'therapist_chooses',
};
const dated: NonNullable<Rest['guards']> = [
  'session_date_given',
  'lead_ordered',
  'date_within_readiness',
  'calendar_clear',
  'slip_distance',
];
const dateSet: NonNullable<Rest['effects']> = [
  { kind: 'set_session_date' },
  { kind: 'create_tasks', pack: 'logistics' },
];
const letterOpened: Rest['effects'] = [{ kind: 'create_tasks', pack: 'letter' }];
const letterRead: NonNullable<Rest['effects']> = [{ kind: 'open_turbulence', of: 'letter' }];
const sessionEnded: NonNullable<Rest['effects']> = [
  { kind: 'end_session' },
  { kind: 'create_tasks', pack: 'aftercare' },
  { kind: 'open_turbulence', of: 'session' },
];

const beforeSession: readonly Transition[] = [
  step(1, 'NOT_STARTED', 'open_ftd', 'CONSIDERING', therapists, {
    guards: ['both_enrolled', 'policy_signed'],
    effects: [{ kind: 'create_tasks', pack: 'education' }],
  }),
  step(2, 'CONSIDERING', 'both_consent', 'SCREENING', ['SYSTEM'], { guards: ['consents_given'] }),
  line(3, ['CONSIDERING', 'SCREENING', 'PREPARING'], 'decline', 'DECLINED', [...partners, ...therapists], {
    effects: [notAhead],
  }),
  step(4, 'SCREENING', 'screen_passed', 'PREPARING', ['LEAD'], {
    guards: ['contraindications_absent', 'releases_signed', 'policy_fits'],
  }),
  line(5, 'SCREENING', 'waive', 'WAIVED', ['LEAD'], { guards: ['waiver_reason', 'second_clinician'] }),
  line(6, 'PREPARING', 'submit_draft', 'SAME', ['RP'], {
    guards: ['latest_draft_open'],
    effects: [{ kind: 'count_draft' }],
  }),
  line(6, 'PREPARING', 'request_changes', 'SAME', ['T_RP'], {
    guards: ['latest_draft_open'],
    effects: [{ kind: 'answer_draft' }],
  }),
  line(6, 'PREPARING', 'approve_section', 'SAME', ['T_RP'], {
    guards: ['latest_draft_open'],
    effects: [{ kind: 'approve_section' }, { kind: 'answer_draft' }],
  }),
  step(7, 'PREPARING', 'release_for_review', 'PARTNER_THERAPIST_REVIEW', ['T_RP'], {
    guards: ['review_rounds', 'sections_approved', 'questions_received', 'review_items_met'],
    effects: [{ kind: 'open_read_window', reader: 'T_BP' }],
  }),
  line(8, 'PARTNER_THERAPIST_REVIEW', 'gaps_found', 'PREPARING', ['T_BP'], {
    guards: ['gaps_listed'],
    effects: [{ kind: 'clear_signatures' }, { kind: 'reopen_document' }],
  }),
  step(9, 'PARTNER_THERAPIST_REVIEW', 'readiness_huddle_signed', 'READY', therapists, {
    guards: [
      'readiness_met',
      'no_hard_risk',
      'soft_conditions',
      'solo_consultation',
      'risk_screens_fresh',
      'readiness_signed',
    ],
    effects: [{ kind: 'start_readiness' }, { kind: 'lock_document' }],
  }),
  line(10, 'READY', 'start_verification', 'VERIFYING', ['LEAD'], {
    guards: ['verification_enabled', 'verification_agreed'],
  }),
  line(10, 'VERIFYING', 'close_verification', 'READY', ['LEAD']),
  step(11, 'READY', 'schedule', 'SCHEDULED', ['LEAD', 'ADMIN'], { guards: dated, effects: dateSet }),
  // A postponed session stays scheduled without a date until row 11 is asked again.
  line(11, 'SCHEDULED', 'schedule', 'SAME', ['LEAD', 'ADMIN'], { guards: dated, effects: dateSet }),
  line(12, restsOnReadiness, 'slip_logged', 'PREPARING', ['SYSTEM'], backToPreparing),
  line(12, restsOnReadiness, 'new_material', 'PREPARING', ['SYSTEM'], backToPreparing),
  line(12, restsOnReadiness, 'readiness_expired', 'PREPARING', ['SYSTEM'], backToPreparing),
];

const session: readonly Transition[] = [
  step(13, 'SCHEDULED', 'day_before_reached', 'DAY_OF_CHECK', ['SYSTEM'], {
    guards: ['session_within_day'],
    effects: [{ kind: 'open_day_form' }],
  }),
  step(14, 'DAY_OF_CHECK', 'go', 'IN_SESSION', ['LEAD'], {
    guards: [
      'session_day',
      'day_checks_done',
      'consents_given',
      'readiness_signed',
      'readiness_current',
      'no_hard_risk',
      'slip_distance',
      'emergency_checked',
    ],
  }),
  line(15, 'DAY_OF_CHECK', 'no_go_postpone', 'SCHEDULED', [...therapists, ...partners], {
    effects: [
      { kind: 'postpone_session' },
      { kind: 'notify_neutrally', words: 'scheduling_paused', timing: 'at_once' },
    ],
  }),
  line(15, 'DAY_OF_CHECK', 'no_go_hold', 'ON_HOLD', [...therapists, ...partners], { effects: held }),
  line(16, 'IN_SESSION', 'pause', 'SESSION_PAUSED', [...therapists, ...partners]),
  line(16, 'SESSION_PAUSED', 'continue_session', 'IN_SESSION', ['LEAD']),
  step(17, inSession, 'end', 'AFTERCARE_ACUTE', ['LEAD'], {
    guards: ['departure_plan'],
    effects: sessionEnded,
  }),
  line(17, inSession, 'end_early', 'AFTERCARE_ACUTE', ['LEAD'], {
    guards: ['departure_plan'],
    effects: [...sessionEnded, { kind: 'mark_partial' }],
  }),
];

const afterSession: readonly Transition[] = [
  step(18, 'AFTERCARE_ACUTE', 'acute_passed', 'AFTERCARE', ['SYSTEM', 'LEAD'], {
    guards: ['acute_time_passed', 'acute_contacts_done', 'no_hard_risk'],
  }),
  line(19, 'AFTERCARE', 'partial_or_omission', 'PREPARING', ['LEAD'], {
    effects: [
      { kind: 'count_addendum' },
      { kind: 'clear_signatures' },
      { kind: 'reopen_document' },
      { kind: 'cancel_session' },
    ],
  }),
  step(20, 'AFTERCARE', 'open_impact', 'IMPACT_PREP', ['T_BP'], {
    guards: ['impact_wanted', 'no_hard_risk'],
    effects: letterOpened,
  }),
  step(21, 'IMPACT_PREP', 'deliver_impact', 'IMPACT_DELIVERED', ['LEAD'], {
    guards: ['impact_earliest', 'impact_approved', 'listening_rehearsed', 'risk_screens_fresh'],
    effects: [{ kind: 'record_impact' }, ...letterRead],
  }),
  line(22, 'AFTERCARE', 'impact_opt_out', 'RESTITUTION_PREP', ['T_BP'], {
    guards: ['opt_out_recorded'],
    effects: letterOpened,
  }),
  step(23, 'IMPACT_DELIVERED', 'open_restitution', 'RESTITUTION_PREP', ['T_RP'], { effects: letterOpened }),
  step(23, 'RESTITUTION_PREP', 'deliver_restitution', 'RESTITUTION_DELIVERED', ['LEAD'], {
    guards: ['restitution_earliest', 'restitution_approved', 'restitution_safe'],
    effects: [{ kind: 'record_restitution' }, ...letterRead],
  }),
  step(24, 'RESTITUTION_DELIVERED', 'close', 'COMPLETED', ['LEAD'], {
    guards: ['follow_up_done'],
    effects: [{ kind: 'record_summary' }],
  }),
];

const overlays: readonly Transition[] = [
  line(25, live, 'hold', 'ON_HOLD', [...therapists, 'SYSTEM'], {
    guards: ['hold_reason'],
    effects: held,
  }),
  line(26, 'ON_HOLD', 'resume', 'RESUME_TO', therapists, {
    guards: [
      'resume_signed',
      'resume_treating',
      'risk_screens_fresh',
      'resume_reassessed',
      'resume_cosigned',
    ],
    effects: [{ kind: 'clear_hold' }, { kind: 'thaw_joint_work' }],
  }),
  line(27, notStopped, 'stop', 'STOPPED', [...partners, 'LEAD'], {
    effects: [
      { kind: 'revoke_consents' },
      { kind: 'freeze_sharing' },
      { kind: 'clear_hold' },
      { kind: 'cancel_session' },
      notAhead,
    ],
  }),
];

/** The 27 rows of the process, as data. Whatever is not in it cannot happen. */
export const transitionTable: readonly Transition[] = [
  ...beforeSession,
  ...session,
  ...afterSession,
  ...overlays,
];
