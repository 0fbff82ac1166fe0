import type { StableSeries } from './stable-couple.js';

/** Whether a rule would speak at least once in a series in which nothing changes. */
export type NoiseRule = (series: StableSeries) => boolean;

/** OT-1 with `needed` low readings in a row, `drop` below the mean of the first `baseline` readings. */
export function worseningIn(drop: number, needed: number, baseline: 1 | 2 = 1): NoiseRule {
  return ({ composite }) => {
    const start = composite.slice(0, baseline).reduce((sum, value) => sum + value, 0) / baseline;
    let low = 0;
    return composite.slice(baseline).some((value) => {
      low = value <= start - drop ? low + 1 : 0;
      return low >= needed;
    });
  };
}

/** OT-2 with these drops below the medians of the three readings before; `behaviourDrop` null asks B alone. */
export function jointDropIn(partnerDrop: number, behaviourDrop: number | null): NoiseRule {
  return ({ partner, behaviour }) =>
    partner.some(
      (_, at) =>
        fell(partner, at, partnerDrop) && (behaviourDrop === null || fell(behaviour, at, behaviourDrop)),
    );
}

function fell(values: readonly number[], at: number, drop: number): boolean {
  const [a, b, c] = values.slice(Math.max(0, at - 3), at);
  const value = values[at];
  if (a === undefined || b === undefined || c === undefined || value === undefined) return false;
  return value <= Math.max(Math.min(a, b), Math.min(Math.max(a, b), c)) - drop;
}

/** OT-4: the mean of `readings` gaps in a row reaches `gap` in either direction. */
export function meanGapIn(gap: number, readings: number): NoiseRule {
  return (series) => {
    const gaps = gapsOf(series);
    return gaps.some((_, at) => {
      const last = gaps.slice(Math.max(0, at + 1 - readings), at + 1);
      const mean = last.reduce((sum, value) => sum + value, 0) / last.length;
      return last.length === readings && Math.abs(mean) >= gap;
    });
  };
}

/** A rule that was not chosen: each of `readings` gaps in a row reaches `gap`, recovering person higher. */
export function gapsInARow(gap: number, readings: number): NoiseRule {
  return (series) => {
    let wide = 0;
    return gapsOf(series).some((value) => {
      wide = value >= gap ? wide + 1 : 0;
      return wide >= readings;
    });
  };
}

function gapsOf({ recovering, partner }: StableSeries): readonly number[] {
  return recovering.map((value, at) => value - (partner[at] ?? value));
}
