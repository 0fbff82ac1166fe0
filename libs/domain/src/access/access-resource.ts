import type { ClinicId, CoupleId, PersonId, StaffId } from '../shared/ids.js';
import type { Artefact } from './can-see.js';
import type { Compartment, Track } from './roles.js';
import type { SafetyTag, SecretsPolicy } from './secrets-policy.js';

/** Whether sharing between the two people is possible. Null, which is not known, counts as separated (ACCESS-14). */
export type CoupleState = 'active' | 'separated' | null;

/** What the status of a couple means for sharing (ACCESS-14). A closed treatment is not known to be of people together. */
export function coupleStateOf(status: 'intake' | 'active' | 'paused' | 'closed' | 'separated'): CoupleState {
  if (status === 'closed') return null;
  return status === 'separated' ? 'separated' : 'active';
}

/**
 * Homework, a question list, a map or a letter. `shownIn`: 'session' is what reaches the partner in session only;
 * 'delivery' is a letter, which the listener hears in its session.
 */
export type ItemResource = Readonly<{
  kind: 'item';
  clinicId: ClinicId;
  artefact: Artefact;
  coupleState: CoupleState;
  policy: SecretsPolicy | null;
  /** The author signed a release of information between the therapists; null when it is not known. */
  informationRelease: boolean | null;
  /** Null when nobody has looked: then nothing goes to the partner. */
  safetyTags: readonly SafetyTag[] | null;
  shownIn: 'any_time' | 'session' | 'delivery';
  inSession: boolean;
  handedIn: boolean;
  /** A question list, a map or a letter: time for thought before it goes. */
  sensitive: boolean;
}>;

/** Answers to the questions of a rating. `side` is null for a rating by staff. */
export type RatingItemsResource = Readonly<{
  kind: 'rating_items';
  clinicId: ClinicId;
  coupleId: CoupleId;
  ownerId: PersonId | StaffId;
  side: Track | null;
}>;

/** A source score or a composite. `from` names the people whose answers or counts it rests on. */
export type ScoreResource = Readonly<{
  kind: 'score';
  clinicId: ClinicId;
  coupleId: CoupleId;
  about: 'R' | 'B' | 'T' | 'D' | 'composite';
  /** Whose view it is; null for counts and composites. */
  ownerId: PersonId | StaffId | null;
  from: readonly Track[];
  /** Signed measurement consents; null when not known. */
  consents: Readonly<Record<Track, boolean | null>>;
}>;

/** The disclosure document with the reading windows that the asker's roles have (FTD-51). */
export type DocumentResource = Readonly<{
  kind: 'document';
  clinicId: ClinicId;
  coupleId: CoupleId;
  authorId: PersonId;
  side: Track;
  coupleState: CoupleState;
  policy: SecretsPolicy | null;
  windows: readonly Readonly<{
    mode: 'author' | 'own_therapist' | 'review' | 'session';
    until: Date | null;
  }>[];
  /** False from the moment at which it was locked. */
  editable: boolean;
}>;

/** Author only; a store of its own. */
export type PsychotherapyNoteResource = Readonly<{
  kind: 'psychotherapy_note';
  clinicId: ClinicId;
  coupleId: CoupleId;
  authorId: StaffId;
}>;
export type ProcessStateResource = Readonly<{
  kind: 'process_state';
  clinicId: ClinicId;
  coupleId: CoupleId;
}>;
/** Why something is on hold: in the compartment of the side that flagged it. */
export type HoldReasonResource = Readonly<{
  kind: 'hold_reason';
  clinicId: ClinicId;
  coupleId: CoupleId;
  side: Compartment;
  /** The person of that side; null for a joint one. */
  personId: PersonId | null;
  /** Of the class "safety"; null when not known. */
  safety: boolean | null;
}>;
export type AlertResource = Readonly<{
  kind: 'alert';
  clinicId: ClinicId;
  coupleId: CoupleId;
  /** From its audience (ALERT-19). */
  sides: readonly Compartment[];
  cover: boolean;
  /** Who covers now, by the rota. */
  coveredBy: readonly StaffId[];
}>;
/** The couple's card: names, dates, stage, attendance. */
export type CoupleResource = Readonly<{ kind: 'couple'; clinicId: ClinicId; coupleId: CoupleId }>;
/** What may be assigned as homework in one compartment. */
export type PlanResource = Readonly<{
  kind: 'homework_plan';
  clinicId: ClinicId;
  coupleId: CoupleId;
  compartment: Compartment;
}>;
/** A report that leaves the building. `words` is one couple's compartment; the others hold none. */
export type ReportResource = Readonly<{
  kind: 'report';
  clinicId: ClinicId;
  scope:
    | Readonly<{ content: 'aggregate' | 'named_process' }>
    | Readonly<{
        content: 'words';
        coupleId: CoupleId;
        compartment: Compartment;
        authorisedBy: readonly Track[];
      }>;
  people: number;
  requestedBy: StaffId;
  approvedBy: StaffId | null;
}>;
/** The log. `about` is the person whose record was opened; null for the log of the clinic. */
export type AuditResource = Readonly<{ kind: 'audit'; clinicId: ClinicId; about: PersonId | null }>;
export type ClinicResource = Readonly<{ kind: 'clinic'; clinicId: ClinicId; part: 'staff' | 'settings' }>;
/** The review of an emergency reading. `soloPractice`: there is nobody else who could do it. */
export type GlassReviewResource = Readonly<{
  kind: 'break_glass_review';
  clinicId: ClinicId;
  openedBy: StaffId;
  soloPractice: boolean;
}>;

export type AccessResource =
  | ItemResource
  | RatingItemsResource
  | ScoreResource
  | DocumentResource
  | PsychotherapyNoteResource
  | ProcessStateResource
  | HoldReasonResource
  | AlertResource
  | CoupleResource
  | PlanResource
  | ReportResource
  | AuditResource
  | ClinicResource
  | GlassReviewResource;
export type AccessResourceKind = AccessResource['kind'];

/** The couple that the resource belongs to; null for what belongs to the clinic. */
export function coupleOf(resource: AccessResource): CoupleId | null {
  if (resource.kind === 'item') return resource.artefact.coupleId;
  return 'coupleId' in resource ? resource.coupleId : null;
}
