import { compare, fraction, type Fraction } from '../shared/fraction.js';
import { predictorSettingValues, type PredictorSettingValues } from './settings.js';
import { medianOf } from './trend.js';

/** A cell of a group export. A suppressed one carries no number at all, so that nothing can be taken back out. */
export type GroupSummary = Readonly<
  | { suppressed: true }
  | {
      suppressed: false;
      n: number;
      missingPercent: Fraction;
      median: Fraction;
      range: Readonly<{ from: Fraction; to: Fraction }>;
    }
>;

/**
 * n, percent missing, median and range over couples, one value each, null where there is none (PRED-44). Suppressed
 * with fewer than five values. There is no list of couples and no order among them.
 */
export function groupSummary(
  values: readonly (Fraction | null)[],
  settings: PredictorSettingValues = predictorSettingValues(),
): GroupSummary {
  const known = values.filter((value) => value !== null).sort(compare);
  const [from, to, median] = [known[0], known.at(-1), medianOf(known)];
  if (known.length < settings.groupLeast || !from || !to || !median) return { suppressed: true };
  const missing = values.length - known.length;
  return {
    suppressed: false,
    n: known.length,
    missingPercent: fraction(100 * missing, values.length),
    median,
    range: { from, to },
  };
}
