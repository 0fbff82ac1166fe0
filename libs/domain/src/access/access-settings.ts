/** A number of the access rules: those with `from` below `to` may be changed by a clinic, both ends included. */
export type AccessSetting = Readonly<{
  key: string;
  standard: number;
  from: number;
  to: number;
  unit: 'minutes' | 'hours' | 'days' | 'people';
}>;

/** Defaults and allowed ranges of the access rules (ACCESS-06). Equal ends mean that nobody may change it. */
export const accessSettings = {
  stepUpMinutes: { key: 'access.step_up', standard: 5, from: 5, to: 5, unit: 'minutes' },
  breakGlassMinutes: { key: 'access.break_glass', standard: 60, from: 60, to: 60, unit: 'minutes' },
  breakGlassReviewHours: { key: 'access.break_glass_review', standard: 72, from: 72, to: 72, unit: 'hours' },
  supportGrantHours: { key: 'access.support_grant', standard: 24, from: 1, to: 72, unit: 'hours' },
  largeReportPeople: { key: 'access.large_report', standard: 500, from: 500, to: 500, unit: 'people' },
  secretWindowDays: { key: 'access.secret_window', standard: 30, from: 7, to: 90, unit: 'days' },
} as const satisfies Readonly<Record<string, AccessSetting>>;

const minuteMs = 60_000;

/** The second factor was given within five minutes before the moment, both ends included (ACCESS-06). */
export function isSteppedUp(stepUpAt: Date | null, at: Date): boolean {
  if (stepUpAt === null) return false;
  const age = at.getTime() - stepUpAt.getTime();
  return age >= 0 && age <= accessSettings.stepUpMinutes.standard * minuteMs;
}
