import type { HomeworkTemplate, LocalizedText } from '@trellis/domain';

/** One card on a person's Today. */
export class TaskCardView {
  readonly id!: string;
  readonly templateCode!: string;
  readonly templateVersion!: number;
  /** Name and purpose of the exercise in every language; the whole of it comes with the task. */
  readonly title!: LocalizedText;
  readonly purpose!: LocalizedText;
  /** Questions whose answers stay with the author, answered or not. */
  readonly keptByAuthor!: number;
  readonly state!: 'assigned' | 'opened' | 'draft' | 'submitted' | 'reviewed' | 'skipped';
  readonly dueAt!: string;
  readonly minutes!: number;
  readonly version!: number;
}

export class TodayView {
  readonly localDate!: string;
  readonly tasks!: TaskCardView[];
  /** The open rating window, or null between windows and when it is already answered. */
  readonly rating!: { readonly windowEndsOn: string; readonly closesAt: string } | null;
  /** Tasks done in the last seven days, as a plain count. */
  readonly recentlyDone!: number;
  /** Exercises of the person rest today; the last day of it, or null while nobody has set one. Null when nothing rests. */
  readonly resting!: { readonly until: string | null } | null;
}

/** A person's own task with the draft as last saved at the clinic. */
export class OwnTaskView extends TaskCardView {
  /** The exercise in the version that was assigned. */
  readonly template!: HomeworkTemplate;
  readonly answers!: Readonly<Record<string, unknown>>;
  readonly savedAt!: string | null;
  readonly tooHard!: boolean;
}

/** A person's own finished tasks, newest first. */
export class OwnRecordView {
  readonly tasks!: TaskCardView[];
  readonly nextCursor!: string | null;
}

/** Answer to an autosave: `version` is what the next If-Match must carry. */
export class SavedView {
  readonly version!: number;
  readonly savedAt!: string;
  readonly state!: 'assigned' | 'opened' | 'draft' | 'submitted' | 'reviewed' | 'skipped';
}

/** Row of the therapist's list: only tasks of the sides the viewer holds. */
export class TaskRowView extends TaskCardView {
  readonly personId!: string;
  readonly personName!: string;
  readonly compartment!: 'RP' | 'BP' | 'JOINT';
  readonly submittedAt!: string | null;
  readonly reviewedAt!: string | null;
  readonly lateness!: 'on_time' | 'late' | 'missed' | 'open';
  readonly tooHard!: boolean;
  /** True until reviewed when an answer asked for attention to safety: call this person, in working hours. */
  readonly needsCall!: boolean;
  /** An answer that the therapist asked to hear of, without alarm. */
  readonly noticed!: boolean;
}

export class CoupleHomeworkView {
  readonly tasks!: TaskRowView[];
  readonly nextCursor!: string | null;
  /** Sides whose homework this viewer may not read, with the therapist to ask. */
  readonly closedSides!: { readonly side: 'RP' | 'BP' | 'JOINT'; readonly askName: string }[];
}

/** One thing that an exercise still lacks for being done. */
export class MissingForDoneView {
  readonly rule!: 'rows' | 'rows_with' | 'rows_all' | 'therapist_confirms' | 'per_week' | 'rounds' | 'other';
  /** How many are still to come, where that is counted. */
  readonly left!: number | null;
}

/**
 * A submitted answer as far as this viewer may read it. `keptByAuthor` counts the questions of this exercise whose
 * answers stay with the author; it is the same whether they were answered or not. `readers` are names.
 */
export class SubmittedAnswerView {
  readonly task!: TaskRowView;
  /** The exercise in the version that was assigned, by which the answers are read. */
  readonly exercise!: HomeworkTemplate;
  readonly answers!: Readonly<Record<string, unknown>>;
  readonly keptByAuthor!: number;
  /** What is missing for being done, once it is handed in; null for words that were given, and for exercises of two people. */
  readonly missing!: MissingForDoneView[] | null;
  readonly readers!: string[];
}
