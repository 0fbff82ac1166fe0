import { settingsUnder, valuesWithin, type SettingTable, type ValuesOf } from '../shared/setting.js';

const setting = settingsUnder('trackers');

/** Defaults and allowed ranges (PRED-46, source clinical brief 4.9). */
export const trackerSettings = {
  reactionWeeks: setting('reaction_weeks', 4, 3, 8, 'weeks'),
  practiceDays: setting('practice_days', 90, 28, 180, 'days'),
  attachmentDays: setting('attachment_days', 28, 28, 84, 'days'),
} as const satisfies SettingTable;

export type TrackerSettingName = keyof typeof trackerSettings;
export type TrackerSettingValues = ValuesOf<typeof trackerSettings>;

/** The standard values, with a clinic's own laid over them. Throws RangeError outside the allowed range. */
export function trackerSettingValues(
  own: Readonly<Partial<TrackerSettingValues>> = {},
): TrackerSettingValues {
  return valuesWithin(trackerSettings, own);
}
