import { hourMs } from '../shared/durations.js';
import { fixedTerms } from './settings.js';
import type { DisclosureSnapshot } from './snapshot.js';

/** First and last moment for the re-check before a session, both included (FTD-21). */
export function recheckWindow(sessionAt: Date): { readonly from: Date; readonly to: Date } {
  const before = (hours: number): Date => new Date(sessionAt.getTime() - hours * hourMs);
  return { from: before(fixedTerms.recheckToHours), to: before(fixedTerms.recheckFromHours) };
}

/** True when a re-check lies 24 to 72 elapsed hours before the session, both ends included (FTD-21). */
export function fitsBefore(recheckAt: Date | null, sessionAt: Date): boolean {
  if (!recheckAt) return false;
  const { from, to } = recheckWindow(sessionAt);
  return recheckAt >= from && recheckAt <= to;
}

/** True when readiness itself, or a re-check that was done in time, reaches to the planned start of the session. */
export function readinessReaches(snapshot: DisclosureSnapshot, sessionAt: Date, now: Date): boolean {
  const { readyUntil, recheckDoneAt } = snapshot;
  if (!readyUntil) return false;
  if (sessionAt <= readyUntil) return true;
  return recheckDoneAt !== null && recheckDoneAt <= now && fitsBefore(recheckDoneAt, sessionAt);
}

/**
 * True while a re-check that is still to come keeps readiness alive: it is booked for the session's date and the last
 * moment for it has not passed.
 */
export function recheckStillAhead(snapshot: DisclosureSnapshot, now: Date): boolean {
  const sessionAt = snapshot.session?.startsAt ?? null;
  if (!sessionAt || !fitsBefore(snapshot.recheckAt, sessionAt)) return false;
  return now <= recheckWindow(sessionAt).to;
}
