import type { LocalDate } from '../shared/local-date.js';
import { inOrder, type Alert } from './alert.js';
import type { OffTrackHistory } from './alert-history.js';
import { alertLimits, alertSettings, type AlertLimits, type AlertSettingName } from './alert-settings.js';
import { offTrackFindings } from './off-track.js';

/** Read by the disclosure process and by the telling of slips as well, so they are not changed here (ALERT-25). */
const sharedElsewhere: readonly AlertSettingName[] = ['disclosureTurbulence', 'tellingHours'];

/** The settings that a clinic may change on its page of limits (ALERT-25), in the order of the rules. */
export const clinicAlertSettings: readonly AlertSettingName[] = Object.keys(alertSettings)
  .map((name) => name as AlertSettingName)
  .filter((name) => !sharedElsewhere.includes(name));

/** The limits that hold from a local day on; version 0 is the standard and has held since ever. */
export type LimitsVersion = Readonly<{ version: number; from: LocalDate | null; limits: AlertLimits }>;

/** What a clinic uses where it has changed nothing. */
export const standardLimits: LimitsVersion = { version: 0, from: null, limits: alertLimits() };

/** An alert, and the limits under which it was found. */
export type VersionedAlert = Readonly<{ alert: Alert; under: LimitsVersion }>;

/**
 * Every alert of a couple, each under the limits of the day from which it counts (ALERT-26), oldest first: a change
 * of limits adds nothing to days before it and takes nothing from them. Of several changes on one day the last holds.
 */
export function findingsOverTime(
  history: OffTrackHistory,
  changes: readonly LimitsVersion[],
): readonly VersionedAlert[] {
  const versions = [standardLimits, ...changes];
  const found = versions.flatMap((under, at) => {
    const next = versions[at + 1]?.from ?? null;
    const holds = ({ on }: Alert): boolean =>
      (under.from === null || on >= under.from) && (next === null || on < next);
    return offTrackFindings(history, under.limits)
      .raised.filter(holds)
      .map((alert) => ({ alert, under }));
  });
  const ordered = inOrder(found.map(({ alert }) => alert));
  return ordered.flatMap((alert) => found.find((one) => one.alert === alert) ?? []);
}

/**
 * The limits of a clinic from what it set (ALERT-25): numbers by name, of the settings it may change. Throws
 * RangeError for any other name, and for a value that is no number or outside its range.
 */
export function limitsFrom(own: Readonly<Record<string, unknown>>): AlertLimits {
  const entries = Object.entries(own).map(([name, value]) => {
    if (!clinicAlertSettings.some((one) => one === name)) throw new RangeError(`${name} is no such setting`);
    if (typeof value !== 'number' || !Number.isFinite(value)) throw new RangeError(`${name} is a number`);
    return [name, value] as const;
  });
  return alertLimits(Object.fromEntries(entries));
}
