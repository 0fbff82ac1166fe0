/** A number of the trackers that a clinic may change within a range, both ends included. */
export type TrackerSetting = Readonly<{
  key: string;
  standard: number;
  from: number;
  to: number;
  unit: 'days' | 'weeks';
}>;

function setting(
  key: string,
  standard: number,
  from: number,
  to: number,
  unit: TrackerSetting['unit'],
): TrackerSetting {
  return { key: `trackers.${key}`, standard, from, to, unit };
}

/** Defaults and allowed ranges (PRED-46, source clinical brief 4.9). */
export const trackerSettings = {
  reactionWeeks: setting('reaction_weeks', 4, 3, 8, 'weeks'),
  practiceDays: setting('practice_days', 90, 28, 180, 'days'),
  attachmentDays: setting('attachment_days', 28, 28, 84, 'days'),
} as const satisfies Readonly<Record<string, TrackerSetting>>;

export type TrackerSettingName = keyof typeof trackerSettings;
export type TrackerSettingValues = Readonly<Record<TrackerSettingName, number>>;

/** The standard values, with a clinic's own laid over them. Throws RangeError outside the allowed range. */
export function trackerSettingValues(
  clinics: Readonly<Partial<Record<TrackerSettingName, number>>> = {},
): TrackerSettingValues {
  const entries = Object.entries(trackerSettings).map(([name, { key, standard, from, to }]) => {
    const value = clinics[name as TrackerSettingName] ?? standard;
    if (!Number.isInteger(value) || value < from || value > to)
      throw new RangeError(`${key} is ${from} to ${to}`);
    return [name, value];
  });
  return Object.fromEntries(entries) as TrackerSettingValues;
}
