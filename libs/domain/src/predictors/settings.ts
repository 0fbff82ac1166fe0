import { settingsUnder, valuesWithin, type SettingTable, type ValuesOf } from '../shared/setting.js';

const setting = settingsUnder('predictors');

/** Defaults and allowed ranges (PRED-13, source clinical brief 4.5, 4.6, 4.8 and 7.2b). */
export const predictorSettings = {
  agreedUpdates: setting('agreed_updates', 4, 1, 14, 'times'),
  rescheduleDays: setting('reschedule_days', 7, 0, 14, 'days'),
  feltHeardFrom: setting('felt_heard_from', 3, 3, 4, 'points'),
  trendReadings: setting('trend_readings', 4, 4, 12, 'readings'),
  trendDays: setting('trend_days', 42, 42, 168, 'days'),
  groupLeast: setting('group_least', 5, 5, 20, 'couples'),
} as const satisfies SettingTable;

export type PredictorSettingName = keyof typeof predictorSettings;
export type PredictorSettingValues = ValuesOf<typeof predictorSettings>;

/** The standard values, with a clinic's own laid over them. Throws RangeError outside the allowed range. */
export function predictorSettingValues(
  own: Readonly<Partial<PredictorSettingValues>> = {},
): PredictorSettingValues {
  return valuesWithin(predictorSettings, own);
}
