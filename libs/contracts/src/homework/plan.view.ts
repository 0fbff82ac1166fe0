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

/** What one person handed in of an exercise of two people in the last 28 days. It is counted for that person alone. */
export class SharedHalfView {
  readonly personId!: string;
  readonly templateCode!: string;
  readonly title!: LocalizedText;
  /** Late counts one half; what was skipped or rested is not expected. */
  readonly done!: number;
  readonly expected!: number;
  readonly skipped!: number;
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
  /** Of the sides that the viewer holds, and never of the other. */
  readonly halves!: SharedHalfView[];
  readonly closed!: ClosedExerciseView[];
  readonly loads!: LoadView[];
  readonly mostActive!: number;
  readonly mostMinutes!: number;
}

/** What follows an exercise that was done, as the library has it; given through the plans of the couple. */
export class FollowUpOfferView {
  readonly coupleId!: string;
  readonly personId!: string;
  readonly templateCode!: string;
  /** Its place among the rhythms of the exercise. */
  readonly rhythm!: number;
  readonly cadence!: Cadence;
  readonly startsOn!: string;
  readonly days!: number;
}

/** Null where nothing follows, before it was handed in, and while it runs already. */
export class FollowUpView {
  readonly offer!: FollowUpOfferView | null;
}
