import type { Track } from '../access/roles.js';
import type { LocalDate } from '../shared/local-date.js';
import type { ContraindicationId } from './contraindications.js';
import type { HoldReason } from './events.js';
import type { ReadinessItemId, ReadinessMark } from './readiness-item.js';
import { settingValues, type DisclosureSettingValues } from './settings.js';
import type { DisclosureState } from './states.js';

/** One answer of one person on their own consent form. */
export type Consent = Readonly<{ given: boolean; at: Date }>;

/** One contraindication, judged for one person alone. */
export type Assessment = Readonly<{ track: Track; id: ContraindicationId; present: boolean; on: LocalDate }>;

export type Hold = Readonly<{
  reason: HoldReason;
  setBy: string;
  since: Date;
  resumeTo: DisclosureState;
  /** Ids of those who signed that work may go on. */
  resumeSignedBy: readonly string[];
}>;

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
  consents: Readonly<Record<Track, Consent | null>>;
  assessments: readonly Assessment[];
  riskScreens: Readonly<Record<Track, Date | null>>;
  releasesSigned: boolean | null;
  drafts: DraftFacts | null;
  readiness: Readonly<Partial<Record<ReadinessItemId, ReadinessMark>>>;
  /** When each therapist signed readiness; JOINT is null where a couple therapist has not, or is not assigned. */
  readinessSigned: Readonly<Record<'RP' | 'BP' | 'JOINT', Date | null>>;
  coupleTherapistAssigned: boolean;
  readyUntil: Date | null;
  recheckAt: Date | null;
  /** Undefined while nobody has asked; null when there has been none. */
  lastSlipAt?: Date | null;
  /** Days that collide: holidays, birthdays, court, travel. Null while the calendar was not checked. */
  hardDates: readonly LocalDate[] | null;
  session: SessionFacts | null;
  letters: LetterFacts | null;
}>;

export type DraftFacts = Readonly<{
  rounds: number;
  sections: number;
  sectionsApproved: number;
  latestIsOpen: boolean;
  questionListReceived: boolean;
  gapIds: readonly string[];
}>;

export type SessionFacts = Readonly<{
  startsAt: Date | null;
  endedAt: Date | null;
  dayChecks: Readonly<Record<Track, boolean>>;
  departurePlanConfirmed: boolean;
  contactsDone: Readonly<{ h24: boolean; h72: boolean; d14: boolean }>;
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
}>;

/** A process of which nothing is known but its state: every guard that needs a fact finds a gap. */
export function bareSnapshot(state: DisclosureState, zone = 'UTC'): DisclosureSnapshot {
  return {
    state,
    zone,
    settings: settingValues(),
    hold: null,
    leadId: null,
    enrolled: { RP: false, BP: false },
    policySignedBy: null,
    consents: { RP: null, BP: null },
    assessments: [],
    riskScreens: { RP: null, BP: null },
    releasesSigned: null,
    drafts: null,
    readiness: {},
    readinessSigned: { RP: null, BP: null, JOINT: null },
    coupleTherapistAssigned: false,
    readyUntil: null,
    recheckAt: null,
    hardDates: null,
    session: null,
    letters: null,
  };
}
