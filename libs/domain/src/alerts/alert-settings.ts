import { disclosureSettings } from '../disclosure/settings.js';
import { settingsUnder, valuesWithin, type SettingTable, type ValuesOf } from '../shared/setting.js';

const setting = settingsUnder('alerts');

/** Defaults and allowed ranges of the off-track rules (ALERT-23, source clinical brief 4.10). */
export const alertSettings = {
  worseningDrop: setting('ot1.drop', 19.4, 14, 30, 'points'),
  worseningReadings: setting('ot1.readings', 2, 1, 3, 'readings'),
  partnerDrop: setting('ot2.partner_drop', 20, 10, 30, 'points'),
  behaviourDrop: setting('ot2.behaviour_drop', 25, 10, 40, 'points'),
  coverageBelow: setting('ot3.coverage_below', 50, 20, 70, 'percent'),
  coverageBefore: setting('ot3.coverage_before', 70, 50, 100, 'percent'),
  missedSessions: setting('ot3.missed_sessions', 2, 1, 4, 'times'),
  missedSessionDays: setting('ot3.missed_session_days', 28, 14, 56, 'days'),
  viewGap: setting('ot4.gap', 35, 25, 50, 'points'),
  viewGapReadings: setting('ot4.readings', 3, 2, 4, 'readings'),
  reviewFirstWeeks: setting('ot5.first_weeks', 12, 8, 26, 'weeks'),
  reviewEveryWeeks: setting('ot5.every_weeks', 8, 4, 26, 'weeks'),
  betterPredictors: setting('ot5.better_predictors', 2, 1, 5, 'predictors'),
  silenceDays: setting('ot6.days', 28, 14, 56, 'days'),
  tellingHours: setting('ot7.telling_hours', 24, 1, 168, 'hours'),
  addenda: setting('ot8.addenda', 2, 1, 4, 'times'),
  foundOut: setting('ot8.found_out', 2, 1, 4, 'times'),
  foundOutDays: setting('ot8.found_out_days', 90, 30, 365, 'days'),
  repeatDays: setting('ot9.repeat_days', 14, 7, 28, 'days'),
  slipTurbulence: setting('turbulence.slip', 14, 0, 28, 'days'),
  // The process and the alerts read the same value under the same key.
  disclosureTurbulence: disclosureSettings.turbulenceWindowDays,
  triggerTurbulence: setting('turbulence.trigger_date', 2, 0, 7, 'days'),
  mergeDays: setting('episode.merge', 14, 7, 28, 'days'),
  capDays: setting('episode.cap', 14, 7, 28, 'days'),
  acknowledgeDays: setting('episode.acknowledge', 3, 1, 5, 'working_days'),
} as const satisfies SettingTable;

export type AlertSettingName = keyof typeof alertSettings;
/** A value for each setting: what every rule is given. */
export type AlertLimits = ValuesOf<typeof alertSettings>;

/**
 * The standard values, with a clinic's own laid over them. Throws RangeError outside the allowed range, for more
 * than one decimal of points, and for parts of any other unit.
 */
export function alertLimits(own: Readonly<Partial<AlertLimits>> = {}): AlertLimits {
  return valuesWithin(alertSettings, own, (unit) => (unit === 'points' ? 1 : 0));
}
