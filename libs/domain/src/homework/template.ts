import type { Privacy, Track } from '../access/roles.js';
import type { DisclosureState } from '../disclosure/states.js';
import type { LocalizedText } from '../shared/localized.js';
import type { Stage } from '../stages/stage.js';
import type { Cadence, FollowUpCadence } from './cadence.js';
import type { CompletionRule } from './completion-rule.js';
import type { Field } from './field.js';

export type PredictorCode = 'CT' | 'PI' | 'ED' | 'CG' | 'TS';

/**
 * How the words may travel beyond the template's level (HW-09). Nothing travels by itself: `partner` and `session`
 * need the author's release and the therapist's approval, `reveal_on_both` both halves, `mutual_rows` both releases.
 */
export type Sharing = Readonly<
  | { kind: 'none' }
  /** Reaches the partner after release and approval; `fields` when only those may travel. */
  | { kind: 'partner'; fields?: readonly string[] }
  /** As `partner`, but shown only in a session. */
  | { kind: 'session'; fields?: readonly string[] }
  /** Goes to a named therapist by the author's release; `fields` when only those may travel. */
  | { kind: 'therapist'; to: 'T_RP' | 'T_BP' | 'T_C'; fields?: readonly string[] }
  /** Joint work whose halves stay hidden until both are in; `inSession`: and until a therapist opens them there. */
  | { kind: 'reveal_on_both'; inSession?: true }
  /** Joint work that two people write together. */
  | { kind: 'together' }
  /** Drafted alone; only rows that neither answered with no are shown. */
  | { kind: 'mutual_rows' }
>;

/** What keeps an exercise closed for now, judged from facts (HW-10). */
export const lockReasons = [
  'stage',
  'hold',
  'fear_flag',
  'acute_risk',
  'no_support_that_evening',
  'legal_question_open',
  'before_disclosure_state',
  'before_aftercare',
  'touch_suspended',
  'step_not_open',
  'unsafe_release',
] as const;
export type LockReason = (typeof lockReasons)[number];

/** A lighter or closer form of the same exercise, such as ten minutes in stage 1. */
export type Variant = Readonly<{
  key: string;
  label: LocalizedText;
  /** Set when the form is not chosen but follows from the stage. */
  stage?: Stage;
  minutes?: number;
  /** Keys of fields that this form leaves out. */
  omits?: readonly string[];
  /** Set when one person alone may choose it, in these stages; the other's half stays as it is. */
  only?: Readonly<{ by: Track; stages: readonly Stage[] }>;
}>;

/** One step of an exercise in several steps; a step opens by stage, by a therapist, or after repetitions. */
export type Step = Readonly<{
  key: string;
  label: LocalizedText;
  stages: readonly Stage[];
  /** Finished rounds of the step before, with both calm, that must come first. */
  afterRounds?: number;
  therapistOpens?: boolean;
  /** Facts that keep this step closed, besides those of its exercise. */
  lockedBy?: readonly LockReason[];
}>;

export type HomeworkTemplate = Readonly<{
  code: string;
  version: number;
  track: 'R' | 'B' | 'C';
  title: LocalizedText;
  purpose: LocalizedText;
  fields: readonly Field[];
  cadence: Cadence;
  /** Other rhythms that a therapist may choose instead. */
  otherCadences?: readonly Cadence[];
  /** What follows once an exercise of one time, or of sittings, is done. */
  followUp?: FollowUpCadence;
  /** So many portions in one calendar week are enough; more are not offered that week. */
  mostPerWeek?: number;
  /** Usual length. */
  minutes: number;
  privacy: Privacy;
  sharing: Sharing;
  stages: readonly Stage[];
  feeds: readonly PredictorCode[];
  /** All rules must hold. The length of a text never counts (HW-05). */
  completion: readonly CompletionRule[];
  /** Facts that keep it closed, besides its stages. Couple exercises always name hold and fear_flag. */
  lockedBy: readonly LockReason[];
  /** Opens, or opens for drafting, once the disclosure has come this far. */
  opensFrom?: readonly DisclosureState[];
  /** For the therapist: when not to use it. */
  avoid: readonly LocalizedText[];
  /** For the author, before the first field. */
  notes?: readonly LocalizedText[];
  /** Questions that take turns, one for each occurrence. */
  prompts?: readonly LocalizedText[];
  variants?: readonly Variant[];
  steps?: readonly Step[];
  /** Choices that a therapist is told about, such as a partner chosen as reviewer. */
  noticesTherapist?: readonly Readonly<{ field: string; values: readonly string[] }>[];
  /** Who writes it, where a couple exercise is written by one side. */
  writtenBy?: readonly Track[];
}>;

/** What every exercise offers, whatever its template says (HW-11). */
export const always = {
  skipAllowed: true,
  pauseAllowed: true,
  tooHardAllowed: true,
  crisisFooter: true,
  quickExit: true,
  readingGradeMost: 7,
} as const;

export type AnswerValue = string | number | boolean | readonly string[] | readonly AnswerRow[];
export type AnswerRow = Readonly<Record<string, string | number | boolean | readonly string[]>>;
export type Answers = Readonly<Record<string, AnswerValue>>;
