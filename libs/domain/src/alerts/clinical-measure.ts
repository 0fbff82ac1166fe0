import { addDays, daysBetween, type LocalDate } from '../shared/local-date.js';
import { alertOn, type Alert } from './alert.js';
import { lastWholeDay, type OffTrackHistory } from './alert-history.js';
import type { AlertLimits } from './alert-settings.js';
import type { InstrumentSeries } from './instrument-series.js';
import type { OffTrackRule } from './off-track-rule.js';

/** The measure of trauma symptoms, which is expected to rise for a while after a disclosure. */
const traumaMeasure = 'PCL-5';

/**
 * OT-9, clinical measure (ALERT-10): a licensed instrument is worse than its first score by a reliable change or
 * more. The measure is repeated within 14 days: a repeat that agrees raises the alert on its day, one that does
 * not ends the matter, and without a repeat the alert is raised when the 14 days are over. A rise of PCL-5 in
 * the partner while the time after a disclosure runs is marked as expected, and still shown.
 */
export const clinicalMeasure: OffTrackRule = (history, limits) =>
  history.instruments.flatMap((series) => {
    const worse = worseDays(series);
    const taken = series.scores.map(({ on }) => on).sort();
    return firstDays(worse, limits).flatMap((on) => alertFor(series, on, { history, limits, worse, taken }));
  });

/** Until when each first worsening that was not repeated yet waits for its repeat. */
export function repeatsDue(history: OffTrackHistory, limits: AlertLimits): readonly RepeatDue[] {
  const through = lastWholeDay(history);
  return history.instruments.flatMap((series) => {
    const last = series.scores
      .map(({ on }) => on)
      .sort()
      .at(-1);
    const first = firstDays(worseDays(series), limits).find((on) => on === last);
    const due = first && addDays(first, limits.repeatDays);
    return due && due > through ? [{ code: series.code, track: series.track, by: due }] : [];
  });
}
export type RepeatDue = Readonly<{ code: string; track: InstrumentSeries['track']; by: LocalDate }>;

function worseDays({ scores, worseWhen, reliableChange }: InstrumentSeries): ReadonlySet<LocalDate> {
  const [first, ...later] = [...scores].sort((a, b) => (a.on < b.on ? -1 : 1));
  if (!first || reliableChange === null) return new Set();
  const sign = worseWhen === 'higher' ? 1 : -1;
  return new Set(
    later.filter(({ total }) => sign * (total - first.total) >= reliableChange).map(({ on }) => on),
  );
}

/** Worse days that repeat no other: a worsening that was repeated is one, not two. */
function firstDays(worse: ReadonlySet<LocalDate>, limits: AlertLimits): readonly LocalDate[] {
  const days = [...worse].sort();
  return days.filter((on, at) => {
    const before = days[at - 1];
    return before === undefined || daysBetween(before, on) > limits.repeatDays;
  });
}

type Context = Readonly<{
  history: OffTrackHistory;
  limits: AlertLimits;
  worse: ReadonlySet<LocalDate>;
  taken: readonly LocalDate[];
}>;

function alertFor(series: InstrumentSeries, on: LocalDate, context: Context): readonly Alert[] {
  const { history, limits, worse, taken } = context;
  const repeatBy = addDays(on, limits.repeatDays);
  const repeat = taken.find((day) => day > on && day <= repeatBy);
  if (repeat !== undefined && !worse.has(repeat)) return [];
  const raisedOn = repeat ?? repeatBy;
  if (raisedOn > lastWholeDay(history)) return [];
  const expected = expectedRise(series, raisedOn === repeat ? repeat : on, context);
  const note = expected
    ? 'rise_expected_after_disclosure'
    : repeat === undefined
      ? 'not_repeated'
      : 'repeated';
  return [{ ...alertOn('OT-9', raisedOn, { track: series.track, note }), metOn: on }];
}

function expectedRise(
  { code, track }: InstrumentSeries,
  on: LocalDate,
  { history, limits }: Context,
): boolean {
  const { disclosureOn } = history.events;
  if (code !== traumaMeasure || track !== 'BP' || disclosureOn === null) return false;
  const days = daysBetween(disclosureOn, on);
  return days >= 0 && days <= limits.disclosureTurbulence;
}
