import type { ClinicNotePart, CoupleId, NoteState, StaffId, StandardNoteForm } from '@trellis/domain';

export type Side = 'RP' | 'BP' | 'JOINT';

/** The form of a note: a standard one, or a draft of one of the clinic. */
export interface FormOfNote {
  readonly standard_form: StandardNoteForm | null;
  readonly form_id: string | null;
  readonly form_name: string | null;
  readonly form_parts: readonly ClinicNotePart[] | null;
}

export interface NoteRow extends FormOfNote {
  readonly id: string;
  readonly couple_id: CoupleId;
  readonly appointment_id: string | null;
  readonly session_kind: string;
  readonly session_at: Date;
  readonly side: Side;
  /** Whose record it is: one person, or both. */
  readonly person_ids: readonly string[];
  readonly author_id: StaffId;
  readonly author_name: string;
  readonly state: NoteState;
  readonly cosigner_id: StaffId | null;
  readonly cosigner_name: string | null;
  readonly key_owner_id: string;
  readonly sealed: Buffer;
  readonly changed_at: Date;
  readonly signed_at: Date | null;
  readonly amendments: number;
  readonly version: number;
}

/** A session that a note can be about. */
export interface SessionRow {
  readonly id: string;
  readonly kind: string;
  readonly side: Side;
  readonly starts_at: Date;
}

export interface DueRow extends SessionRow {
  readonly couple_id: string;
  readonly couple_name: string;
  readonly ends_at: Date;
  readonly time_zone: string;
  readonly note_id: string | null;
  readonly state: NoteState | null;
}

export interface RemarkRow {
  readonly id: string;
  readonly by_name: string;
  readonly key_owner_id: string;
  readonly sealed: Buffer;
  readonly made_at: Date;
}

export type AmendmentRow = RemarkRow;

/** What waits for a second signature; by a function that looks past the walls of the couple, for the one asked. */
export interface CoSignRow {
  readonly id: string;
  readonly couple_id: CoupleId;
  readonly couple_name: string;
  readonly side: Side;
  readonly session_kind: string;
  readonly session_at: Date;
  readonly author_id: StaffId;
  readonly author_name: string;
  readonly person_ids: readonly string[];
  readonly submitted_at: Date;
  readonly version: number;
}
