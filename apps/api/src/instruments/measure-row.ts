import type { AnswersByItem, LocalDate, PersonId, StoredInstrumentScore, Track } from '@trellis/domain';

/** Somebody of the couple whose side the asker holds. */
export interface MeasuredPerson {
  readonly id: PersonId;
  readonly name: string;
  readonly side: Track;
  readonly language: 'en' | 'es';
}

export type MeasurePlace = 'own_account' | 'in_person' | 'verified_alone_call';

export interface SheetRow {
  readonly id: string;
  readonly person_id: PersonId;
  readonly side: Track;
  readonly form_id: string;
  readonly code: string;
  readonly place: MeasurePlace;
  readonly given_by_name: string;
  readonly given_at: Date;
  readonly sealed: Buffer | null;
  readonly answered_on: LocalDate | null;
  readonly answered_at: Date | null;
  readonly scored_by: string | null;
  readonly withdrawn_at: Date | null;
  readonly version: number;
}

export interface DraftRow {
  readonly sealed: Buffer;
  readonly saved_at: Date;
  readonly version: number;
}

/** What stands under the seal of a sheet: every answer as it was given, and the score that was made of them. */
export interface SheetWords {
  readonly answers: AnswersByItem;
  readonly score: StoredInstrumentScore;
}

/** A sheet as it is handed in. */
export interface HandedIn {
  readonly sealed: Buffer;
  readonly on: LocalDate;
  readonly at: Date;
  readonly scoredBy: string;
  readonly risk: boolean;
}

export const sheetColumns = `s.id, s.person_id, s.side, s.form_id, s.code, s.place, g.name AS given_by_name, s.given_at,
    s.sealed, s.answered_on::text, s.answered_at, s.scored_by, s.withdrawn_at, s.version
  FROM measure_sheet s JOIN staff_member g ON g.clinic_id = s.clinic_id AND g.id = s.given_by`;
