import { scaleLinear } from 'd3-scale';

/** Edges of the drawing in its own units. Ratings above, behaviour in a panel of its own below. */
export const frame = {
  width: 1152,
  height: 336,
  left: 40,
  right: 1004,
  chipTop: 2,
  top: 42,
  bottom: 232,
  behaviourTop: 256,
  behaviourBottom: 308,
  dates: 328,
} as const;

const DAY_MS = 86_400_000;
const EDGE_DAYS = 7;

/** Days since 1970 of a local date, as a number that can be scaled. */
export function dayNumber(localDate: string): number {
  return Date.parse(`${localDate}T00:00:00Z`) / DAY_MS;
}

/** Scales of one chart: x over the dates with half a fortnight of air on each side, y over 0 to 100. */
export function chartScales(dates: readonly string[]): {
  readonly x: (date: string) => number;
  readonly y: (score: number) => number;
  readonly barY: (score: number) => number;
} {
  const days = dates.map(dayNumber);
  const x = scaleLinear()
    .domain([Math.min(...days) - EDGE_DAYS, Math.max(...days) + EDGE_DAYS])
    .range([frame.left, frame.right]);
  const y = scaleLinear().domain([0, 100]).range([frame.bottom, frame.top]).clamp(true);
  const barY = scaleLinear().domain([0, 100]).range([frame.behaviourBottom, frame.behaviourTop]).clamp(true);
  return {
    x: (date) => tenth(x(dayNumber(date))),
    y: (score) => tenth(y(score)),
    barY: (score) => tenth(barY(score)),
  };
}

export function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
