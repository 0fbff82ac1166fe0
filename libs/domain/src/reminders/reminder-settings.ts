import { settingsUnder, valuesWithin, type SettingTable, type ValuesOf } from '../shared/setting.js';

const setting = settingsUnder('reminders');

/** Defaults and allowed ranges of a clinic's reminders (REMIND-05). 0 hours stand for no second reminder. */
export const reminderSettings = {
  firstHours: setting('session.first_hours', 24, 2, 72, 'hours'),
  secondHours: setting('session.second_hours', 1, 0, 12, 'hours'),
  daysBefore: setting('homework.days_before', 1, 0, 3, 'days'),
} as const satisfies SettingTable;

export type ReminderSettingName = keyof typeof reminderSettings;
export type ReminderIntervals = ValuesOf<typeof reminderSettings>;

/** The standard values with a clinic's own laid over them; whole numbers. Throws RangeError outside a range. */
export function reminderIntervals(own: Readonly<Partial<ReminderIntervals>> = {}): ReminderIntervals {
  const values = valuesWithin(reminderSettings, own, () => 0);
  if (values.secondHours >= values.firstHours)
    throw new RangeError('The second reminder comes after the first');
  return values;
}
