import type { PredictorReadingView } from '@trellis/contracts';

/** How much of a chart is on screen, from the newest reading back: half a year, a year, or all. */
export const chartRanges = ['half', 'year', 'all'] as const;
export type ChartRange = (typeof chartRanges)[number];

/** Readings of a range; one comes every fortnight. */
const most: Readonly<Record<ChartRange, number>> = { half: 13, year: 26, all: Number.POSITIVE_INFINITY };

/** The range that is asked for; without one all of a year, and of more than a year the last. */
export function rangeOf(asked: string | undefined, count: number): ChartRange {
  const found = chartRanges.find((range) => range === asked);
  return found ?? (count > most.year ? 'year' : 'all');
}

/** Ranges that differ for so many readings; none where there is nothing to choose. */
export function rangesFor(count: number): readonly ChartRange[] {
  const shorter = chartRanges.filter((range) => most[range] < count);
  return shorter.length === 0 ? [] : [...shorter, 'all'];
}

/** The newest readings of the range, oldest first. */
export function inRange<T extends Pick<PredictorReadingView, 'readOn'>>(
  readings: readonly T[],
  range: ChartRange,
): readonly T[] {
  return readings.slice(Math.max(0, readings.length - most[range]));
}
