/** What the service carries out in the transaction of a step. Values only; nothing here acts. */
export type DisclosureEffect = Readonly<
  | { kind: 'create_tasks'; pack: 'education' | 'logistics' | 'aftercare' | 'letter' }
  | { kind: 'open_read_window'; reader: 'T_BP' }
  | { kind: 'clear_signatures' }
  | { kind: 'lock_document' }
  | { kind: 'start_readiness' }
  | { kind: 'cancel_session' }
  | { kind: 'open_day_form' }
  | { kind: 'freeze_joint_work' }
  | { kind: 'thaw_joint_work' }
  | { kind: 'open_turbulence'; of: 'session' | 'letter' }
  | { kind: 'count_addendum' }
  | { kind: 'mark_partial' }
  | { kind: 'notify_therapists' }
  | { kind: 'notify_neutrally'; words: 'not_at_this_time' | 'scheduling_paused' }
  | { kind: 'revoke_consents' }
  | { kind: 'freeze_sharing' }
  | { kind: 'record_summary' }
>;

export type EffectKind = DisclosureEffect['kind'];
