import { daysInWeek } from '../shared/durations.js';
import { compare, divide, fraction, multiply, sumOf, type Fraction } from '../shared/fraction.js';
import type { Cadence } from './cadence.js';
import { homeworkSettingValues, type HomeworkSettingValues } from './settings.js';

const daysInMonth = 30;

/** One active exercise of a person; an exercise of the couple counts for both. */
export type ActiveExercise = Readonly<{ code: string; cadence: Cadence; minutes: number }>;

/** A warning for the therapist. Nothing is refused because of it. */
export type Load = Readonly<{
  active: number;
  minutesPerDay: Fraction;
  overActive: boolean;
  overMinutes: boolean;
}>;

/**
 * How much a person has to do: active exercises, and their minutes spread over the days (HW-23). What comes once,
 * or when it is needed, is counted as once a week.
 */
export function loadOf(
  exercises: readonly ActiveExercise[],
  settings: HomeworkSettingValues = homeworkSettingValues(),
): Load {
  const perDay = exercises.map(({ cadence, minutes }) =>
    multiply(timesPerDay(cadence, exercises), fraction(minutes)),
  );
  const minutesPerDay = sumOf(perDay);
  return {
    active: exercises.length,
    minutesPerDay,
    overActive: exercises.length > settings.mostActivePerPerson,
    overMinutes: compare(minutesPerDay, fraction(settings.mostMinutesPerDay)) > 0,
  };
}

function timesPerDay(cadence: Cadence, exercises: readonly ActiveExercise[]): Fraction {
  switch (cadence.kind) {
    case 'daily':
      return fraction(1);
    case 'weekly':
      return fraction(cadence.times, daysInWeek);
    case 'every_weeks':
      return fraction(1, daysInWeek * cadence.weeks);
    case 'monthly':
      return fraction(1, daysInMonth * cadence.months);
    case 'sittings':
      return fraction(cadence.mostPerWeek ?? 1, daysInWeek);
    case 'on_event':
      return fraction(cadence.leastPerWeek ?? 1, daysInWeek);
    case 'after':
      return leading(cadence.code, exercises);
    case 'once':
    case 'times':
      return divide(fraction(1), fraction(daysInWeek));
  }
}

/** As often as the exercise that it follows; one that follows another follower, or none, comes once a week. */
function leading(code: string, exercises: readonly ActiveExercise[]): Fraction {
  const first = exercises.find((exercise) => exercise.code === code);
  if (first === undefined || first.cadence.kind === 'after') return fraction(1, daysInWeek);
  return timesPerDay(first.cadence, exercises);
}
