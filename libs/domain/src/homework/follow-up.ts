import { daysInWeek } from '../shared/durations.js';
import { addDays, weekday, type LocalDate } from '../shared/local-date.js';
import type { Cadence, FollowUpCadence } from './cadence.js';
import { addMonths } from './month-steps.js';
import type { HomeworkTemplate } from './template.js';

/** The rhythm that comes next, and the first local day of its plan. */
export type FollowUpPlan = Readonly<{ cadence: Cadence; startsOn: LocalDate }>;

/**
 * Every rhythm in which an exercise may be given: its own, the others of the library, and last the one that follows
 * once it was done (HW-71). A look after a change of stage is no rhythm.
 */
export function rhythmsOf({
  cadence,
  otherCadences,
  followUp,
}: Pick<HomeworkTemplate, 'cadence' | 'otherCadences' | 'followUp'>): readonly Cadence[] {
  const after = followUp === undefined || followUp.kind === 'stage_change' ? [] : [followUp];
  return [cadence, ...(otherCadences ?? []), ...after];
}

/**
 * What follows an exercise that was done on the local day `doneOn` (HW-71): null where nothing follows, or while the
 * stage has not changed since for one that is looked at again then. A rhythm of weeks begins on the Monday after, one
 * of months so many months later, anything else on the next day; a look after a change of stage on the day of it.
 */
export function followUpPlan(
  { followUp }: Pick<HomeworkTemplate, 'followUp'>,
  doneOn: LocalDate,
  stageChangedOn: LocalDate | null,
): FollowUpPlan | null {
  if (followUp === undefined) return null;
  if (followUp.kind !== 'stage_change') return { cadence: followUp, startsOn: startOf(followUp, doneOn) };
  if (stageChangedOn === null || stageChangedOn <= doneOn) return null;
  return { cadence: { kind: 'once' }, startsOn: stageChangedOn };
}

function startOf(cadence: Exclude<FollowUpCadence, { kind: 'stage_change' }>, doneOn: LocalDate): LocalDate {
  switch (cadence.kind) {
    case 'weekly':
    case 'every_weeks':
    case 'sittings':
    case 'times':
      return addDays(doneOn, daysInWeek + 1 - weekday(doneOn));
    case 'monthly':
      return addMonths(doneOn, cadence.months);
    default:
      return addDays(doneOn, 1);
  }
}
