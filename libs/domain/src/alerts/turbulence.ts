import { addDays, type LocalDate } from '../shared/local-date.js';
import type { OffTrackHistory } from './alert-history.js';
import type { AlertLimits } from './alert-settings.js';

/** Local days, both ends included. */
export type TurbulenceWindow = Readonly<{
  cause: 'slip_told' | 'disclosure' | 'letter' | 'trigger_date';
  from: LocalDate;
  through: LocalDate;
}>;

/**
 * Times in which scores move more than they mean (ALERT-13): a slip told and 14 days after, a formal disclosure
 * and 21, a letter and 14, a trigger date with two days on either side. Calendar days of the couple's zone. A
 * slip that was found out, or not told yet, opens none.
 */
export function turbulenceWindows(
  { slips, events }: Pick<OffTrackHistory, 'slips' | 'events'>,
  limits: AlertLimits,
): readonly TurbulenceWindow[] {
  const after = (cause: TurbulenceWindow['cause'], from: LocalDate, days: number): TurbulenceWindow => ({
    cause,
    from,
    through: addDays(from, days),
  });
  return [
    ...slips.flatMap(({ toldOn }) => (toldOn ? [after('slip_told', toldOn, limits.slipTurbulence)] : [])),
    ...(events.disclosureOn ? [after('disclosure', events.disclosureOn, limits.disclosureTurbulence)] : []),
    ...events.lettersOn.map((on) => after('letter', on, limits.letterTurbulence)),
    ...events.triggerDates.map((on) =>
      after('trigger_date', addDays(on, -limits.triggerTurbulence), 2 * limits.triggerTurbulence),
    ),
  ];
}

/** The first day from `day` on that lies in no window: `day` itself when it is calm. */
export function calmFrom(windows: readonly TurbulenceWindow[], day: LocalDate): LocalDate {
  const around = windows.find(({ from, through }) => from <= day && day <= through);
  return around ? calmFrom(windows, addDays(around.through, 1)) : day;
}
