/** A number of the reports that a clinic may change within a range, both ends included. */
export type ReportSetting = Readonly<{
  key: string;
  standard: number;
  from: number;
  to: number;
  unit: 'cases';
}>;

/** Defaults and allowed ranges of the reports (REPORT-03). A clinic may hide more, never less. */
export const reportSettings = {
  cellLeast: { key: 'reports.cell_least', standard: 5, from: 5, to: 20, unit: 'cases' },
} as const satisfies Readonly<Record<string, ReportSetting>>;

export type ReportSettingValues = Readonly<Record<keyof typeof reportSettings, number>>;

/** The standard values, with a clinic's own laid over them. Throws RangeError outside the allowed range. */
export function reportSettingValues(own: Readonly<Partial<ReportSettingValues>> = {}): ReportSettingValues {
  const { key, standard, from, to } = reportSettings.cellLeast;
  const cellLeast = own.cellLeast ?? standard;
  if (!Number.isInteger(cellLeast) || cellLeast < from || cellLeast > to)
    throw new RangeError(`${key} is ${from} to ${to}`);
  return { cellLeast };
}
