import type { SparklineView } from '@trellis/contracts';
import { addDays, fractionOfText, predictorCodes, roundHalfAway, type LocalDate } from '@trellis/domain';

/** A reading as it is kept: predictor, its Sunday, the composite as 'n/d' or null, and whether it is full. */
export type ReadingTuple = readonly [
  predictor: SparklineView['predictor'],
  readOn: LocalDate,
  composite: string | null,
  kind: 'full' | 'partial' | 'none',
];

const points = 12;
const fortnightDays = 14;

/** The earliest reading among the latest twelve: those of fortnights that are over, on the first day of the next. */
export function sparklineFrom(today: LocalDate): LocalDate {
  return addDays(today, -(points + 1) * fortnightDays);
}

/**
 * The latest twelve composites of each predictor as they are kept, oldest first, to one decimal (PRED-05, PRED-06): the
 * same that the chart shows. Without both people's consent there is no point at all.
 */
export function sparklinesOf(readings: readonly ReadingTuple[], measured: boolean): SparklineView[] {
  return predictorCodes.map((predictor) => {
    const own = readings.filter(([of]) => of === predictor).slice(-points);
    return { predictor, points: measured ? own.map(pointOf) : [] };
  });
}

function pointOf([, readOn, composite, kind]: ReadingTuple): SparklineView['points'][number] {
  const value = composite === null ? null : roundHalfAway(fractionOfText(composite));
  return { readOn, value, partial: kind === 'partial' };
}
