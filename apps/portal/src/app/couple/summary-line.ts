import type { PredictorChartView } from '@trellis/contracts';
import type { SparkPoint } from '@trellis/ui';

/** Points of a sparkline are as many as the caseload shows. */
const POINTS = 12;

export interface SummaryLine {
  readonly predictor: PredictorChartView['predictor'];
  readonly statement: string;
  readonly points: readonly SparkPoint[];
  /** First and latest composite in whole points; null while there is none. */
  readonly first: number | null;
  readonly last: number | null;
  readonly partial: boolean;
}

/** The latest twelve composites of one predictor with the first and the last of them. */
export function summaryOf({ predictor, statement, readings }: PredictorChartView): SummaryLine {
  const points = readings.slice(-POINTS).map(({ composite, partial }) => ({ value: composite, partial }));
  const full = points.flatMap(({ value, partial }) =>
    value === null ? [] : [{ value: Math.round(value), partial }],
  );
  const last = full.at(-1);
  return {
    predictor,
    statement,
    points,
    first: full[0]?.value ?? null,
    last: last?.value ?? null,
    partial: last?.partial ?? false,
  };
}

/** Date of the latest reading with a composite in any chart, 'YYYY-MM-DD', or null. */
export function lastReadOn(charts: readonly PredictorChartView[]): string | null {
  const dates = charts.flatMap(({ readings }) =>
    readings.filter(({ composite }) => composite !== null).map(({ readOn }) => readOn),
  );
  return dates.toSorted().at(-1) ?? null;
}
