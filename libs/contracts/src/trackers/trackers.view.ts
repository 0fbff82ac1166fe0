/** Two separate dimensions of 0 to 100; null where too much is missing. They are never put together. */
export class AttachmentReadingView {
  readonly on!: string;
  readonly anxious!: number | null;
  readonly avoidant!: number | null;
}

/** The median of the four weeks that end on `on`, 0 to 100, by kind of reaction; null with too few weeks. */
export class ReactionWeekView {
  readonly on!: string;
  readonly intrusion!: number | null;
  readonly avoidanceNumbing!: number | null;
  readonly alarm!: number | null;
  readonly selfBlame!: number | null;
}

/** Urges that were written down in the last fourteen days, 0 to 10; null where none was. */
export class UrgeSummaryView {
  readonly count!: number;
  readonly mean!: number | null;
  readonly most!: number | null;
}

/** Days by themselves, no run of days. */
export class DaysPractisedView {
  readonly practised!: number;
  readonly withoutSlip!: number;
  readonly of!: number;
}

/** One person's trackers, for that person and their own therapist alone. What is not asked of a side is null or empty. */
export class PersonTrackersView {
  readonly personId!: string;
  readonly side!: 'RP' | 'BP';
  /** Newest last, 13 at most: a year. */
  readonly attachment!: AttachmentReadingView[];
  /** Newest last, 8 at most; of the partner alone. */
  readonly reactions!: ReactionWeekView[];
  /** Of the recovering person alone. */
  readonly urges!: UrgeSummaryView | null;
  readonly days!: DaysPractisedView | null;
}

/** Whether the questions about closeness and distance are asked today, and the first day on which they are next. */
export class AttachmentDueView {
  readonly due!: boolean;
  readonly dueOn!: string;
}

/** Those of the couple's people whose own therapist is asking; empty for everybody else. */
export class CoupleTrackersView {
  readonly people!: PersonTrackersView[];
}
