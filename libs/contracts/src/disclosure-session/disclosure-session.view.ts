/** Answers of a same-day check; null for what was not asked. */
export class DayAnswersView {
  readonly sober!: boolean | null;
  readonly slept!: boolean | null;
  readonly safe!: boolean | null;
  readonly consentReaffirmed!: boolean | null;
  readonly transportConfirmed!: boolean | null;
  readonly childCareConfirmed!: boolean | null;
}

/** The same-day check of one side as a therapist sees it. */
export class DayCheckView {
  readonly side!: 'RP' | 'BP';
  /** Whether every part counts for the day of the session; all that the other side's therapist learns. */
  readonly done!: boolean;
  /** True for the therapist of this side. */
  readonly mine!: boolean;
  readonly asked!: DayAnswersView | null;
  readonly askedAt!: string | null;
  /** What the person said of the day on their own phone. */
  readonly own!: DayAnswersView | null;
  readonly ownAt!: string | null;
  /** What the next If-Match of the check must carry. */
  readonly version!: number;
}

export class SessionParticipantView {
  readonly id!: string;
  readonly name!: string;
  /** The side of a person; null for staff. */
  readonly side!: 'RP' | 'BP' | null;
  readonly arriveAt!: string;
  readonly attendance!: 'expected' | 'came' | 'absent' | 'excused';
}

export class SessionAppointmentView {
  readonly id!: string;
  readonly startsAt!: string;
  readonly endsAt!: string;
  readonly zone!: string;
  readonly participants!: SessionParticipantView[];
}

/** The run of the session as therapists see it. Nothing of it is shown to the people themselves. */
export class SessionRunView {
  /** What the next If-Match of an act on the run must carry. */
  readonly version!: number;
  readonly telehealth!: boolean | null;
  readonly telehealthMarks!: string[];
  /** What is still open before a session by video, as `side:item`. */
  readonly telehealthGaps!: string[];
  readonly emergencyCheckedAt!: string | null;
  readonly departureConfirmedAt!: string | null;
  readonly signs!: string[];
  readonly steps!: {
    readonly step: string;
    readonly startedAt: string;
    readonly endedAt: string | null;
    readonly ticked: number[];
  }[];
  /** Of the running part: seconds without its pauses, and minutes beyond its range. Null when none runs. */
  readonly elapsedSeconds!: number | null;
  readonly overMinutes!: number | null;
  readonly pauses!: { readonly from: string; readonly until: string | null }[];
  readonly distress!: {
    readonly side: 'RP' | 'BP';
    readonly moment: string;
    readonly value: number;
    readonly at: string;
  }[];
  /** Why the therapist is offered to end early; empty when there is no reason. */
  readonly endEarlyBecause!: string[];
  /** Until when the partner may read along on an own screen; null when it is closed. */
  readonly readingUntil!: string | null;
  readonly endedAt!: string | null;
}

export class HardDateView {
  readonly id!: string;
  readonly kind!: string;
  readonly from!: string;
  readonly to!: string;
  /** Whose it is: kept by the care team, or by one person for their own side. */
  readonly of!: 'team' | 'RP' | 'BP';
}

export class LogisticsLineView {
  readonly line!: string;
  readonly by!: string;
  readonly confirmed!: boolean;
  /** True where the asker may confirm it. */
  readonly mine!: boolean;
}

/** Everything around the session of a disclosure for a therapist of the care team. */
export class DisclosureSessionView {
  readonly coupleId!: string;
  readonly coupleName!: string;
  readonly state!: string;
  /** What the next If-Match of a step of the process must carry. */
  readonly processVersion!: number;
  readonly timeZone!: string;
  readonly now!: string;
  readonly iLead!: boolean;
  readonly appointment!: SessionAppointmentView | null;
  readonly run!: SessionRunView | null;
  readonly logistics!: LogisticsLineView[];
  readonly dayChecks!: DayCheckView[];
  readonly datesCheckedAt!: string | null;
  readonly dates!: HardDateView[];
  /** Which forms a person of the asker's side has written, without a word of them. */
  readonly plans!: { readonly side: 'RP' | 'BP'; readonly form: string; readonly savedAt: string }[];
}

/** Days that collide with a moment. */
export class SessionCollisionsView {
  readonly checked!: boolean;
  readonly collisions!: string[];
}

/** The lines that the asker may see. */
export class SessionLogisticsView {
  readonly logistics!: LogisticsLineView[];
}

/** What the office arranges: a neutral appointment and its own lines. */
export class OfficeSessionView {
  readonly startsAt!: string | null;
  readonly endsAt!: string | null;
  readonly zone!: string | null;
  readonly logistics!: LogisticsLineView[];
}

/** One form of a plan. */
export class SupportPlanView {
  readonly form!: 'A' | 'B' | 'C';
  readonly lines!: { readonly line: string; readonly text: string }[];
  readonly savedAt!: string;
  readonly version!: number;
}

export class SupportPlansView {
  readonly plans!: SupportPlanView[];
}

/** Answer to saving a plan; it holds no word, because answers of writes are kept to be repeated. */
export class SupportPlanSavedView {
  readonly form!: 'A' | 'B' | 'C';
  readonly savedAt!: string;
  readonly version!: number;
}

/** The appointment as the person themself sees it: when, and what is theirs to arrange. */
export class OwnDisclosureSessionView {
  readonly now!: string;
  readonly appointment!: {
    readonly startsAt: string;
    readonly endsAt: string;
    readonly arriveAt: string;
    readonly zone: string;
    readonly today: boolean;
  } | null;
  readonly logistics!: { readonly line: string; readonly confirmed: boolean }[];
  readonly dayCheck!: {
    readonly open: boolean;
    readonly answers: DayAnswersView | null;
    readonly version: number;
  };
  /** The running session: its part, the time of the part, and whether it is paused. Nothing that anybody typed. */
  readonly run!: {
    readonly step: string;
    readonly elapsedSeconds: number;
    readonly paused: boolean;
    /** Only for the partner, while their therapist has opened it. */
    readonly readingOpen: boolean;
  } | null;
  readonly plans!: { readonly form: string; readonly savedAt: string; readonly version: number }[];
  readonly dates!: HardDateView[];
}

/** A place at the reading, for this person on this device alone. */
export class ReadingPlaceView {
  readonly token!: string;
  readonly endsAt!: string;
}

/** What is shown while it is read aloud. It is kept nowhere on the device. */
export class ReadingView {
  readonly sections!: { readonly id: string; readonly text: string }[];
  /** Who reads and when, written across the words. */
  readonly watermark!: { readonly name: string; readonly at: string };
  readonly endsAt!: string;
}
