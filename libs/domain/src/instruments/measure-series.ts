import type { Track } from '../access/roles.js';
import type { InstrumentSeries } from '../alerts/instrument-series.js';
import type { Fraction } from '../shared/fraction.js';
import type { LocalDate } from '../shared/local-date.js';
import type { ChangeRule } from './change-rule.js';
import type { Instrument } from './instrument.js';

export type DatedTotal = Readonly<{ on: LocalDate; total: Fraction | null }>;

/** The fewest whole points that are a reliable change by the rule: 5.59 asks for 6. */
export function leastWholeChange(rule: ChangeRule): number {
  const { n, d } = rule.kind === 'at_least' ? rule.points : rule.squared;
  let points = 0n;
  if (rule.kind === 'at_least') points = (n + d - 1n) / d;
  else while (points * points * d <= n) points += 1n;
  return Number(points);
}

/**
 * Totals in the form that rule OT-9 asks for (INST-28). Null where the instrument has no single total in whole points or
 * no direction; scores that are missing are left out.
 */
export function measureSeries(
  { code, scoring, answers, worseWhen }: Instrument,
  { track, totals, rule }: Readonly<{ track: Track; totals: readonly DatedTotal[]; rule: ChangeRule | null }>,
): InstrumentSeries | null {
  if (scoring.kind !== 'scales' || worseWhen === null) return null;
  if (scoring.scales[0]?.combine !== 'sum' || answers === null) return null;
  return {
    code,
    track,
    worseWhen,
    reliableChange: rule && leastWholeChange(rule),
    scores: totals.flatMap(({ on, total }) =>
      total === null ? [] : [{ on, total: Number(total.n) / Number(total.d) }],
    ),
  };
}
