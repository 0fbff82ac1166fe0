import type { Compartment, Track } from '../access/roles.js';
import type { LocalDate } from '../shared/local-date.js';
import type { ContraindicationId } from './contraindications.js';
import type { DayCheck } from './day-check.js';
import type { HoldReason } from './events.js';
import type { GroundingEntry } from './grounding.js';
import type { ReadinessItemId, ReadinessMark } from './readiness-item.js';
import { settingValues, type DisclosureSettingValues } from './settings.js';
import type { DisclosureState } from './states.js';

/** One answer of one person on their own consent form, given alone in their own sign-in. */
export type Consent = Readonly<{ given: boolean; at: Date; ownSignIn: boolean; textVersion: string }>;

/** One contraindication, judged by one clinician for one person alone. */
export type Assessment = Readonly<{
  track: Track;
  id: ContraindicationId;
  present: boolean;
  on: LocalDate;
  assessorId: string;
}>;

export type Hold = Readonly<{
  reason: HoldReason;
  /** Id of the clinician; 'client' for either partner, whose id is kept out; or 'system'. */
  setBy: string;
  /** The compartment in which the reason lies. */
  side: Compartment;
  since: Date;
  resumeTo: DisclosureState;
  /** Ids of those who signed that work may go on. */
  resumeSignedBy: readonly string[];
}>;

/** One therapist's signature under readiness. */
export type ReadinessSignature = Readonly<{ by: string; at: Date }>;

/** What a disclosure is for where separation is decided. */
export const separationPurposes = ['health', 'safety', 'legal'] as const;
export type SeparationPurpose = (typeof separationPurposes)[number];

/**
 * Every fact on which a decision rests. A fact that is not known is null or absent, and then the guard that needs
 * it refuses (FTD-04).
 */
export type DisclosureSnapshot = Readonly<{
  state: DisclosureState;
  zone: string;
  settings: DisclosureSettingValues;
  hold: Hold | null;
  leadId: string | null;
  /** Both tracks have a person enrolled. */
  enrolled: Readonly<Record<Track, boolean>>;
  policySignedBy: Readonly<Record<Track, boolean>> | null;
  /** The couple's secrets policy; one without secrets does not fit the time of preparing. */
  policy: 'NO_SECRETS' | 'LIMITED' | 'INDIVIDUAL_CONFIDENTIAL' | null;
  consents: Readonly<Record<Track, Consent | null>>;
  assessments: readonly Assessment[];
  /** Legal advice was taken by the person whose exposure it is. */
  counselConsulted: Readonly<Record<Track, boolean | null>>;
  separationPurpose: SeparationPurpose | null;
  /** Day of the note on timing, where a life event was found for the person. */
  timingNotes: Readonly<Record<Track, LocalDate | null>>;
  riskScreens: Readonly<Record<Track, Date | null>>;
  releasesSigned: boolean | null;
  /** One clinician holds both sides; null while nobody has said. */
  singleClinician: boolean | null;
  /** Day of the note of a supervision or consultation about that. */
  consultationNoteOn: LocalDate | null;
  drafts: DraftFacts | null;
  /** First day of the recovering person's own treatment. */
  treatmentSince: LocalDate | null;
  /** The partner's grounding log; null while none was loaded. */
  grounding: readonly GroundingEntry[] | null;
  readiness: Readonly<Partial<Record<ReadinessItemId, ReadinessMark>>>;
  /** Who signed readiness and when; JOINT is null where a couple therapist has not, or is not assigned. */
  readinessSigned: Readonly<Record<'RP' | 'BP' | 'JOINT', ReadinessSignature | null>>;
  coupleTherapistAssigned: boolean;
  readyUntil: Date | null;
  /** The re-check that carries a date beyond readiness: when it is booked, and when it was done. */
  recheckAt: Date | null;
  recheckDoneAt: Date | null;
  /** Undefined while nobody has asked; null when there has been none. */
  lastSlipAt?: Date | null;
  /** The last slip was told by protocol. */
  slipTold: boolean | null;
  /** Days that collide: holidays, birthdays, court, travel. Null while the calendar was not checked. */
  hardDates: readonly LocalDate[] | null;
  session: SessionFacts | null;
  letters: LetterFacts | null;
  addenda: number;
  completion: 'full' | 'partial' | null;
  jointWorkFrozen: boolean;
  sharingFrozen: boolean;
  /** Last day of the time in which numbers are expected to swing. */
  turbulenceUntil: LocalDate | null;
  /** The last step that was taken. */
  lastEventAt: Date | null;
}>;

