import type { LocalDate } from '../shared/local-date.js';
import type { Alert } from './alert.js';
import { lastWholeDay, type OffTrackHistory } from './alert-history.js';
import type { AlertLimits } from './alert-settings.js';
import { stillDropped } from './joint-drop.js';
import { stillWorse } from './reliable-worsening.js';
import { calmFrom, turbulenceWindows } from './turbulence.js';

/** An alert whose condition was met in a turbulent time. `askedAgainOn` is the day on which it is judged anew. */
export type HeldAlert = Readonly<{ alert: Alert; askedAgainOn: LocalDate }>;

export type Sorted = Readonly<{ raised: readonly Alert[]; held: readonly HeldAlert[] }>;

/**
 * Holds OT-1 and OT-2, and no other rule, while turbulence lasts (ALERT-14). On the first day outside every window
 * the condition is asked again of the newest full reading: it is raised on that day when it still holds or when
 * there is no newer reading, and let go when it does not. An alert is never lost by a window alone.
 */
export function holdInTurbulence(
  alerts: readonly Alert[],
  history: OffTrackHistory,
  limits: AlertLimits,
): Sorted {
  const windows = turbulenceWindows(history, limits);
  const raised: Alert[] = [];
  const held: HeldAlert[] = [];
  for (const alert of alerts) {
    const calm = calmFrom(windows, alert.metOn);
    if (calm === alert.metOn || !isHoldable(alert)) raised.push(alert);
    else if (calm > lastWholeDay(history)) held.push({ alert, askedAgainOn: calm });
    else if (stillHolds(alert, calm, history, limits)) raised.push({ ...alert, on: calm });
  }
  return { raised, held };
}

function isHoldable({ rule }: Alert): boolean {
  return rule === 'OT-1' || rule === 'OT-2';
}

function stillHolds(
  { rule, predictor, metOn }: Alert,
  day: LocalDate,
  history: OffTrackHistory,
  limits: AlertLimits,
): boolean {
  if (!predictor) return true;
  return rule === 'OT-1'
    ? stillWorse(history, limits, predictor, day)
    : stillDropped(history, limits, { predictor, metOn }, day);
}
