import { addDays, type LocalDate } from '../shared/local-date.js';
import { fixedTerms, type DisclosureSettingValues } from './settings.js';

/** A time in which scores move more than they mean. Local days, both ends included. */
export type TurbulentDays = Readonly<{ from: LocalDate; through: LocalDate }>;

/**
 * The window that a disclosure session (21 days as the clinic set it) or a letter read aloud (14) opens on the
 * couple's local day `on` (FTD-54). The only place where either is counted.
 */
export function turbulenceAfter(
  of: 'session' | 'letter',
  on: LocalDate,
  { turbulenceWindowDays }: Pick<DisclosureSettingValues, 'turbulenceWindowDays'>,
): TurbulentDays {
  return {
    from: on,
    through: addDays(on, of === 'session' ? turbulenceWindowDays : fixedTerms.letterTurbulenceDays),
  };
}

/** Whether the day lies in any of the windows. */
export function inTurbulence(day: LocalDate, windows: readonly TurbulentDays[]): boolean {
  return windows.some(({ from, through }) => from <= day && day <= through);
}
