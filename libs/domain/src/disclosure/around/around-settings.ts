import { settingsUnder, valuesWithin, type SettingTable, type ValuesOf } from '../../shared/setting.js';

const setting = settingsUnder('ftd');

/**
 * Defaults and allowed ranges of what surrounds the process (FTD-30). The figures of the clinical brief 1.6 to 1.10
 * and 3/R09 stand as it names them; where it names none, the value is a proposal.
 */
export const aroundSettings = {
  longPauseMinutes: setting('long_pause_min', 20, 5, 60, 'minutes'),
  safeDepartureHours: setting('safe_departure_hours', 3, 1, 6, 'hours'),
  followUpGraceHours: setting('followup_grace_hours', 4, 0, 24, 'hours'),
  correctionTellHours: setting('correction_tell_hours', 24, 12, 72, 'hours'),
  addendumTargetDays: setting('addendum_target_days', 7, 2, 21, 'days'),
  addendaBeforeReview: setting('addenda_before_review', 3, 2, 5, 'times'),
  reviewReadDays: setting('review_read_days', 14, 3, 30, 'days'),
  documentRetentionDays: setting('document_retention_days', 365, 28, 3650, 'days'),
  lateEveningFrom: setting('late_evening_from', 22, 19, 23, 'hour of the local day'),
  lateEveningUntil: setting('late_evening_until', 6, 4, 8, 'hour of the local day'),
  polygraphRepeatDays: setting('polygraph_repeat_days', 30, 30, 365, 'days'),
  slipTherapistHours: setting('slip_therapist_hours', 24, 1, 72, 'hours'),
  slipPartnerHours: setting('slip_partner_hours', 72, 24, 72, 'hours'),
} as const satisfies SettingTable;

export type AroundSettingName = keyof typeof aroundSettings;
export type AroundSettingValues = ValuesOf<typeof aroundSettings>;

/** The standard values, with a clinic's own laid over them. Throws RangeError outside the allowed range. */
export function aroundValues(own: Readonly<Partial<AroundSettingValues>> = {}): AroundSettingValues {
  return valuesWithin(aroundSettings, own);
}
