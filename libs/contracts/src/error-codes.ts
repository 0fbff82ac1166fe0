/**
 * Every error code an API answer can carry, with the HTTP status it travels under. The body is always
 * `{ code, facts, correlationId }`; facts never hold a person's words. Kept per feature, joined here.
 */
export const errorStatus = {
  // any route
  invalid_request: 400,
  not_signed_in: 401,
  step_up_needed: 403,
  not_allowed: 403,
  cross_site_refused: 403,
  not_found: 404,
  method_not_allowed: 405,
  idempotency_in_flight: 409,
  version_stale: 412,
  body_too_large: 413,
  media_type_unsupported: 415,
  idempotency_mismatch: 422,
  version_missing: 428,
  too_many_attempts: 429,
  unexpected: 500,
  busy: 503,
  // sign-in and enrolment
  sign_in_refused: 401,
  second_factor_refused: 401,
  second_factor_needed: 403,
  passkey_refused: 401,
  passkey_limit: 409,
  pin_refused: 401,
  pin_needed: 401,
  pin_too_common: 400,
  stronger_sign_in_needed: 403,
  setup_refused: 401,
  password_too_short: 400,
  password_too_long: 400,
  password_too_common: 400,
  password_wrong: 400,
  passphrase_too_short: 400,
  passphrase_too_common: 400,
  invitation_refused: 401,
  pin_on_shared_device: 409,
  last_way_in: 409,
  device_link_refused: 401,
  consents_missing: 400,
  // staff
  staff_already_here: 409,
  staff_last_owner: 409,
  staff_not_yourself: 409,
  staff_way_back_one_person: 409,
  staff_way_back_over: 409,
  // couples
  time_zone_unknown: 400,
  care_team_member_unknown: 400,
  side_without_therapist: 400,
  // care teams and cover
  care_team_in_the_past: 400,
  care_team_already_on: 409,
  care_team_nothing_to_end: 409,
  care_team_lead_needed: 409,
  care_team_side_left_alone: 409,
  cover_dates_wrong: 400,
  cover_colleague_unknown: 400,
  // emergency readings
  emergency_already_open: 409,
  emergency_already_reviewed: 409,
  // homework
  homework_answers_invalid: 400,
  homework_not_open: 409,
  homework_template_unknown: 400,
  homework_locked: 409,
  joint_work_refused: 409,
  turns_refused: 409,
  step_refused: 409,
  map_refused: 409,
  agreement_refused: 409,
  // the library
  exercise_invalid: 400,
  exercise_not_ready: 409,
  exercise_words_pointed_out: 409,
  exercise_retired: 409,
  exercise_limit: 409,
  pack_retired: 409,
  pack_limit: 409,
  questionnaire_refused: 400,
  instrument_thresholds_invalid: 400,
  instrument_form_retired: 409,
  measure_without_form: 409,
  measure_not_given: 409,
  measure_waits_already: 409,
  measure_answers_invalid: 400,
  measure_closed: 409,
  // releases and separation
  release_refused: 409,
  separation_refused: 409,
  // predictors
  rating_window_closed: 409,
  rating_already_given: 409,
  rating_answers_invalid: 400,
  change_not_in_session: 409,
  change_not_known: 409,
  // episodes
  episode_refused: 409,
  limits_invalid: 400,
  // disclosure
  disclosure_refused: 409,
  disclosure_already_open: 409,
  co_signer_unknown: 400,
  // questions and letters
  questions_refused: 409,
  letters_refused: 409,
  // the session of a disclosure
  appointment_conflict: 409,
  appointment_refused: 409,
  session_refused: 409,
  // the time after a disclosure, and slips
  aftercare_not_running: 409,
  aftercare_already_done: 409,
  slip_time_wrong: 400,
  // readiness
  readiness_refused: 409,
  readiness_text_changed: 409,
  // stages and their gates
  gate_refused: 409,
  touch_pause_stays: 409,
  safety_index_given: 409,
  // disclosure document
  disclosure_document_locked: 409,
  disclosure_document_refused: 409,
  disclosure_document_kept: 409,
  disclosure_writing_paused: 409,
  // psychotherapy notes
  psychotherapy_note_removed: 409,
  // progress notes
  progress_note_begun: 409,
  progress_note_refused: 409,
  progress_note_form_retired: 409,
  // reports
  report_not_ready: 409,
  report_expired: 410,
  report_download_limit: 410,
  // reminders
  reminders_invalid: 400,
  // erasure
  erasure_already_asked: 409,
  erasure_already_approved: 409,
  erasure_not_due: 409,
} as const;

export type ErrorCode = keyof typeof errorStatus;

/** The one error body. `facts` are names, numbers and rule ids, never a person's words. */
export interface ErrorBody {
  readonly code: ErrorCode;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly correlationId: string;
}
