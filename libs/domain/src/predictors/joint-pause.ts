import { disclosureWeekOf } from '../homework/disclosure-week.js';
import type { LocalDate } from '../shared/local-date.js';
import type { JointWork } from './behaviour-records.js';
import { isWithin, type CountFrame } from './count-frame.js';

/** A hold on the work together; `to` is null while it lasts. */
export type JointHold = Readonly<{ from: Date; to: Date | null }>;

/**
 * How joint work stood in a frame (PRED-58): put off by plan where the week of a disclosure session falls into it, on
 * hold where a hold was in force as the frame closed. A hold goes first: it also takes couple sessions out.
 */
export function jointWorkIn(
  frame: CountFrame,
  disclosuresOn: readonly LocalDate[],
  holds: readonly JointHold[],
): JointWork {
  if (holds.some(({ from, to }) => from < frame.asOf && (to === null || to >= frame.asOf))) return 'on_hold';
  return disclosuresOn.some((day) => isWithin(frame, disclosureWeekOf(day).from)) ? 'paused_by_plan' : 'open';
}
