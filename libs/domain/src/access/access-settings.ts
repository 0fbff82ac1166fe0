import { minuteMs } from '../shared/durations.js';
import { settingsUnder, type SettingTable } from '../shared/setting.js';

const setting = settingsUnder('access');

/** Defaults and allowed ranges of the access rules (ACCESS-06). Equal ends mean that nobody may change it. */
export const accessSettings = {
  stepUpMinutes: setting('step_up', 5, 5, 5, 'minutes'),
  breakGlassMinutes: setting('break_glass', 60, 60, 60, 'minutes'),
  breakGlassReviewHours: setting('break_glass_review', 72, 72, 72, 'hours'),
  supportGrantHours: setting('support_grant', 24, 1, 72, 'hours'),
  largeReportPeople: setting('large_report', 500, 500, 500, 'people'),
  erasureHoldDays: setting('erasure_hold', 30, 0, 3650, 'days'),
  erasureAloneHours: setting('erasure_alone', 72, 72, 72, 'hours'),
  secretWindowDays: setting('secret_window', 30, 7, 90, 'days'),
} as const satisfies SettingTable;

/** The second factor was given within five minutes before the moment, both ends included (ACCESS-06). */
export function isSteppedUp(stepUpAt: Date | null, at: Date): boolean {
  if (stepUpAt === null) return false;
  const age = at.getTime() - stepUpAt.getTime();
  return age >= 0 && age <= accessSettings.stepUpMinutes.standard * minuteMs;
}
