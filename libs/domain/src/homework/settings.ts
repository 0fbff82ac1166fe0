/** A number of the homework machinery that a clinic may change within a range, both ends included. */
export type HomeworkSetting = Readonly<{
  key: string;
  standard: number;
  from: number;
  to: number;
  unit: 'exercises' | 'minutes' | 'days' | 'hours' | 'rounds' | 'points';
}>;

function setting(
  key: string,
  standard: number,
  from: number,
  to: number,
  unit: HomeworkSetting['unit'],
): HomeworkSetting {
  return { key: `homework.${key}`, standard, from, to, unit };
}

/** Defaults and allowed ranges (HW-17, source clinical brief 3.0, 3.3 and 3.4). */
export const homeworkSettings = {
  mostActivePerPerson: setting('most_active_per_person', 5, 1, 15, 'exercises'),
  mostMinutesPerDay: setting('most_minutes_per_day', 35, 5, 120, 'minutes'),
  onceDueDays: setting('once_due_days', 7, 1, 90, 'days'),
  afterDueHours: setting('after_due_hours', 24, 1, 72, 'hours'),
  stepRounds: setting('step_rounds', 3, 3, 10, 'rounds'),
  stepCalm: setting('step_calm', 3, 3, 4, 'points'),
} as const satisfies Readonly<Record<string, HomeworkSetting>>;

export type HomeworkSettingName = keyof typeof homeworkSettings;
export type HomeworkSettingValues = Readonly<Record<HomeworkSettingName, number>>;

/** The standard values, with a clinic's own laid over them. Throws RangeError outside the allowed range. */
export function homeworkSettingValues(
  clinics: Readonly<Partial<Record<HomeworkSettingName, number>>> = {},
): HomeworkSettingValues {
  const entries = Object.entries(homeworkSettings).map(([name, { key, standard, from, to }]) => {
    const value = clinics[name as HomeworkSettingName] ?? standard;
    if (!Number.isInteger(value) || value < from || value > to)
      throw new RangeError(`${key} is ${from} to ${to}`);
    return [name, value];
  });
  return Object.fromEntries(entries) as HomeworkSettingValues;
}
