import { jointDropIn, meanGapIn, worseningIn, type NoiseRule } from './noise-rules.js';

/** Values of the settings of a rule for which the rate beside the slider is simulated. */
export type GridRow = Readonly<{ rule: 'OT-1' | 'OT-2' | 'OT-4'; a: number; b: number; test: NoiseRule }>;

const across = (as: readonly number[], bs: readonly number[], row: (a: number, b: number) => GridRow) =>
  as.flatMap((a) => bs.map((b) => row(a, b)));

/** Every combination that the table of rates holds (ALERT-23): see `false-alarm-rates.ts`. */
export const rateGrid: readonly GridRow[] = [
  ...across([14, 16.8, 19.4, 22, 25], [1, 2, 3], (a, b) => ({ rule: 'OT-1', a, b, test: worseningIn(a, b) })),
  ...across([10, 15, 20, 25, 30], [10, 15, 20, 25, 30, 40], (a, b) => ({
    rule: 'OT-2',
    a,
    b,
    test: jointDropIn(a, b),
  })),
  ...across([25, 30, 35, 40, 45], [2, 3, 4], (a, b) => ({ rule: 'OT-4', a, b, test: meanGapIn(a, b) })),
];
