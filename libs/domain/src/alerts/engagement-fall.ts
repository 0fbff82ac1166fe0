import type { CalendarException } from '../homework/adherence.js';
import { adherenceOf } from '../homework/lateness.js';
import { compare, fraction, multiply, type Fraction } from '../shared/fraction.js';
import { addDays, daysBetween, type LocalDate } from '../shared/local-date.js';
import { alertOn, type Alert } from './alert.js';
import { lastWholeDay, type OffTrackHistory } from './alert-history.js';
import type { AlertLimits } from './alert-settings.js';
import type { OffTrackRule } from './off-track-rule.js';

/** Days of the fortnight that is judged, and of the time before it. */
const coverageDays = 14;
const coverageDaysBefore = 28;

/**
 * OT-3, engagement fall of the recovering person (ALERT-04): check-in coverage below 50 % in the fortnight that a
 * reading Sunday closes, after 70 % or more in the 28 days before it; or two missed sessions within 28 days, met
 * on the day of the second. Travel, illness and agreed pauses leave both counts.
 */
export const engagementFall: OffTrackRule = (history, limits) => [
  ...coverageFalls(history, limits),
  ...missedSessions(history, limits),
];

function coverageFalls(history: OffTrackHistory, limits: AlertLimits): readonly Alert[] {
  return readingDays(history).flatMap((on) => {
    const now = coverage(history, addDays(on, 1 - coverageDays), on);
    const start = addDays(on, 1 - coverageDays - coverageDaysBefore);
    const before = coverage(history, start, addDays(on, -coverageDays));
    const fell =
      now !== null &&
      before !== null &&
      compare(now, fraction(limits.coverageBelow)) < 0 &&
      compare(before, fraction(limits.coverageBefore)) >= 0;
    return fell ? [alertOn('OT-3', on, { track: 'RP', note: 'coverage_fell' })] : [];
  });
}

/** Sundays of even weeks from the anchor Monday whose day is over. */
function readingDays(history: OffTrackHistory): readonly LocalDate[] {
  const fortnights = Math.floor((daysBetween(history.anchor, lastWholeDay(history)) + 1) / coverageDays);
  const count = Math.max(0, fortnights);
  return Array.from({ length: count }, (_, n) => addDays(history.anchor, coverageDays * (n + 1) - 1));
}

/** Percent of expected check-ins done, late ones half; null with fewer than half of the occurrences left. */
function coverage(history: OffTrackHistory, from: LocalDate, to: LocalDate): Fraction | null {
  const outcomes = history.checkIns
    .filter(({ on }) => from <= on && on <= to)
    .map(({ on, outcome }) =>
      // An answer that may still come in is not missed yet; coming late, it cannot lift a share from below to half.
      outcome === 'pending' || isExcepted(history.exceptions, on) ? 'skipped' : outcome,
    );
  const { ratio } = adherenceOf(outcomes);
  return ratio && multiply(ratio, fraction(100));
}

function missedSessions(history: OffTrackHistory, limits: AlertLimits): readonly Alert[] {
  const through = lastWholeDay(history);
  const missed = history.lostSessions
    .filter(({ by, reason }) => by === 'RP' && (reason === 'late_cancel' || reason === 'no_show'))
    .map(({ on }) => on)
    .filter((on) => on <= through && !isExcepted(history.exceptions, on))
    .sort();
  return missed
    .filter((on, at) => {
      const first = missed[at + 1 - limits.missedSessions];
      return first !== undefined && daysBetween(first, on) < limits.missedSessionDays;
    })
    .map((on) => alertOn('OT-3', on, { track: 'RP', note: 'sessions_missed' }));
}

function isExcepted(exceptions: readonly CalendarException[], on: LocalDate): boolean {
  return exceptions.some(({ from, to }) => from <= on && on <= to);
}
