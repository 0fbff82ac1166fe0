import type { NoticeId } from './notices.js';

/** What the service carries out in the transaction of a step. Values only; nothing here acts. */
export type DisclosureEffect = Readonly<
  | { kind: 'create_tasks'; pack: 'education' | 'logistics' | 'aftercare' | 'letter' }
  | { kind: 'open_read_window'; reader: 'T_BP' }
  | { kind: 'count_draft' }
  | { kind: 'answer_draft' }
  | { kind: 'approve_section' }
  | { kind: 'clear_signatures' }
  | { kind: 'reopen_document' }
  | { kind: 'lock_document' }
  | { kind: 'start_readiness' }
  | { kind: 'set_session_date' }
  | { kind: 'postpone_session' }
  | { kind: 'cancel_session' }
  | { kind: 'open_day_form' }
  | { kind: 'end_session' }
  | { kind: 'set_hold' }
  | { kind: 'clear_hold' }
  | { kind: 'freeze_joint_work' }
  | { kind: 'thaw_joint_work' }
  | { kind: 'open_turbulence'; of: 'session' | 'letter' }
  | { kind: 'record_impact' }
  | { kind: 'record_restitution' }
  | { kind: 'count_addendum' }
  | { kind: 'mark_partial' }
  | { kind: 'notify_therapists' }
  | { kind: 'notify_neutrally'; words: NoticeId; timing: 'at_once' | 'therapist_chooses' }
  | { kind: 'revoke_consents' }
  | { kind: 'freeze_sharing' }
  | { kind: 'record_summary' }
>;

export type EffectKind = DisclosureEffect['kind'];
