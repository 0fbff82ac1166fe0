import { hourMs } from '../shared/durations.js';
import { addDays, daysBetween } from '../shared/local-date.js';
import { dayOf, needs, type Finding, type Guard } from './guard.js';
import { fitsBefore } from './recheck.js';
import { fixedTerms } from './settings.js';

/** Row 11: a date, ahead of now. */
export const sessionDateGiven = needs(
  ({ request, now }) => (request.sessionAt?.getTime() ?? Number.NEGATIVE_INFINITY) > now.getTime(),
);

/** Row 11: an admin acts on the lead's order only. */
export const leadOrdered = needs(
  ({ actor, request }) => actor.roles.includes('LEAD') || request.orderedByLead === true,
);

/** Row 11: before readiness ends, or with a re-check booked 24 to 72 elapsed hours before (FTD-21). */
export const dateWithinReadiness = needs(
  ({ snapshot: { readyUntil, recheckAt }, request }) => {
    const { sessionAt } = request;
    if (!readyUntil || !sessionAt) return false;
    return sessionAt <= readyUntil || fitsBefore(request.recheckAt ?? recheckAt, sessionAt);
  },
  (question) => {
    const { readyUntil } = question.snapshot;
    return readyUntil ? { readyUntil: dayOf(question, readyUntil) } : undefined;
  },
);

/** Row 11: the calendar was checked and no hard date lies within seven days. */
export const calendarClear: Guard = (question) => {
  const { hardDates } = question.snapshot;
  const { sessionAt } = question.request;
  if (!hardDates || !sessionAt) return [{}];
  const day = dayOf(question, sessionAt);
  const near = hardDates.filter((date) => Math.abs(daysBetween(date, day)) <= fixedTerms.collisionDays);
  return near.map((date): Finding => ({ item: date, evidence: { date } }));
};

/**
 * Rows 11 and 14: enough calendar days between the last slip and the date, also when the slip was told as agreed
 * (FTD-07). With no date, today stands for it. The evidence names the first day that would do.
 */
export const slipDistance: Guard = (question) => {
  const { lastSlipAt, settings } = question.snapshot;
  if (lastSlipAt === undefined) return [{}];
  if (lastSlipAt === null) return [];
  const slip = dayOf(question, lastSlipAt);
  const days = daysBetween(slip, dayOf(question, question.request.sessionAt ?? question.now));
  const needed = settings.minDaysSinceLastSlip;
  return days >= needed ? [] : [{ evidence: { days, needed, earliest: addDays(slip, needed) } }];
};

/** Row 13: the session begins in 24 elapsed hours or less. */
export const sessionWithinDay = needs(({ snapshot: { session }, now }) =>
  session?.startsAt ? session.startsAt.getTime() - now.getTime() <= 24 * hourMs : false,
);
