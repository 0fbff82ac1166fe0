/** A column that Vault seals, and which columns of its row are bound into the seal. */
export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  /** Column of the id of the row in the seal. */
  readonly rowId: string;
  /** Column of the id of the owner of the key. */
  readonly ownerId: string;
}

/**
 * Every column of the database that holds words under a clinic's keys. What is missing here would not follow a
 * rotation: a spec holds the list against the migrated database.
 */
export const sealedColumns: readonly SealedColumn[] = [
  { table: 'staff_member', column: 'email_sealed', rowId: 'id', ownerId: 'id' },
  { table: 'staff_invitation', column: 'email_sealed', rowId: 'id', ownerId: 'staff_id' },
  { table: 'homework_draft', column: 'sealed', rowId: 'task_id', ownerId: 'person_id' },
  { table: 'homework_answer', column: 'sealed', rowId: 'id', ownerId: 'person_id' },
  { table: 'homework_feedback', column: 'sealed', rowId: 'id', ownerId: 'person_id' },
  { table: 'predictor_answer', column: 'sealed', rowId: 'id', ownerId: 'rater_id' },
  { table: 'break_glass', column: 'reason_sealed', rowId: 'id', ownerId: 'opened_by' },
  { table: 'report_file', column: 'sealed', rowId: 'export_id', ownerId: 'export_id' },
  { table: 'idempotency_record', column: 'response_sealed', rowId: 'id', ownerId: 'actor_id' },
  { table: 'psychotherapy_note_text', column: 'sealed', rowId: 'id', ownerId: 'key_owner_id' },
  { table: 'disclosure_document', column: 'legal_sealed', rowId: 'id', ownerId: 'id' },
  { table: 'disclosure_inventory', column: 'sealed', rowId: 'id', ownerId: 'document_id' },
  { table: 'disclosure_section_draft', column: 'sealed', rowId: 'id', ownerId: 'document_id' },
  { table: 'disclosure_version_section', column: 'sealed', rowId: 'id', ownerId: 'document_id' },
  { table: 'disclosure_comment', column: 'sealed', rowId: 'id', ownerId: 'document_id' },
  { table: 'disclosure_question', column: 'words_sealed', rowId: 'id', ownerId: 'person_id' },
  { table: 'disclosure_question', column: 'why_sealed', rowId: 'id', ownerId: 'person_id' },
  { table: 'question_advice', column: 'sealed', rowId: 'question_id', ownerId: 'person_id' },
  { table: 'letter_text', column: 'sealed', rowId: 'id', ownerId: 'letter_id' },
  { table: 'letter_comment', column: 'sealed', rowId: 'id', ownerId: 'letter_id' },
  { table: 'disclosure_words', column: 'sealed', rowId: 'event_id', ownerId: 'owner_id' },
  { table: 'readiness_record', column: 'note_sealed', rowId: 'id', ownerId: 'key_owner_id' },
  { table: 'readiness_mark', column: 'reason_sealed', rowId: 'id', ownerId: 'key_owner_id' },
  { table: 'readiness_mark', column: 'evidence_sealed', rowId: 'id', ownerId: 'key_owner_id' },
  { table: 'aftercare_answer', column: 'sealed', rowId: 'id', ownerId: 'person_id' },
  { table: 'correction_note', column: 'sealed', rowId: 'id', ownerId: 'person_id' },
  { table: 'slip', column: 'details_sealed', rowId: 'id', ownerId: 'person_id' },
  { table: 'gate_fact', column: 'note_sealed', rowId: 'id', ownerId: 'key_owner_id' },
  { table: 'gate_closing', column: 'reason_sealed', rowId: 'gate_id', ownerId: 'key_owner_id' },
  { table: 'safety_index', column: 'sealed', rowId: 'id', ownerId: 'person_id' },
  { table: 'support_plan', column: 'sealed', rowId: 'id', ownerId: 'person_id' },
  { table: 'measure_sheet', column: 'sealed', rowId: 'id', ownerId: 'person_id' },
  { table: 'measure_draft', column: 'sealed', rowId: 'sheet_id', ownerId: 'person_id' },
  { table: 'attachment_sheet', column: 'sealed', rowId: 'id', ownerId: 'person_id' },
  { table: 'off_track_episode', column: 'plan_sealed', rowId: 'id', ownerId: 'plan_by' },
  { table: 'reminder_wish', column: 'address_sealed', rowId: 'id', ownerId: 'person_id' },
  { table: 'progress_note', column: 'sealed', rowId: 'id', ownerId: 'key_owner_id' },
  { table: 'progress_note_remark', column: 'sealed', rowId: 'id', ownerId: 'key_owner_id' },
  { table: 'progress_note_amendment', column: 'sealed', rowId: 'id', ownerId: 'key_owner_id' },
];
