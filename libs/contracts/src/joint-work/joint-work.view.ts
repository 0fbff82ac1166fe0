import type { HomeworkTemplate, LocalizedText } from '@trellis/domain';

/** An exercise of two people as its therapists see it: days and whether it is open, never who is missing. */
export class JointWorkRowView {
  readonly id!: string;
  readonly templateCode!: string;
  readonly templateVersion!: number;
  readonly title!: LocalizedText;
  readonly opensOn!: string;
  readonly dueOn!: string;
  /** True where a therapist opens the halves in a session. */
  readonly opensInSession!: boolean;
  readonly revealedAt!: string | null;
  readonly talkedAt!: string | null;
  readonly version!: number;
}

/** How many places of the exercise, which were still to come, were taken back. */
export class JointWorkEndingView {
  readonly takenBack!: number;
}

export class JointWorkPageView {
  readonly work!: JointWorkRowView[];
  readonly nextCursor!: string | null;
}

/** One half after the reveal. `answers` without what is private to its author. */
export class JointHalfView {
  readonly personId!: string;
  readonly personName!: string;
  readonly side!: 'RP' | 'BP';
  readonly answers!: Readonly<Record<string, unknown>>;
}

/** A half on a side that the viewer holds, as its own list shows it. */
export class JointTaskView {
  readonly taskId!: string;
  readonly personName!: string;
  readonly side!: 'RP' | 'BP';
  readonly handedIn!: boolean;
}

/** `halves` is empty until both are open. `tasks` are those of the viewer's own sides; a couple therapist has none. */
export class JointWorkWordsView {
  readonly work!: JointWorkRowView;
  readonly tasks!: JointTaskView[];
  /** Closed by a hold, a fear flag, the stage or a pause of touch: nothing opens while it is. */
  readonly closed!: boolean;
  readonly template!: HomeworkTemplate;
  readonly halves!: JointHalfView[];
}

/**
 * A joint exercise as one of its two people sees it. Before the reveal nothing here depends on the other: `theirs` is
 * null whether or not the other has begun, unless the two write one page.
 */
export class OwnJointWorkView {
  readonly taskId!: string;
  readonly templateCode!: string;
  readonly title!: LocalizedText;
  readonly purpose!: LocalizedText;
  /** The whole exercise, for reading both halves. */
  readonly template!: HomeworkTemplate;
  readonly state!: 'assigned' | 'opened' | 'draft' | 'submitted' | 'reviewed' | 'skipped';
  readonly version!: number;
  /** What opens the halves: both being in, a therapist in a session, or nothing, because it is one page. */
  readonly opens!: 'both_in' | 'in_session' | 'together';
  readonly revealed!: boolean;
  /** What both are told while it is closed for now, whatever closes it; nothing opens meanwhile. */
  readonly rests!: LocalizedText | null;
  /** It can be done together in turns with a clock. */
  readonly inTurns!: boolean;
  /** The person's own answers as handed in; null before. */
  readonly mine!: Readonly<Record<string, unknown>> | null;
  readonly theirs!: Readonly<Record<string, unknown>> | null;
  /** Both handed in one page, and it does not say the same: somebody has to look again. */
  readonly differs!: boolean;
}
