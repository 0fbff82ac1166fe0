import type { PackedExercise, Stage } from '@trellis/domain';

/** A pack as read from the database. */
export interface PackRow {
  readonly id: string;
  readonly retired_at: Date | null;
  readonly retired_by_name: string | null;
  readonly retire_reason: string | null;
  readonly version: number;
}

export interface PackVersionRow {
  readonly pack_id: string;
  readonly number: number;
  readonly name: string;
  readonly stage: Stage | null;
  readonly exercises: readonly PackedExercise[];
  readonly saved_by_name: string;
  readonly saved_at: Date;
}
