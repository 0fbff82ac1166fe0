import type { ClinicTemplate } from '@trellis/domain';

/** An exercise of the clinic as it stands. */
export interface ExerciseRow {
  readonly id: string;
  readonly code: string;
  readonly retired_at: Date | null;
  readonly retired_by_name: string | null;
  readonly retire_reason: string | null;
  readonly version: number;
}

export interface VersionRow {
  readonly template_id: string;
  readonly code: string;
  readonly number: number;
  readonly state: 'draft' | 'published';
  readonly content: ClinicTemplate;
  readonly saved_at: Date;
  readonly saved_by_name: string;
  readonly published_at: Date | null;
  readonly published_by_name: string | null;
  readonly reason: string | null;
  readonly keeps_words: boolean;
  readonly copyright: string | null;
  readonly attested_by_name: string | null;
  readonly licence_reference: string | null;
}

/** Who may use an imported form, and by what right. */
export interface FormRights {
  readonly copyright: string | null;
  readonly attestedBy: string | null;
  readonly licenceReference: string | null;
}

export const noRights: FormRights = { copyright: null, attestedBy: null, licenceReference: null };
