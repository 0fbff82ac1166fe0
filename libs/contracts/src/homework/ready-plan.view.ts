import type { Cadence, LocalizedText } from '@trellis/domain';
import type { LockCauseView } from './plan.view.js';

/** One exercise of a default plan, as it would be given. */
export class ReadyPlanItemView {
  readonly templateCode!: string;
  readonly title!: LocalizedText;
  readonly minutes!: number;
  readonly cadence!: Cadence;
  readonly side!: 'RP' | 'BP' | 'JOINT';
  /** Null for an exercise of two people, and for a side that the viewer does not hold. */
  readonly personId!: string | null;
  /**
   * `open` can be given; `locked` stays out, with its causes; `has_already` runs or is agreed; `no_place` has no place in
   * these days; `elsewhere` is written in the disclosure; `not_given` is an exercise of the clinic that was retired; `other_side` is for the therapist of that side, and nothing more is said of it.
   */
  readonly state!: 'open' | 'locked' | 'has_already' | 'no_place' | 'elsewhere' | 'not_given' | 'other_side';
  readonly causes!: LockCauseView[];
  /** What the therapist has to settle with the person for it to open. */
  readonly settles!: ('acute_risk' | 'no_support_that_evening' | 'legal_question_open')[];
  readonly startsOn!: string;
  /** Places that open in each of the weeks. */
  readonly perWeek!: number[];
}

/** A plan of a stage, or a pack where `stage` is null. */
export class ReadyPlanView {
  readonly key!: string;
  readonly title!: LocalizedText;
  readonly stage!: number | null;
  /** Of a pack of the clinic; null for a plan that comes with the program. */
  readonly version!: number | null;
  readonly items!: ReadyPlanItemView[];
}

/** A calendar week, cut off where the plan begins or ends within it. */
export class PlanWeekView {
  readonly from!: string;
  readonly to!: string;
}

/** What each default plan would give this couple from a day on. Nothing is given by looking. */
export class ReadyPlansView {
  readonly localDate!: string;
  readonly stage!: number;
  readonly startsOn!: string;
  readonly days!: number;
  readonly weeks!: PlanWeekView[];
  readonly plans!: ReadyPlanView[];
}
