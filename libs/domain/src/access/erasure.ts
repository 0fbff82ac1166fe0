import { hourMs } from '../shared/durations.js';
import { accessSettings } from './access-settings.js';

/** Somebody of the office who agreed to an erasure. */
export type ErasureApproval = Readonly<{
  /** One human being, whatever roles they hold. */
  accountId: string;
  role: 'clinic_admin' | 'owner';
  givenAt: Date;
}>;

export type ErasureFacts = Readonly<{
  /** What the law may want kept until then. */
  holdUntil: Date;
  approvals: readonly ErasureApproval[];
  /** Whether another account could have decided at any time since it was asked for. */
  othersDecide: boolean;
}>;

/** What an erasure waits for; `due` waits for the owner's act alone. */
export type ErasureStep = Readonly<{ step: 'owner' | 'second_person' | 'wait' | 'due'; until: Date | null }>;

/**
 * How far an erasure is (ACCESS-44). It needs an owner and a second account; an owner who has been alone in the office
 * all along waits 72 hours after their own approval instead. Nothing is erased before the hold is over.
 */
export function erasureStep({ holdUntil, approvals, othersDecide }: ErasureFacts, now: Date): ErasureStep {
  if (!approvals.some(({ role }) => role === 'owner')) return { step: 'owner', until: null };
  const accounts = new Set(approvals.map(({ accountId }) => accountId));
  if (accounts.size === 1 && othersDecide) return { step: 'second_person', until: null };
  const until = accounts.size > 1 ? holdUntil : later(holdUntil, aloneUntil(approvals));
  return now >= until ? { step: 'due', until: null } : { step: 'wait', until };
}

function aloneUntil(approvals: readonly ErasureApproval[]): Date {
  const first = Math.min(...approvals.map(({ givenAt }) => givenAt.getTime()));
  return new Date(first + accessSettings.erasureAloneHours.standard * hourMs);
}

function later(one: Date, other: Date): Date {
  return one > other ? one : other;
}
