import { daysBetween } from '../shared/local-date.js';
import { localDateOf } from '../shared/zoned-time.js';
import { fixedTerms } from './settings.js';
import type { DisclosureSnapshot } from './snapshot.js';
import { isOnReadiness, processStates, type DisclosureState } from './states.js';

const beforePreparing: readonly DisclosureState[] = processStates.slice(
  0,
  processStates.indexOf('PREPARING'),
);

/**
 * True for a pause whose class is safety, and for one of any class during which violence or fear was found in either
 * person.
 */
export function holdIsForSafety({ hold, assessments, zone }: DisclosureSnapshot): boolean {
  if (!hold) return false;
  const since = localDateOf(hold.since, zone);
  return (
    hold.reason === 'safety' ||
    assessments.some(
      ({ id, present, on }) => id === 'violence_or_fear' && present && daysBetween(since, on) >= 0,
    )
  );
}

/**
 * Where work goes on after a pause (FTD-08): never later than PREPARING after safety or more than 30 days; not
 * into a session that was under way, nor to a date that has passed; and not onto a readiness that ended or that a
 * slip has undone meanwhile.
 */
export function resumeTarget(snapshot: DisclosureSnapshot, now: Date): DisclosureState {
  const { hold, zone, session } = snapshot;
  if (!hold) return 'PREPARING';
  const held = daysBetween(localDateOf(hold.since, zone), localDateOf(now, zone));
  const to = hold.resumeTo;
  if (holdIsForSafety(snapshot) || held > fixedTerms.holdCapDays)
    return beforePreparing.includes(to) ? to : 'PREPARING';
  if (to === 'IN_SESSION' || to === 'SESSION_PAUSED') return 'PREPARING';
  if (!isOnReadiness(to)) return to;
  if (readinessUndone(snapshot, now)) return 'PREPARING';
  const dated = to === 'SCHEDULED' || to === 'DAY_OF_CHECK';
  const ahead = session?.startsAt ? session.startsAt > now : false;
  return dated && !ahead ? 'READY' : to;
}

function readinessUndone({ lastSlipAt, zone, settings, readyUntil }: DisclosureSnapshot, now: Date): boolean {
  if (lastSlipAt === undefined || !readyUntil || readyUntil < now) return true;
  if (lastSlipAt === null) return false;
  return daysBetween(localDateOf(lastSlipAt, zone), localDateOf(now, zone)) < settings.minDaysSinceLastSlip;
}
