import { hourMs } from '../../shared/durations.js';
import { addDays, daysBetween, type LocalDate } from '../../shared/local-date.js';
import { localDateOf } from '../../shared/zoned-time.js';

/** An offset from the end of the session: elapsed hours, or days on the wall calendar of the couple. */
export type FollowUpOffset = Readonly<{ amount: number; unit: 'hours' | 'days' }>;

/** The five follow-ups, in order. Their names stay when a clinic moves them. */
export const followUpIds = ['h24', 'h72', 'd7', 'd14', 'd28'] as const;
export type FollowUpId = (typeof followUpIds)[number];
export type FollowUpOffsets = Readonly<Record<FollowUpId, FollowUpOffset>>;

/** `ftd.followups`: 24 h, 72 h, 7 d, 14 d, 28 d (FTD-38, clinical brief 1.3). */
export const standardFollowUps: FollowUpOffsets = {
  h24: { amount: 24, unit: 'hours' },
  h72: { amount: 72, unit: 'hours' },
  d7: { amount: 7, unit: 'days' },
  d14: { amount: 14, unit: 'days' },
  d28: { amount: 28, unit: 'days' },
};

/** Allowed amounts, both ends included, so that no follow-up can pass the next one. */
export const followUpRanges: Readonly<Record<FollowUpId, Readonly<{ from: number; to: number }>>> = {
  h24: { from: 12, to: 48 },
  h72: { from: 49, to: 120 },
  d7: { from: 6, to: 10 },
  d14: { from: 11, to: 21 },
  d28: { from: 22, to: 60 },
};

/** The standard follow-ups with a clinic's own amounts laid over them. Throws RangeError outside the ranges. */
export function followUpOffsets(own: Readonly<Partial<Record<FollowUpId, number>>> = {}): FollowUpOffsets {
  const entries = followUpIds.map((id) => {
    const amount = own[id] ?? standardFollowUps[id].amount;
    const { from, to } = followUpRanges[id];
    if (!Number.isInteger(amount) || amount < from || amount > to) {
      throw new RangeError(`ftd.followups ${id} is ${from} to ${to}`);
    }
    return [id, { amount, unit: standardFollowUps[id].unit }];
  });
  return Object.fromEntries(entries) as FollowUpOffsets;
}

/** When something is due: at an instant, or at any time of a local day. */
export type AroundDue = Readonly<{ kind: 'instant'; at: Date } | { kind: 'local_day'; on: LocalDate }>;

/** Hours are elapsed hours; days are counted on the calendar, so a day of 23 or 25 hours is one (FTD-38). */
export function dueAfter(endedAt: Date, { amount, unit }: FollowUpOffset, zone: string): AroundDue {
  if (unit === 'hours') return { kind: 'instant', at: new Date(endedAt.getTime() + amount * hourMs) };
  return { kind: 'local_day', on: addDays(localDateOf(endedAt, zone), amount) };
}

/** Whether `at` is not past the due moment. `graceHours` (0 or more) extends an instant, never a local day. */
export function isInTime(due: AroundDue, at: Date, zone: string, graceHours = 0): boolean {
  if (due.kind === 'instant') return at.getTime() <= due.at.getTime() + graceHours * hourMs;
  return daysBetween(localDateOf(at, zone), due.on) >= 0;
}