export type DraftFacts = Readonly<{
  /** Number of the newest version, 0 before the first. */
  version: number;
  rounds: number;
  sections: number;
  sectionsApproved: number;
  latestIsOpen: boolean;
  questionListReceived: boolean;
  gapIds: readonly string[];
  /** Since when a draft waits for the therapist's answer. */
  awaitingReviewSince: Date | null;
}>;

export const followUps = ['h24', 'h72', 'd14'] as const;
export type FollowUp = (typeof followUps)[number];

export type SessionFacts = Readonly<{
  startsAt: Date | null;
  endedAt: Date | null;
  /** Null while nobody has said; then the day's emergency check is asked for. */
  telehealth: boolean | null;
  /** When emergency contacts and local addresses were last checked. */
  emergencyCheckedAt: Date | null;
  dayChecks: Readonly<Record<Track, DayCheck | null>>;
  departurePlanConfirmed: boolean;
  /** Follow-up contacts with each person that were made. */
  contactsDone: Readonly<Record<Track, readonly FollowUp[]>>;
  verificationEnabled: boolean;
  verificationAgreed: boolean;
}>;

export type LetterFacts = Readonly<{
  impactWanted: boolean;
  impactOptedOut: boolean;
  impactApprovedByPartnerTherapist: boolean;
  listeningRehearsed: boolean;
  impactDeliveredAt: Date | null;
  restitutionApproved: boolean;
  restitutionSafeToHear: boolean;
  restitutionDeliveredAt: Date | null;
  /** The newest contact with each person after the restitution letter was read. */
  followedUpAt: Readonly<Record<Track, Date | null>>;
}>;

/** A session of which nothing is known. */
export const bareSession: SessionFacts = {
  startsAt: null,
  endedAt: null,
  telehealth: null,
  emergencyCheckedAt: null,
  dayChecks: { RP: null, BP: null },
  departurePlanConfirmed: false,
  contactsDone: { RP: [], BP: [] },
  verificationEnabled: false,
  verificationAgreed: false,
};

/** Letters of which nothing is known. */
export const bareLetters: LetterFacts = {
  impactWanted: false,
  impactOptedOut: false,
  impactApprovedByPartnerTherapist: false,
  listeningRehearsed: false,
  impactDeliveredAt: null,
  restitutionApproved: false,
  restitutionSafeToHear: false,
  restitutionDeliveredAt: null,
  followedUpAt: { RP: null, BP: null },
};

const noFactsYet = {
  hold: null,
  leadId: null,
  enrolled: { RP: false, BP: false },
  policySignedBy: null,
  policy: null,
  consents: { RP: null, BP: null },
  assessments: [],
  counselConsulted: { RP: null, BP: null },
  separationPurpose: null,
  timingNotes: { RP: null, BP: null },
  riskScreens: { RP: null, BP: null },
  releasesSigned: null,
  singleClinician: null,
  consultationNoteOn: null,
  drafts: null,
  treatmentSince: null,
  grounding: null,
  readiness: {},
  readinessSigned: { RP: null, BP: null, JOINT: null },
  coupleTherapistAssigned: false,
  readyUntil: null,
  recheckAt: null,
  recheckDoneAt: null,
  slipTold: null,
  hardDates: null,
  session: null,
  letters: null,
  addenda: 0,
  completion: null,
  jointWorkFrozen: false,
  sharingFrozen: false,
  turbulenceUntil: null,
  lastEventAt: null,
} as const;

/** A process of which nothing is known but its state: every guard that needs a fact finds a gap. */
export function bareSnapshot(state: DisclosureState, zone = 'UTC'): DisclosureSnapshot {
  return { ...noFactsYet, state, zone, settings: settingValues() };
}
