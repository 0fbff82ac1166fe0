import { hourMs, minuteMs } from '../shared/durations.js';
import { fraction, multiply } from '../shared/fraction.js';
import { localDateOf } from '../shared/zoned-time.js';
import { slipTimelinessOf, type SlipTelling } from './behaviour.js';
import type { SlipOnRecord } from './behaviour-records.js';
import { countOf, isWithin, type Count, type CountFrame } from './count-frame.js';

/**
 * The tellings that count in a frame, by the local day of the slip (PRED-15). A slip that the couple agreed not to
 * tell is not expected to be told. One without an outcome waits while the agreed time runs; after that it counts
 * like one that was found out, until it is told and counted again.
 */
export function slipTellings(slips: readonly SlipOnRecord[], frame: CountFrame): readonly SlipTelling[] {
  return slips
    .filter(({ at }) => isWithin(frame, localDateOf(at, frame.zone)))
    .flatMap((slip) => tellingOf(slip, frame.asOf));
}

function tellingOf({ at, agreedHours, outcome }: SlipOnRecord, asOf: Date): readonly SlipTelling[] {
  if (outcome?.how === 'not_to_tell') return [];
  if (outcome?.how === 'told') {
    // A part of a minute over the agreed time is over it.
    const latencyMinutes = Math.ceil((outcome.at.getTime() - at.getTime()) / minuteMs);
    return [{ how: 'told', latencyMinutes, agreedHours }];
  }
  if (outcome !== null) return [{ how: outcome.how }];
  const overdue = asOf.getTime() > at.getTime() + agreedHours * hourMs;
  return overdue ? [{ how: 'found_out' }] : [];
}

/** c3: slips, each counted from 0 to 1 by its timeliness (PRED-04, PRED-15); null without a slip, never full. */
export function slipCount(slips: readonly SlipOnRecord[], frame: CountFrame): Count | null {
  const tellings = slipTellings(slips, frame);
  const mean = slipTimelinessOf(tellings);
  return mean && countOf(multiply(mean, fraction(tellings.length)), tellings.length);
}
