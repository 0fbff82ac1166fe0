import type { Compartment } from '../access/roles.js';
import type { LocalizedText } from '../shared/localized.js';

/** Everything that can move a disclosure. `continue_session` is the end of a pause within the session. */
export const disclosureEvents = [
  'open_ftd',
  'both_consent',
  'decline',
  'screen_passed',
  'waive',
  'submit_draft',
  'request_changes',
  'approve_section',
  'release_for_review',
  'gaps_found',
  'readiness_huddle_signed',
  'start_verification',
  'close_verification',
  'schedule',
  'slip_logged',
  'new_material',
  'readiness_expired',
  'day_before_reached',
  'go',
  'no_go_postpone',
  'no_go_hold',
  'pause',
  'continue_session',
  'end',
  'end_early',
  'acute_passed',
  'partial_or_omission',
  'open_impact',
  'deliver_impact',
  'impact_opt_out',
  'open_restitution',
  'deliver_restitution',
  'close',
  'hold',
  'resume',
  'stop',
] as const;
export type DisclosureEvent = (typeof disclosureEvents)[number];

/** Who acts. LEAD is one of the therapists; ADMIN acts on the lead's order only. */
export const actorRoles = ['T_RP', 'T_BP', 'T_C', 'LEAD', 'SECOND', 'ADMIN', 'RP', 'BP', 'SYSTEM'] as const;
export type ActorRole = (typeof actorRoles)[number];

/** `id` names the acting person, or 'system'. */
export type Actor = Readonly<{ id: string; roles: readonly ActorRole[] }>;

/** Reason classes of a hold. The words behind it are sealed and never part of the process. */
export const holdReasons = ['clinical_risk', 'safety', 'legal', 'life_event', 'other'] as const;
export type HoldReason = (typeof holdReasons)[number];

/** Reason classes of a waiver. */
export const waiverReasons = ['told_before', 'not_indicated', 'clinical_risk', 'legal', 'other'] as const;
export type WaiverReason = (typeof waiverReasons)[number];

/**
 * What is asked for. The moment of a session goes with `schedule`, a reason class with `hold`, `no_go_…` and `waive`,
 * the version of the draft with the three events of row 6.
 */
export type DisclosureRequest = Readonly<{
  event: DisclosureEvent;
  sessionAt?: Date;
  holdReason?: HoldReason;
  waiverReason?: WaiverReason;
  /** Whose finding led to a pause that the system sets; it decides in whose compartment the reason lies. */
  side?: Compartment;
  /** A re-check booked with the date, where the date lies beyond readiness. */
  recheckAt?: Date;
  /** `submit_draft`: the new version's number; the other events of row 6: the version they speak of. */
  draftVersion?: number;
  /** Id of the second clinician who signs with the first. */
  coSigner?: string;
  /** The lead asked for this date; an admin may schedule only then. */
  orderedByLead?: boolean;
  /** A waiver or a pause has a sealed reason on record. */
  reasonRecorded?: boolean;
}>;

/** A short title and what would meet it. */
export type Criterion = Readonly<{ title: LocalizedText; metBy: LocalizedText }>;
