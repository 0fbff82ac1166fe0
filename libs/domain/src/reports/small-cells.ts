import type { Disposition } from '../alerts/episode-progress.js';
import { fraction, roundHalfAway } from '../shared/fraction.js';
import type { MonthlyProcess } from './monthly-process.js';
import { reportSettingValues, type ReportSettingValues } from './report-settings.js';

/**
 * A number as an export prints it. Below the least number the cell says only that, and 0 as well as 4: otherwise an
 * empty cell would tell that there was none (REPORT-03).
 */
export function hiddenBelow(
  count: number,
  { cellLeast }: ReportSettingValues = reportSettingValues(),
): string {
  return count < cellLeast ? `<${cellLeast}` : String(count);
}

export type MonthlyProcessPrinted = Readonly<{
  month: string;
  activeByStage: MonthlyProcess['activeByStage'];
  states: MonthlyProcess['states'];
  episodesOpened: string;
  episodesClosed: Readonly<Record<Disposition, string>>;
  /** Percent without decimals, null where none fell due. */
  followUpsOnTimePercent: number | null;
}>;

/**
 * The month as an export prints it: cells of episodes and of their outcomes are hidden while small; counts of stage
 * and state are not, since an admin sees both for each couple anyway (REPORT-03, REPORT-04).
 */
export function printedMonth(
  measures: MonthlyProcess,
  settings: ReportSettingValues = reportSettingValues(),
): MonthlyProcessPrinted {
  const { month, activeByStage, states, episodesOpened, episodesClosed, followUps } = measures;
  return {
    month,
    activeByStage,
    states,
    episodesOpened: hiddenBelow(episodesOpened, settings),
    episodesClosed: {
      resolved: hiddenBelow(episodesClosed.resolved, settings),
      expected: hiddenBelow(episodesClosed.expected, settings),
      false_alarm: hiddenBelow(episodesClosed.false_alarm, settings),
    },
    followUpsOnTimePercent:
      followUps.due === 0 ? null : roundHalfAway(fraction(100 * followUps.onTime, followUps.due), 0),
  };
}
