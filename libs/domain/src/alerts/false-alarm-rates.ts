import type { AlertLimits } from './alert-settings.js';

type RateRow = readonly [rule: 'OT-1' | 'OT-2' | 'OT-4', a: number, b: number, percent: number];

/**
 * Percent of couples with a false alarm in 24 weeks by the settings of a rule (ALERT-23): OT-1 drop and readings,
 * OT-2 partner's drop and behaviour's drop, OT-4 gap and readings. 50,000 couples, seed 20250106, made by
 * `tools/proofs/false-alarms.ts 50000 --grid`.
 */
export const falseAlarmRateTable: readonly RateRow[] = [
  ['OT-1', 14, 1, 88.8],
  ['OT-1', 14, 2, 42],
  ['OT-1', 14, 3, 19],
  ['OT-1', 16.8, 1, 74],
  ['OT-1', 16.8, 2, 23.9],
  ['OT-1', 16.8, 3, 8.8],
  ['OT-1', 19.4, 1, 55.9],
  ['OT-1', 19.4, 2, 12.4],
  ['OT-1', 19.4, 3, 3.9],
  ['OT-1', 22, 1, 37.4],
  ['OT-1', 22, 2, 5.9],
  ['OT-1', 22, 3, 1.5],
  ['OT-1', 25, 1, 20.1],
  ['OT-1', 25, 2, 2.1],
  ['OT-1', 25, 3, 0.5],
  ['OT-2', 10, 10, 91.3],
  ['OT-2', 10, 15, 70.5],
  ['OT-2', 10, 20, 41.9],
  ['OT-2', 10, 25, 19.1],
  ['OT-2', 10, 30, 6.8],
  ['OT-2', 10, 40, 0.5],
  ['OT-2', 15, 10, 69.6],
  ['OT-2', 15, 15, 45.8],
  ['OT-2', 15, 20, 24.1],
  ['OT-2', 15, 25, 10.1],
  ['OT-2', 15, 30, 3.6],
  ['OT-2', 15, 40, 0.3],
  ['OT-2', 20, 10, 40],
  ['OT-2', 20, 15, 23.4],
  ['OT-2', 20, 20, 11.4],
  ['OT-2', 20, 25, 4.6],
  ['OT-2', 20, 30, 1.5],
  ['OT-2', 20, 40, 0.1],
  ['OT-2', 25, 10, 16.6],
  ['OT-2', 25, 15, 9],
  ['OT-2', 25, 20, 4.3],
  ['OT-2', 25, 25, 1.7],
  ['OT-2', 25, 30, 0.5],
  ['OT-2', 25, 40, 0],
  ['OT-2', 30, 10, 5.2],
  ['OT-2', 30, 15, 2.8],
  ['OT-2', 30, 20, 1.3],
  ['OT-2', 30, 25, 0.5],
  ['OT-2', 30, 30, 0.2],
  ['OT-2', 30, 40, 0],
  ['OT-4', 25, 2, 94.9],
  ['OT-4', 25, 3, 65.1],
  ['OT-4', 25, 4, 33.3],
  ['OT-4', 30, 2, 61.1],
  ['OT-4', 30, 3, 18.5],
  ['OT-4', 30, 4, 4.7],
  ['OT-4', 35, 2, 20.4],
  ['OT-4', 35, 3, 2.5],
  ['OT-4', 35, 4, 0.3],
  ['OT-4', 40, 2, 4],
  ['OT-4', 40, 3, 0.2],
  ['OT-4', 40, 4, 0],
  ['OT-4', 45, 2, 0.5],
  ['OT-4', 45, 3, 0],
  ['OT-4', 45, 4, 0],
];

/** Rules whose false alarms come from noise in scores, so that they can be simulated. */
export type SimulatedRule = RateRow[0];

/**
 * The rate to show beside the slider, percent of couples in 24 weeks: that of the nearest looser row, so never
 * better than the settings are. Null below the loosest row.
 */
export function simulatedRate(rule: SimulatedRule, limits: AlertLimits): number | null {
  const [a, b] = settingsOf(rule, limits);
  const looser = falseAlarmRateTable.filter(([of, rowA, rowB]) => of === rule && rowA <= a && rowB <= b);
  const rates = looser.map(([, , , percent]) => percent);
  return rates.length > 0 ? Math.min(...rates) : null;
}

function settingsOf(rule: SimulatedRule, limits: AlertLimits): readonly [number, number] {
  if (rule === 'OT-1') return [limits.worseningDrop, limits.worseningReadings];
  if (rule === 'OT-2') return [limits.partnerDrop, limits.behaviourDrop];
  return [limits.viewGap, limits.viewGapReadings];
}
