import { hourMs, minuteMs } from '../shared/durations.js';
import { addDays, type LocalDate } from '../shared/local-date.js';
import { localDateOf } from '../shared/zoned-time.js';
import { fixedTerms } from './settings.js';
import type { DisclosureSnapshot } from './snapshot.js';

/** Days and moments that follow from the facts and the clinic's settings; null while their fact is not known. */
export type DisclosureDueDates = Readonly<{
  questions: LocalDate | null;
  partnerTherapistReview: LocalDate | null;
  draftAnswer: LocalDate | null;
  recheckFrom: Date | null;
  recheckUntil: Date | null;
  earliestSession: LocalDate | null;
  sessionBlockEndsAt: Date | null;
  noWorkUntil: Date | null;
  impactEarliest: LocalDate | null;
  restitutionEarliest: LocalDate | null;
  stalledOn: LocalDate | null;
}>;

/**
 * Every date of the process (FTD-23). Days are calendar days in the couple's zone, hours are elapsed hours. The time
 * without work runs from the end of the session, and until that is known from the end of its block.
 */
export function dueDates(snapshot: DisclosureSnapshot): DisclosureDueDates {
  const { settings, session, drafts, letters, lastSlipAt, lastEventAt, zone } = snapshot;
  const startsAt = session?.startsAt ?? null;
  const endedAt = session?.endedAt ?? null;
  const day = (at: Date | null | undefined, days: number): LocalDate | null =>
    at ? addDays(localDateOf(at, zone), days) : null;
  const blockEnd = later(startsAt, settings.sessionLengthMin * minuteMs);
  return {
    questions: day(startsAt, -settings.questionsDueBeforeSessionDays),
    partnerTherapistReview: day(startsAt, -settings.partnerTherapistReviewDueBeforeDays),
    draftAnswer: day(drafts?.awaitingReviewSince, settings.reviewSlaDays),
    recheckFrom: later(startsAt, -fixedTerms.recheckToHours * hourMs),
    recheckUntil: later(startsAt, -fixedTerms.recheckFromHours * hourMs),
    earliestSession: day(lastSlipAt, settings.minDaysSinceLastSlip),
    sessionBlockEndsAt: blockEnd,
    noWorkUntil: later(endedAt ?? blockEnd, settings.noWorkHoursAfter * hourMs),
    impactEarliest: day(endedAt, settings.impactLetterEarliestDays),
    restitutionEarliest: day(
      letters?.impactOptedOut ? endedAt : letters?.impactDeliveredAt,
      settings.restitutionEarliestDaysAfterImpact,
    ),
    stalledOn: day(lastEventAt, settings.processStallDays),
  };
}

function later(at: Date | null, ms: number): Date | null {
  return at ? new Date(at.getTime() + ms) : null;
}
