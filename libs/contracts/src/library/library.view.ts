import type { ClinicTemplate, HomeworkTemplate } from '@trellis/domain';

/** One exercise of the clinic in the list. */
export class OwnExerciseRowView {
  readonly id!: string;
  readonly code!: string;
  /** As people get it: the newest published version, or the draft where nothing was published yet. */
  readonly exercise!: HomeworkTemplate;
  readonly state!: 'draft' | 'published' | 'retired';
  /** A newer version is being written. */
  readonly hasDraft!: boolean;
  readonly publishedVersion!: number | null;
}

export class OwnExercisesView {
  readonly exercises!: OwnExerciseRowView[];
  /** How many exercises a clinic may have. */
  readonly most!: number;
}

/** One line of the history. */
export class ExerciseVersionView {
  readonly number!: number;
  readonly state!: 'draft' | 'published';
  readonly content!: ClinicTemplate;
  readonly savedByName!: string;
  readonly savedAt!: string;
  readonly publishedByName!: string | null;
  readonly publishedAt!: string | null;
  readonly reason!: string | null;
  readonly keepsWords!: boolean;
  /** Of an imported form: shown wherever the form is. */
  readonly copyright!: string | null;
  readonly attestedByName!: string | null;
  readonly licenceReference!: string | null;
}

/** An exercise of the clinic with its history, newest version first, the newest thirty. */
export class OwnExerciseView {
  readonly id!: string;
  readonly code!: string;
  readonly state!: 'draft' | 'published' | 'retired';
  readonly versions!: ExerciseVersionView[];
  readonly retiredAt!: string | null;
  readonly retiredByName!: string | null;
  readonly retireReason!: string | null;
  /** What the next If-Match must carry. */
  readonly version!: number;
}
