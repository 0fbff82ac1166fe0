import { hourMs } from '../shared/durations.js';
import { daysBetween } from '../shared/local-date.js';
import { localDateOf } from '../shared/zoned-time.js';
import { dueDates } from './due-dates.js';
import type { Actor, ActorRole, DisclosureEvent } from './events.js';
import { acuteHours } from './guards-after.js';
import { nextState } from './next-state.js';
import { readinessReaches, recheckStillAhead } from './recheck.js';
import type { DisclosureSnapshot } from './snapshot.js';
import { isOnReadiness, isTerminal } from './states.js';

export type Nudge = 'process_stalled' | 'draft_review_overdue' | 'acute_contacts_overdue';

/** What time alone brings about: a step that the system takes, or a reminder to clinicians. */
export type ClockEvent =
  | Readonly<{ kind: 'step'; event: DisclosureEvent }>
  | Readonly<{ kind: 'nudge'; nudge: Nudge; to: readonly ActorRole[] }>;

const system: Actor = { id: 'system', roles: ['SYSTEM'] };

/**
 * The system's steps and reminders that are due now, none when nothing is (FTD-22). A step that is due but still
 * refused is not listed; where that is the end of the acute time, the therapists are reminded instead. Asking again
 * gives the same answer until the step is taken; the service sends each reminder once.
 */
export function clockEvents(snapshot: DisclosureSnapshot, now: Date): readonly ClockEvent[] {
  return [...steps(snapshot, now), ...nudges(snapshot, now)];
}

function steps(snapshot: DisclosureSnapshot, now: Date): ClockEvent[] {
  if (readinessHasEnded(snapshot, now)) return [{ kind: 'step', event: 'readiness_expired' }];
  const byTime = ['day_before_reached', 'acute_passed'] as const;
  return byTime
    .filter((event) => nextState(snapshot, { event }, system, now).ok)
    .map((event) => ({ kind: 'step', event }));
}

/**
 * True when a state that rests on readiness has none left. Before its end there is some; after it only while it, a
 * re-check still to come or one done in time reaches to the planned start, and until the session's local day is over.
 * An end that is not known has passed.
 */
export function readinessHasEnded(snapshot: DisclosureSnapshot, now: Date): boolean {
  const { state, readyUntil, session, zone } = snapshot;
  if (!isOnReadiness(state)) return false;
  if (readyUntil && now <= readyUntil) return false;
  if (!readyUntil || !session?.startsAt) return true;
  if (recheckStillAhead(snapshot, now)) return false;
  const sessionDayPassed = daysBetween(localDateOf(session.startsAt, zone), localDateOf(now, zone)) > 0;
  return sessionDayPassed || !readinessReaches(snapshot, session.startsAt, now);
}

function nudges(snapshot: DisclosureSnapshot, now: Date): ClockEvent[] {
  const due: ClockEvent[] = [];
  const nudge = (name: Nudge, to: readonly ActorRole[]): unknown =>
    due.push({ kind: 'nudge', nudge: name, to });
  if (isStalled(snapshot, now)) nudge('process_stalled', ['LEAD']);
  if (draftIsOverdue(snapshot, now)) nudge('draft_review_overdue', ['T_RP']);
  if (acuteIsOverdue(snapshot, now)) nudge('acute_contacts_overdue', ['T_RP', 'T_BP', 'LEAD']);
  return due;
}

function isStalled(snapshot: DisclosureSnapshot, now: Date): boolean {
  if (isTerminal(snapshot.state) || snapshot.state === 'NOT_STARTED') return false;
  const { stalledOn } = dueDates(snapshot);
  // A process under way of which no step is known has nobody who keeps an eye on it.
  return stalledOn === null || daysBetween(stalledOn, localDateOf(now, snapshot.zone)) >= 0;
}

function draftIsOverdue(snapshot: DisclosureSnapshot, now: Date): boolean {
  const { draftAnswer } = dueDates(snapshot);
  const today = localDateOf(now, snapshot.zone);
  // Where no draft waits, nothing is due before today.
  return snapshot.state === 'PREPARING' && daysBetween(draftAnswer ?? today, today) > 0;
}

function acuteIsOverdue(snapshot: DisclosureSnapshot, now: Date): boolean {
  if (snapshot.state !== 'AFTERCARE_ACUTE') return false;
  const endedAt = snapshot.session?.endedAt;
  if (endedAt && now.getTime() - endedAt.getTime() < acuteHours * hourMs) return false;
  return !nextState(snapshot, { event: 'acute_passed' }, system, now).ok;
}
