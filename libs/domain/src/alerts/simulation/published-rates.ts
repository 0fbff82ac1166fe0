import { gapsInARow, jointDropIn, meanGapIn, worseningIn, type NoiseRule } from './noise-rules.js';

/** A row of the clinical brief's table: percent of couples with a false alarm in 24 weeks. */
export type PublishedRate = Readonly<{ name: string; published: number; chosen: boolean; rule: NoiseRule }>;

/**
 * The table of clinical brief 4.10 with the reading of each row that gives its number (ALERT-24). With a baseline
 * of two readings the bound is 16.8, that scale's own (4.8); the gap row looks in the direction of the true gap.
 */
export const publishedRates: readonly PublishedRate[] = [
  { name: 'OT-1, one reading', published: 57, chosen: false, rule: worseningIn(19.4, 1) },
  { name: 'OT-1, two in a row', published: 13, chosen: true, rule: worseningIn(19.4, 2) },
  { name: 'OT-1, two in a row, baseline of two', published: 9, chosen: false, rule: worseningIn(16.8, 2, 2) },
  { name: 'partner drop 15 alone', published: 100, chosen: false, rule: jointDropIn(15, null) },
  { name: 'OT-2, drops 15 and 15', published: 45, chosen: false, rule: jointDropIn(15, 15) },
  { name: 'OT-2, drops 20 and 20', published: 11.5, chosen: false, rule: jointDropIn(20, 20) },
  { name: 'OT-2, drops 20 and 25', published: 5, chosen: true, rule: jointDropIn(20, 25) },
  { name: 'gap 25 twice in a row', published: 73, chosen: false, rule: gapsInARow(25, 2) },
  { name: 'OT-4, mean of three gaps 30', published: 18, chosen: false, rule: meanGapIn(30, 3) },
  { name: 'OT-4, mean of three gaps 35', published: 2.5, chosen: true, rule: meanGapIn(35, 3) },
];
