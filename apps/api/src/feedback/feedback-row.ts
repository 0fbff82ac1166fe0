import type {
  Compartment,
  CoupleId,
  HomeworkTemplate,
  PersonId,
  StaffId,
  TaskId,
  TaskState,
} from '@trellis/domain';

/** How an exercise stands after it was handed in or put aside. */
export interface FollowRow {
  readonly id: TaskId;
  readonly couple_id: CoupleId;
  readonly person_id: PersonId;
  readonly compartment: Compartment;
  readonly template_code: string;
  readonly template_version: number;
  readonly own_exercise?: HomeworkTemplate;
  readonly state: TaskState;
  readonly talked_at: Date | null;
  readonly revision_asked_at: Date | null;
  readonly seen_at: Date | null;
  readonly version: number;
}

/** What a therapist changes of it; null leaves an instant as it is. */
export interface FollowChange {
  readonly reviewed: boolean;
  readonly by: StaffId;
  readonly at: Date;
  readonly talked: boolean;
  readonly askAgain: boolean;
  readonly seen: boolean;
}

export interface FeedbackRow {
  readonly id: string;
  readonly person_id: PersonId;
  readonly by_name: string;
  readonly sealed: Buffer;
  readonly given_at: Date;
}

/** An exercise about which words were given, with the newest of them. */
export interface GivenRow {
  readonly task_id: TaskId;
  readonly template_code: string;
  readonly template_version: number;
  readonly own_exercise?: HomeworkTemplate;
  readonly by_name: string;
  readonly given_at: Date;
  readonly unread: boolean;
  readonly asked_again: boolean;
}

/** Why something waits for a therapist, in the order in which it stands. */
export const reviewKinds = [
  'risk',
  'notice',
  'too_hard',
  'handed_in',
  'not_this_week',
  'to_talk_about',
] as const;
export type ReviewKind = (typeof reviewKinds)[number];

export interface WaitingRow {
  readonly task_id: TaskId;
  readonly couple_id: CoupleId;
  readonly person_name: string;
  readonly compartment: Compartment;
  readonly template_code: string;
  readonly template_version: number;
  readonly own_exercise?: HomeworkTemplate;
  readonly kind: ReviewKind;
  readonly since: Date;
  readonly version: number;
}
