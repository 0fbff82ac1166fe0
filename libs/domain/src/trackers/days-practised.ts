import type { Compartment } from '../access/roles.js';
import { addDays, daysBetween, type LocalDate } from '../shared/local-date.js';
import { say, type LocalizedText } from '../shared/localized.js';
import { trackerSettingValues, type TrackerSettingValues } from './settings.js';

/** Days of the last 90, or of fewer where a person has not been here so long. */
export type DaysPractised = Readonly<{ practised: number; withoutSlip: number; of: number }>;

/**
 * Days with recovery practice, and days without a slip on record, of the last 90 up to `today` (PRED-52). A day is
 * counted by itself and no run of days is: a slip takes its own day from `withoutSlip` and nothing from `practised`,
 * so that nothing that was done is undone. Days before `since` are not counted at all.
 */
export function daysPractised(
  practisedOn: readonly LocalDate[],
  slipsOn: readonly LocalDate[],
  since: LocalDate,
  today: LocalDate,
  settings: TrackerSettingValues = trackerSettingValues(),
): DaysPractised {
  const earliest = addDays(today, 1 - settings.practiceDays);
  const from = since > earliest ? since : earliest;
  const of = Math.max(0, daysBetween(from, today) + 1);
  const inside = (days: readonly LocalDate[]): number =>
    new Set(days.filter((day) => from <= day && day <= today)).size;
  return { practised: inside(practisedOn), withoutSlip: of - inside(slipsOn), of };
}

/** The sentence for the recovering person, as '64 of the last 90 days with practice'. */
export function daysPractisedWords({ practised, of }: DaysPractised): LocalizedText {
  return say(
    `${practised} of the last ${of} days with practice`,
    `${practised} de los últimos ${of} días con práctica`,
  );
}

/** Who may see it: the recovering person and their own therapist, nobody else (PRED-52). */
export function maySeeDaysPractised(
  viewer: Readonly<{ kind: 'client' | 'therapist'; side: Compartment }>,
): boolean {
  return viewer.side === 'RP';
}
