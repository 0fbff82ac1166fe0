import { daysInWeek } from '../shared/durations.js';
import { compare, divide, fraction, roundHalfAway, sumOf, type Fraction } from '../shared/fraction.js';
import { addDays, daysBetween, type LocalDate } from '../shared/local-date.js';
import type { GateSettingValues } from './gate-settings.js';

/** One week of one person's index. `week` is the week's Monday; null where the week has no score. */
export type IndexWeek = Readonly<{ week: LocalDate; score: Fraction | null }>;

export type IndexCourse = Readonly<{
  met: boolean;
  /** Scores to one decimal, for showing; a dash for a week without one. Oldest first. */
  values: readonly (number | null)[];
  mean: number | null;
}>;

// The newest score may be of this week or of the one before, which ends the day before this Monday.
const newestAtMostDays = 13;

/** Scores of the last `count` weeks up to the newest one on record, oldest first; null where a week lacks one. */
function lastWeeks(
  weeks: readonly IndexWeek[],
  newest: LocalDate,
  count: number,
): readonly (Fraction | null)[] {
  return Array.from({ length: count }, (_, n) => {
    const week = addDays(newest, (n + 1 - count) * daysInWeek);
    return weeks.find((entry) => entry.week === week)?.score ?? null;
  });
}

/**
 * Whether one person's weeks carry gate 2 to 3 (GATE-23): the last three all 60 or more and the mean of the last
 * four 70 or more. Each person alone. A week without a score counts as not met, and so do scores that ended
 * before last week: an old calm says nothing about today.
 */
export function indexCourse(
  weeks: readonly IndexWeek[],
  today: LocalDate,
  settings: GateSettingValues,
): IndexCourse {
  const past = weeks.filter(({ week }) => daysBetween(week, today) >= 0);
  const newest = past
    .map(({ week }) => week)
    .sort()
    .at(-1);
  if (newest === undefined || daysBetween(newest, today) > newestAtMostDays)
    return { met: false, values: [], mean: null };
  const shown = lastWeeks(past, newest, Math.max(settings.indexEachWeeks, settings.indexMeanWeeks));
  const scores = shown.slice(-settings.indexMeanWeeks);
  const present = scores.filter((score) => score !== null);
  const mean = present.length < scores.length ? null : divide(sumOf(present), fraction(scores.length));
  const eachHigh = shown
    .slice(-settings.indexEachWeeks)
    .every((score) => score !== null && compare(score, fraction(settings.indexEach)) >= 0);
  return {
    met: eachHigh && mean !== null && compare(mean, fraction(settings.indexMean)) >= 0,
    values: shown.map((score) => (score === null ? null : roundHalfAway(score))),
    mean: mean === null ? null : roundHalfAway(mean),
  };
}
