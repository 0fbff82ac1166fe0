/** A number of the predictors that a clinic may change within a range, both ends included. */
export type PredictorSetting = Readonly<{
  key: string;
  standard: number;
  from: number;
  to: number;
  unit: 'times' | 'days' | 'points' | 'readings' | 'couples';
}>;

function setting(
  key: string,
  standard: number,
  from: number,
  to: number,
  unit: PredictorSetting['unit'],
): PredictorSetting {
  return { key: `predictors.${key}`, standard, from, to, unit };
}

/** Defaults and allowed ranges (PRED-13, source clinical brief 4.5, 4.6, 4.8 and 7.2b). */
export const predictorSettings = {
  agreedUpdates: setting('agreed_updates', 4, 1, 14, 'times'),
  rescheduleDays: setting('reschedule_days', 7, 0, 14, 'days'),
  feltHeardFrom: setting('felt_heard_from', 3, 3, 4, 'points'),
  trendReadings: setting('trend_readings', 4, 4, 12, 'readings'),
  trendDays: setting('trend_days', 42, 42, 168, 'days'),
  groupLeast: setting('group_least', 5, 5, 20, 'couples'),
} as const satisfies Readonly<Record<string, PredictorSetting>>;

export type PredictorSettingName = keyof typeof predictorSettings;
export type PredictorSettingValues = Readonly<Record<PredictorSettingName, number>>;

/** The standard values, with a clinic's own laid over them. Throws RangeError outside the allowed range. */
export function predictorSettingValues(
  clinics: Readonly<Partial<Record<PredictorSettingName, number>>> = {},
): PredictorSettingValues {
  const entries = Object.entries(predictorSettings).map(([name, { key, standard, from, to }]) => {
    const value = clinics[name as PredictorSettingName] ?? standard;
    if (!Number.isInteger(value) || value < from || value > to)
      throw new RangeError(`${key} is ${from} to ${to}`);
    return [name, value];
  });
  return Object.fromEntries(entries) as PredictorSettingValues;
}
