import type { ChangeChoice, CutChoice } from '@trellis/domain';

/** A form with everything that scoring and showing need. */
export interface FormRow {
  readonly id: string;
  readonly code: string;
  readonly language: 'en' | 'es';
  readonly number: number;
  readonly resource: Readonly<Record<string, unknown>>;
  readonly mapping: Readonly<Record<string, unknown>> | null;
  readonly copyright: string | null;
  readonly attested_by: string;
  readonly attested_at: Date;
  readonly licence_reference: string | null;
}

/** A form in the list: without its words. */
export interface FormLine {
  readonly id: string;
  readonly code: string;
  readonly language: 'en' | 'es';
  readonly number: number;
  readonly title: string | null;
  readonly copyright: string | null;
  readonly attested_by_name: string;
  readonly attested_at: Date;
  readonly licence_reference: string | null;
  readonly retired_at: Date | null;
  readonly version: number;
}

export interface ThresholdRow {
  readonly code: string;
  readonly cut: CutChoice | null;
  readonly change: ChangeChoice | null;
  readonly set_by_name: string;
  readonly set_at: Date;
  readonly version: number;
}

/** A new form as it is kept. */
export interface NewForm extends Omit<FormRow, 'number'> {
  readonly clinicId: string;
}
