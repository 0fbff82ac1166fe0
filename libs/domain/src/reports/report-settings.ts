import { settingsUnder, valuesWithin, type SettingTable, type ValuesOf } from '../shared/setting.js';

const setting = settingsUnder('reports');

/** Defaults and allowed ranges of the reports (REPORT-03). A clinic may hide more, never less. */
export const reportSettings = {
  cellLeast: setting('cell_least', 5, 5, 20, 'cases'),
} as const satisfies SettingTable;

export type ReportSettingValues = ValuesOf<typeof reportSettings>;

/** The standard values, with a clinic's own laid over them. Throws RangeError outside the allowed range. */
export function reportSettingValues(own: Readonly<Partial<ReportSettingValues>> = {}): ReportSettingValues {
  return valuesWithin(reportSettings, own);
}
