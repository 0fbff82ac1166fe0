import { dayMs } from '../shared/durations.js';

/** One entry of the rota: while it runs, `coveredBy` hears what `staff` would. */
export type CoverEntry = Readonly<{ staff: string; coveredBy: string; from: Date; to: Date }>;

/** Longest cover of one entry, so that a forgotten one ends by itself. */
const mostCoverMs = 92 * dayMs;

/** Whether an entry can be made: somebody else stands in, for a time that is not over, 92 days at most (ALERT-20). */
export function mayStandIn({ staff, coveredBy, from, to }: CoverEntry, now: Date): boolean {
  const length = to.getTime() - from.getTime();
  return staff !== coveredBy && length > 0 && length <= mostCoverMs && to > now;
}

/** `nobody` true: no therapist and no cover was found, so the caller must bring it to the clinic's lead. */
export type SafetyRecipients = Readonly<{ staff: readonly string[]; nobody: boolean }>;

/**
 * Who hears of SAFE-1 (ALERT-20, decisions on cover): the person's own therapists, always, and whoever covers them
 * at the instant. An entry holds from its first instant up to but not including its last.
 */
export function safetyRecipients(
  ownTherapists: readonly string[],
  rota: readonly CoverEntry[],
  at: Date,
): SafetyRecipients {
  const covering = rota
    .filter(({ staff, from, to }) => ownTherapists.includes(staff) && from <= at && at < to)
    .map(({ coveredBy }) => coveredBy);
  const staff = [...new Set([...ownTherapists, ...covering])];
  return { staff, nobody: staff.length === 0 };
}
