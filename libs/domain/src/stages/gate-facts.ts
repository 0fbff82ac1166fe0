import type { Track } from '../access/roles.js';
import type { Fraction } from '../shared/fraction.js';
import type { LocalDate } from '../shared/local-date.js';
import type { IndexWeek } from './index-course.js';

/** A fact of each person. What is left out is not known, and nothing unknown meets a criterion (GATE-03). */
export type OfEach<T> = Readonly<Partial<Record<Track, T>>>;

/**
 * One person's safety: whether a concern about violence, fear or control is open, and the day on which a clinician
 * last stated in writing that they know of none. A questionnaire without such a statement opens nothing (GATE-04).
 */
export type SafetyFact = Readonly<{
  concernOpen?: boolean;
  statedOn?: LocalDate | null;
  screen?: 'negative' | 'positive' | 'not_done';
}>;

export type RiskScreen = Readonly<{ on: LocalDate; acute: boolean }>;

/** A fearful or pressured answer that somebody gave, and when a therapist recorded how it was resolved. */
export type FearAnswer = Readonly<{ on: LocalDate; resolvedOn: LocalDate | null }>;

/** How far the disclosure has come; `clinicalNote` is a clinician's note on going on without one. */
export type DisclosureRoute = Readonly<{
  at: 'before_aftercare' | 'aftercare_or_later' | 'declined' | 'waived';
  sessionEndedOn: LocalDate | null;
  clinicalNote: boolean;
}>;

/** `toldInTime`: told to the partner within the couple's agreed window. */
export type SlipFact = Readonly<{ on: LocalDate; toldInTime?: boolean }>;

/** Facts of both gates. For `lastSlip` null says that there was none. */
export type SharedFacts = Readonly<{
  safety?: OfEach<SafetyFact>;
  lastSlip?: SlipFact | null;
  /** A slip or other material that a therapist knows of and the partner does not. */
  undisclosedMaterial?: boolean;
}>;

export type StageTwoFacts = SharedFacts &
  Readonly<{
    risk?: OfEach<RiskScreen | null>;
    disclosure?: DisclosureRoute;
    accountabilitySince?: LocalDate | null;
    timeOutTests?: number;
    partnerOwnSupport?: boolean;
    /** Daily check-ins of the last 28 days; one that came late counts a half. */
    checkIns?: Readonly<{ done: Fraction; expected: number }>;
    /** Distress before minus after, 0 to 10, of each use of a grounding skill, oldest first. */
    groundingDrops?: readonly number[];
    /** The partner's latest rating of transparency, 0 to 100. */
    partnerTransparency?: Fraction | null;
    /** Nights of the last seven with at least five hours of sleep. */
    sleepNights?: OfEach<number>;
    agreesOnPurpose?: OfEach<boolean>;
  }>;

export type StageThreeFacts = SharedFacts &
  Readonly<{
    /** Gate 1 to 2: its decision and the last day on which it holds without review. */
    earlierGate?: Readonly<{ open: boolean; reviewDate: LocalDate }>;
    holdOpen?: boolean;
    fearAnswers?: OfEach<readonly FearAnswer[]>;
    index?: OfEach<readonly IndexWeek[]>;
    /** The disclosure with its letters is finished up to restitution, or waived by a clinician in writing. */
    disclosureSequence?: 'finished' | 'clinically_waived' | 'unfinished';
    /** The partner's course on the clinic's own measure. */
    symptoms?: Readonly<{ measuredOn: LocalDate; comparedWith: LocalDate; reliablyWorse: boolean }> | null;
    /** Last dissociation or flashback with touch that was not sexual; null for none. */
    lastTouchDistress?: LocalDate | null;
    stopRehearsals?: OfEach<number>;
    /** Times that this person's no was met without a price. */
    honoredNos?: OfEach<number>;
    /** Consent-based dialogues; `heard` holds both people's "felt heard", 0 to 4, oldest first. */
    dialogues?: Readonly<{ completed: number; heard: readonly Readonly<Record<Track, number>>[] }>;
    healthInformation?: 'acted_upon' | 'not_relevant' | 'open';
    painReferral?: 'referred' | 'none_known' | 'open';
    /** Talked about with each person alone: no urge relief through the partner, no sense of duty. */
    talkedAlone?: OfEach<boolean>;
    freeOfSubstances?: OfEach<boolean>;
    /** Signed: no goal, no intercourse, either may stop, a debrief with a therapist. */
    touchAgreementSigned?: OfEach<boolean>;
    affectionComfortable?: OfEach<boolean>;
    dailyConnections?: number;
    empathyRatings?: OfEach<Fraction | null>;
    differencesTalked?: boolean;
  }>;
