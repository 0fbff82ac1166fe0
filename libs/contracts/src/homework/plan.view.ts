import type { Cadence, LocalizedText } from '@trellis/domain';

/** One exercise as agreed with one person. */
export class PlanView {
  readonly id!: string;
  readonly personId!: string;
  readonly personName!: string;
  readonly compartment!: 'RP' | 'BP' | 'JOINT';
  readonly templateCode!: string;
  readonly title!: LocalizedText;
  readonly minutes!: number;
  readonly cadence!: Cadence;
  readonly weekdays!: number[];
  readonly time!: string;
  readonly startsOn!: string;
  readonly lastOn!: string;
  readonly state!: 'planned' | 'running' | 'resting' | 'over' | 'ended';
  /** Done counts one half where it came late; what was skipped or rested is not expected. */
  readonly done!: number;
  readonly expected!: number;
  readonly skipped!: number;
  /** The place that is due next, with the version to skip it by; null without one. */
  readonly next!: { readonly taskId: string; readonly dueAt: string; readonly version: number } | null;
  readonly version!: number;
}

/** Days on which nothing is expected; `planId` null when everything of the person rests. */
export class RestView {
  readonly id!: string;
  readonly personId!: string;
  readonly planId!: string | null;
  readonly kind!: 'travel' | 'illness' | 'agreed_pause';
  readonly from!: string;
  readonly to!: string | null;
  readonly version!: number;
}

/** Why an exercise is closed, as this viewer may read it. */
export class LockCauseView {
  readonly reason!: string;
  readonly side!: 'RP' | 'BP' | 'JOINT';
}

export class ClosedExerciseView {
  readonly templateCode!: string;
  readonly causes!: LockCauseView[];
}

/** What one calendar week asks of a person, Monday to Sunday. */
export class LoadWeekView {
  readonly from!: string;
  readonly to!: string;
  readonly active!: number;
  readonly minutesPerDay!: number;
  readonly overActive!: boolean;
  readonly overMinutes!: boolean;
}

/** How much a person has to do, from today on and week by week. A warning, never a refusal. */
export class LoadView {
  readonly personId!: string;
  readonly active!: number;
  readonly minutesPerDay!: number;
  readonly overActive!: boolean;
  readonly overMinutes!: boolean;
  /** This week and the next three. */
  readonly weeks!: LoadWeekView[];
}

/** An exercise of two people that both have ahead. It asks time of each. */
export class JointPlanView {
  readonly templateCode!: string;
  readonly title!: LocalizedText;
  readonly minutes!: number;
  readonly cadence!: Cadence;
  /** Places from today on. */
  readonly places!: number;
  readonly nextDueOn!: string;
  readonly lastOn!: string;
}

/** The plan of a couple as far as the viewer holds its sides. */
export class PlanBoardView {
  /** Today on the couple's clock. */
  readonly localDate!: string;
  readonly stage!: number;
  /** The week of the disclosure session, in which all but a few exercises rest; null without one ahead. */
  readonly sessionWeek!: { readonly from: string; readonly to: string } | null;
  readonly plans!: PlanView[];
  readonly rests!: RestView[];
  readonly joint!: JointPlanView[];
  readonly closed!: ClosedExerciseView[];
  readonly loads!: LoadView[];
  readonly mostActive!: number;
  readonly mostMinutes!: number;
}
