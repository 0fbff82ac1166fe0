import { daysBetween, type LocalDate } from '../shared/local-date.js';
import { localDateOf } from '../shared/zoned-time.js';
import { alertOn, type AlertNote } from './alert.js';
import type { OffTrackRule } from './off-track-rule.js';

/**
 * OT-8, trickle (ALERT-09): two addenda after the formal disclosure, or two times within 90 days that something
 * was found out before it was told. Met on the day of the second and of each further one.
 */
export const trickle: OffTrackRule = (history, limits) => {
  const { disclosureOn } = history.events;
  const today = localDateOf(history.now, history.zone);
  const addenda = history.addendaOn.filter(
    (on) => disclosureOn !== null && on >= disclosureOn && on <= today,
  );
  const found = history.foundOutOn.filter((on) => on <= today);
  return [
    ...completing(addenda, limits.addenda, Number.POSITIVE_INFINITY, 'addenda'),
    ...completing(found, limits.foundOut, limits.foundOutDays, 'found_out'),
  ];
};

/** An alert for each day that completes `needed` days within `span` calendar days, itself included. */
function completing(days: readonly LocalDate[], needed: number, span: number, note: AlertNote) {
  const sorted = [...days].sort();
  return sorted
    .filter((on, at) => {
      const first = sorted[at + 1 - needed];
      return first !== undefined && daysBetween(first, on) < span;
    })
    .map((on) => alertOn('OT-8', on, { note }));
}
