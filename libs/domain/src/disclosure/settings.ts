import { settingsUnder, valuesWithin, type SettingTable, type ValuesOf } from '../shared/setting.js';

const setting = settingsUnder('ftd');

/** Defaults and allowed ranges of the disclosure process (FTD-01, source clinical brief 1.3). */
export const disclosureSettings = {
  minRpTreatmentWeeks: setting('min_rp_treatment_weeks', 8, 0, 26, 'weeks'),
  minDaysSinceLastSlip: setting('min_days_since_last_slip', 28, 14, 90, 'days'),
  draftReviewRoundsMin: setting('draft_review_rounds_min', 2, 1, 10, 'rounds'),
  draftReviewRoundsTypicalMax: setting('draft_review_rounds_typical_max', 5, 1, 10, 'rounds'),
  reviewSlaDays: setting('review_sla_days', 7, 1, 21, 'days'),
  questionsDueBeforeSessionDays: setting('questions_due_before_session_days', 28, 7, 60, 'days'),
  partnerTherapistReviewDueBeforeDays: setting('partner_therapist_review_due_before_days', 10, 3, 30, 'days'),
  readinessValidDays: setting('readiness_valid_days', 14, 3, 30, 'days'),
  riskScreenValidDays: setting('risk_screen_valid_days', 7, 1, 14, 'days'),
  sessionLengthMin: setting('session_length_min', 180, 90, 480, 'minutes'),
  noWorkHoursAfter: setting('no_work_hours_after', 48, 24, 96, 'hours'),
  impactLetterEarliestDays: setting('impact_letter_earliest_days', 14, 7, 365, 'days'),
  restitutionEarliestDaysAfterImpact: setting('restitution_earliest_days_after_impact', 14, 7, 365, 'days'),
  turbulenceWindowDays: setting('turbulence_window_days', 21, 7, 60, 'days'),
  processStallDays: setting('process_stall_days', 21, 7, 60, 'days'),
} as const satisfies SettingTable;

export type DisclosureSettingName = keyof typeof disclosureSettings;
export type DisclosureSettingValues = ValuesOf<typeof disclosureSettings>;

/** Hours after the session at which follow-up contacts are due: 24 h, 72 h, 7 d, 14 d, 28 d. */
export const followUpHours = [24, 72, 168, 336, 672] as const;

/** Terms that are not for a clinic to change (FTD-01). */
export const fixedTerms = {
  consentValidDays: 90,
  screeningValidDays: 14,
  recheckFromHours: 24,
  recheckToHours: 72,
  collisionDays: 7,
  holdCapDays: 30,
  letterTurbulenceDays: 14,
  /** The last contact with each person comes this many local days after the restitution letter, or later. */
  letterFollowUpDays: 14,
  /** Six log entries in fourteen days, of two skills at least (B5). */
  groundingEntries: 6,
  groundingDays: 14,
  groundingSkills: 2,
} as const;

/** When letters are usually read, in days; advice for the calendar, asked by no guard. */
export const letterTargets = {
  impactAfterSession: { from: 28, to: 42 },
  restitutionAfterImpact: { from: 28, to: 56 },
} as const;

/** The standard values, with a clinic's own laid over them. Throws RangeError outside the allowed range. */
export function settingValues(own: Readonly<Partial<DisclosureSettingValues>> = {}): DisclosureSettingValues {
  return valuesWithin(disclosureSettings, own);
}
