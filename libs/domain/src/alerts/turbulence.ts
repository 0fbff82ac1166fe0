import { inTurbulence, turbulenceAfter, type TurbulentDays } from '../disclosure/turbulence.js';
import { addDays, type LocalDate } from '../shared/local-date.js';
import type { OffTrackHistory } from './alert-history.js';
import type { AlertLimits } from './alert-settings.js';

/** Local days, both ends included. */
export type TurbulenceWindow = TurbulentDays &
  Readonly<{ cause: 'slip_told' | 'disclosure' | 'letter' | 'trigger_date' }>;

/**
 * Times in which scores move more than they mean (ALERT-13): a slip told and 14 days after, a formal disclosure
 * and a letter as the process counts them (FTD-54), a trigger date with two days on either side. Calendar days of
 * the couple's zone. A slip that was found out, or not told yet, opens none.
 */
export function turbulenceWindows(
  { slips, events }: Pick<OffTrackHistory, 'slips' | 'events'>,
  limits: AlertLimits,
): readonly TurbulenceWindow[] {
  const process = { turbulenceWindowDays: limits.disclosureTurbulence };
  const around = limits.triggerTurbulence;
  const told = slips.flatMap(({ toldOn }) => toldOn ?? []);
  const sessions = events.disclosureOn ? [events.disclosureOn] : [];
  return [
    ...told.map((on) => ({
      cause: 'slip_told' as const,
      from: on,
      through: addDays(on, limits.slipTurbulence),
    })),
    ...sessions.map((on) => ({ cause: 'disclosure' as const, ...turbulenceAfter('session', on, process) })),
    ...events.lettersOn.map((on) => ({
      cause: 'letter' as const,
      ...turbulenceAfter('letter', on, process),
    })),
    ...events.triggerDates.map((on) => ({
      cause: 'trigger_date' as const,
      from: addDays(on, -around),
      through: addDays(on, around),
    })),
  ];
}

/** The first day from `day` on that lies in no window: `day` itself when it is calm. */
export function calmFrom(windows: readonly TurbulenceWindow[], day: LocalDate): LocalDate {
  const around = windows.find((window) => inTurbulence(day, [window]));
  return around ? calmFrom(windows, addDays(around.through, 1)) : day;
}
