import type { LocalizedText } from '@trellis/domain';

/** Why something stands in a therapist's queue, in the order in which it does. */
export type ReviewKindView = 'risk' | 'notice' | 'too_hard' | 'handed_in' | 'not_this_week' | 'to_talk_about';

export class ReviewItemView {
  readonly taskId!: string;
  readonly coupleId!: string;
  readonly personName!: string;
  readonly compartment!: 'RP' | 'BP' | 'JOINT';
  readonly title!: LocalizedText;
  readonly kind!: ReviewKindView;
  /** Since when it waits. */
  readonly since!: string;
  readonly version!: number;
}

/** The longest waiting first within each kind, 100 at most; `more` says that others wait behind them. */
export class ReviewQueueView {
  readonly items!: ReviewItemView[];
  readonly more!: boolean;
}

export class FeedbackWordsView {
  readonly id!: string;
  readonly byName!: string;
  readonly givenAt!: string;
  readonly words!: string;
}

/** What followed a handing in, for a therapist of its author's side. */
export class TaskFeedbackView {
  readonly taskId!: string;
  readonly state!: 'assigned' | 'opened' | 'draft' | 'submitted' | 'reviewed' | 'skipped';
  readonly talkedAt!: string | null;
  readonly askedAgainAt!: string | null;
  readonly seenAt!: string | null;
  readonly feedback!: FeedbackWordsView[];
  readonly version!: number;
}

/** One exercise about which the own therapist wrote. */
export class OwnFeedbackItemView {
  readonly taskId!: string;
  readonly title!: LocalizedText;
  readonly byName!: string;
  /** Local day. */
  readonly givenOn!: string;
  readonly unread!: boolean;
  readonly askedAgain!: boolean;
}

/** Newest first, 50 at most. */
export class OwnFeedbackListView {
  readonly items!: OwnFeedbackItemView[];
}

export class OwnFeedbackWordsView {
  readonly byName!: string;
  readonly givenOn!: string;
  readonly words!: string;
}

export class OwnFeedbackView {
  readonly taskId!: string;
  readonly title!: LocalizedText;
  readonly askedAgain!: boolean;
  readonly feedback!: OwnFeedbackWordsView[];
}
