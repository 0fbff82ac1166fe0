import { hourMs } from '../../shared/durations.js';
import { addDays, daysBetween, type LocalDate } from '../../shared/local-date.js';
import { ok, refuse, type Result } from '../../shared/result.js';
import { localDateOf } from '../../shared/zoned-time.js';
import type { AroundSettingValues } from './around-settings.js';

/**
 * One addition to the disclosure. It holds times only: what was left out stays with the recovering person and their
 * therapist until the meeting.
 */
export type Addendum = Readonly<{ recalledAt: Date; toldTherapistAt: Date | null; metAt: Date | null }>;

type Terms = Pick<AroundSettingValues, 'correctionTellHours' | 'addendumTargetDays' | 'addendaBeforeReview'>;

export type CorrectionDeadlines = Readonly<{
  /** 24 elapsed hours after it came to mind. */
  tellTherapistBy: Date;
  /** Target day of the meeting, counted on the calendar; null until the therapist knows. */
  meetBy: LocalDate | null;
}>;

/** Deadlines of the correction protocol (FTD-43, clinical brief 1.9). */
export function correctionDeadlines(addendum: Addendum, zone: string, terms: Terms): CorrectionDeadlines {
  const { recalledAt, toldTherapistAt } = addendum;
  return {
    tellTherapistBy: new Date(recalledAt.getTime() + terms.correctionTellHours * hourMs),
    meetBy: toldTherapistAt && addDays(localDateOf(toldTherapistAt, zone), terms.addendumTargetDays),
  };
}

export type CorrectionStanding = Readonly<{ tell: 'open' | 'in_time' | 'late'; meet: CorrectionMeet }>;
export type CorrectionMeet = 'waits_for_telling' | 'open' | 'in_time' | 'late';

/** Where an addendum stands at `now`. The last instant and the last day are in time. */
export function correctionStanding(
  addendum: Addendum,
  now: Date,
  zone: string,
  terms: Terms,
): CorrectionStanding {
  const { tellTherapistBy, meetBy } = correctionDeadlines(addendum, zone, terms);
  const tellLate = (addendum.toldTherapistAt ?? now) > tellTherapistBy;
  const tell = tellLate ? 'late' : addendum.toldTherapistAt ? 'in_time' : 'open';
  if (!meetBy) return { tell, meet: 'waits_for_telling' };
  const meetLate = daysBetween(localDateOf(addendum.metAt ?? now, zone), meetBy) < 0;
  return { tell, meet: meetLate ? 'late' : addendum.metAt ? 'in_time' : 'open' };
}

/** Opens one. While one waits for its meeting, whatever else comes to mind joins that one (FTD-44). */
export function openAddendum(
  addenda: readonly Addendum[],
  recalledAt: Date,
): Result<readonly Addendum[], 'one_is_open'> {
  if (addenda.some(({ metAt }) => metAt === null)) return refuse('one_is_open');
  return ok([...addenda, { recalledAt, toldTherapistAt: null, metAt: null }]);
}

/** How many additions there have been, met or not (FTD-44). */
export function addendaCount(addenda: readonly Addendum[]): number {
  return addenda.length;
}

/** Calendar days from telling the therapist to the meeting; null while either is missing (FTD-44). */
export function daysToAddendum({ toldTherapistAt, metAt }: Addendum, zone: string): number | null {
  if (!toldTherapistAt || !metAt) return null;
  return daysBetween(localDateOf(toldTherapistAt, zone), localDateOf(metAt, zone));
}

/** From the third addition on the team holds a clinical review, "staggered disclosure" (FTD-44). */
export function needsStaggeredReview(
  addenda: readonly Addendum[],
  { addendaBeforeReview }: Pick<Terms, 'addendaBeforeReview'>,
): boolean {
  return addenda.length >= addendaBeforeReview;
}

/**
 * What the partner's side is shown of it before the meeting: nothing, whatever there is (FTD-45). The function takes
 * the list so that callers pass through it, and its answer does not depend on it.
 */
export function addendaShownToPartner(_addenda: readonly Addendum[]): readonly Addendum[] {
  return [];
}
