import type { Track } from '../access/roles.js';
import type { LocalDate } from '../shared/local-date.js';
import type { SupportContact } from './behaviour-records.js';
import { countOf, isWithin, weekInFrame, weeksIn, type Count, type CountFrame } from './count-frame.js';

/** Days that a tick may be set on or taken back from: today and those before it (PRED-59). */
export const tickDays = 7;

function daysIn(days: readonly LocalDate[], frame: CountFrame): number {
  return new Set(days.filter((day) => isWithin(frame, day))).size;
}

/** g3: days with a recovery activity, of the days planned in R14; each day counts once (PRED-24). */
export function activityDayCount(
  activeOn: readonly LocalDate[],
  plannedOn: readonly LocalDate[],
  frame: CountFrame,
): Count | null {
  const planned = daysIn(plannedOn, frame);
  return countOf(Math.min(daysIn(activeOn, frame), planned), planned);
}

/** t4: person-weeks with a contact (R14) or a safe person (B01), of enrolled people times weeks (PRED-27). */
export function supportWeekCount(
  contacts: readonly SupportContact[],
  people: readonly Track[],
  frame: CountFrame,
): Count | null {
  const weeks = contacts
    .filter(({ who, on }) => people.includes(who) && isWithin(frame, on))
    .map(({ who, on }) => `${who}.${weekInFrame(frame, on)}`);
  return countOf(new Set(weeks).size, people.length * weeksIn(frame));
}

/** Whether an R14 document names a contact: a meeting, group or sponsor, or somebody reached when it was hard. */
export function namesPeerContact(answers: Readonly<Record<string, unknown>>): boolean {
  const times = ['meetings', 'group', 'sponsor'].map((key) => answers[key]);
  const met = times.some((count) => typeof count === 'number' && count > 0);
  return met || answers['contact_when_hard'] === true;
}

/** Whether a B01 document names a safe person whom the partner reached. */
export function namesSafePerson(answers: Readonly<Record<string, unknown>>): boolean {
  return answers['safe_person_reached'] === true;
}
