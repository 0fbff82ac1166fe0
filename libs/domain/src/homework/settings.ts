import { settingsUnder, valuesWithin, type SettingTable, type ValuesOf } from '../shared/setting.js';

const setting = settingsUnder('homework');

/** Defaults and allowed ranges (HW-17, source clinical brief 3.0, 3.3 and 3.4). */
export const homeworkSettings = {
  mostActivePerPerson: setting('most_active_per_person', 5, 1, 15, 'exercises'),
  mostMinutesPerDay: setting('most_minutes_per_day', 35, 5, 120, 'minutes'),
  onceDueDays: setting('once_due_days', 7, 1, 90, 'days'),
  afterDueHours: setting('after_due_hours', 24, 1, 72, 'hours'),
  stepRounds: setting('step_rounds', 3, 3, 10, 'rounds'),
  stepCalm: setting('step_calm', 3, 3, 4, 'points'),
} as const satisfies SettingTable;

export type HomeworkSettingName = keyof typeof homeworkSettings;
export type HomeworkSettingValues = ValuesOf<typeof homeworkSettings>;

/** The standard values, with a clinic's own laid over them. Throws RangeError outside the allowed range. */
export function homeworkSettingValues(
  own: Readonly<Partial<HomeworkSettingValues>> = {},
): HomeworkSettingValues {
  return valuesWithin(homeworkSettings, own);
}
