import { fraction, type Fraction } from '../../shared/fraction.js';
import { dueAfter, isInTime, type AroundDue, type FollowUpOffsets } from './aftercare-due.js';
import { aftercarePlan, type AftercarePlanItem } from './aftercare-plan.js';
import type { AroundSettingValues } from './around-settings.js';

export type AftercareTask = AftercarePlanItem & Readonly<{ due: AroundDue }>;

/** What a clinic may set about the time after the session. */
export type AftercareSettings = Readonly<{
  offsets: FollowUpOffsets;
  values: Pick<AroundSettingValues, 'safeDepartureHours' | 'followUpGraceHours'>;
}>;

/** Every task that the end of a session creates, with its due moment, in the order of the plan (FTD-39). */
export function aftercareTasks(
  endedAt: Date,
  zone: string,
  { offsets, values }: AftercareSettings,
): readonly AftercareTask[] {
  const departure = { amount: values.safeDepartureHours, unit: 'hours' } as const;
  return aftercarePlan.map((item) => {
    const offset = item.moment === 'departure' ? departure : offsets[item.moment];
    return { ...item, due: dueAfter(endedAt, offset, zone) };
  });
}

/** When each side was confirmed to have left safely; null while nobody has said so. */
export type SafeDeparture = Readonly<Record<'BP' | 'RP', Date | null>>;

/**
 * The sides whose safe leaving is still unconfirmed after 3 elapsed hours (FTD-40). Each is raised with that side's
 * own therapist and the cover rota; the other person is never told.
 */
export function departureEscalations(
  endedAt: Date,
  confirmed: SafeDeparture,
  now: Date,
  { safeDepartureHours }: Pick<AroundSettingValues, 'safeDepartureHours'>,
): readonly Readonly<{ track: 'BP' | 'RP'; notify: 'T_BP' | 'T_RP' }>[] {
  const due = dueAfter(endedAt, { amount: safeDepartureHours, unit: 'hours' }, 'UTC');
  if (isInTime(due, now, 'UTC')) return [];
  const sides = [
    { track: 'BP', notify: 'T_BP' },
    { track: 'RP', notify: 'T_RP' },
  ] as const;
  return sides.filter(({ track }) => confirmed[track] === null);
}

/** What counts as a follow-up contact: the therapists' own tasks, each with the moment it was marked done. */
export type FollowUpRecord = Readonly<{ due: AroundDue; doneAt: Date | null }>;

/**
 * The part of follow-ups done in time, among those done or already past their time; null when there is none. A
 * follow-up of 24 or 72 hours has a grace of a few hours, one of days has its whole local day (FTD-41).
 */
export function followUpsOnTime(
  records: readonly FollowUpRecord[],
  now: Date,
  zone: string,
  { followUpGraceHours }: Pick<AroundSettingValues, 'followUpGraceHours'>,
): Fraction | null {
  const counted = records.filter(
    ({ due, doneAt }) => doneAt !== null || !isInTime(due, now, zone, followUpGraceHours),
  );
  const inTime = counted.filter(
    ({ due, doneAt }) => doneAt !== null && isInTime(due, doneAt, zone, followUpGraceHours),
  );
  return counted.length === 0 ? null : fraction(inTime.length, counted.length);
}
