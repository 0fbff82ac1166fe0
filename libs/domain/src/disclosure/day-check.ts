import { localDateOf } from '../shared/zoned-time.js';

/** What each person is asked alone on the day. `childCareConfirmed` is also true where nobody needs care. */
export const dayCheckParts = [
  'sober',
  'slept',
  'safe',
  'consentReaffirmed',
  'transportConfirmed',
  'childCareConfirmed',
] as const;
export type DayCheckPart = (typeof dayCheckParts)[number];

/** One person's same-day check; `by` is the clinician who asked. A part that was not asked is null. */
export type DayCheck = Readonly<Record<DayCheckPart, boolean | null> & { at: Date; by: string }>;

/**
 * The parts of a same-day check that are still open (FTD-19): every one without a check, with one from another day
 * than the session's in the couple's zone, or with one that lies ahead.
 */
export function openDayParts(
  check: DayCheck | null,
  sessionAt: Date | null,
  now: Date,
  zone: string,
): readonly DayCheckPart[] {
  if (!check || !sessionAt || check.at > now) return dayCheckParts;
  if (localDateOf(check.at, zone) !== localDateOf(sessionAt, zone)) return dayCheckParts;
  return dayCheckParts.filter((part) => check[part] !== true);
}
