import type { Track } from '../access/roles.js';
import type { PredictorCode } from '../homework/template.js';
import type { LocalDate } from '../shared/local-date.js';
import { alertRules, type AlertRule } from './alert-rules.js';

/** What a therapist should know beside the rule. Never a word that a person wrote. */
export type AlertNote =
  | 'coverage_fell'
  | 'sessions_missed'
  | 'recovering_person_higher'
  | 'partner_higher'
  | 'addenda'
  | 'found_out'
  | 'repeated'
  | 'not_repeated'
  | 'rise_expected_after_disclosure';

/**
 * One rule that was met. `metOn` is the local day on which its condition was met, `on` the day from which it
 * counts: later than `metOn` only after a hold. `track` names the person whom the alert is about, null for both.
 */
export type Alert = Readonly<{
  rule: AlertRule;
  predictor: PredictorCode | null;
  track: Track | null;
  metOn: LocalDate;
  on: LocalDate;
  note: AlertNote | null;
}>;

/** An alert that counts from the day on which its condition was met. */
export function alertOn(
  rule: AlertRule,
  on: LocalDate,
  more: Readonly<Partial<Pick<Alert, 'predictor' | 'track' | 'note'>>> = {},
): Alert {
  return { rule, predictor: null, track: null, metOn: on, on, note: null, ...more };
}

/** Text under which an alert is stored once, however often the rules are asked. */
export function alertKey({ rule, predictor, track, on, note }: Alert): string {
  return [rule, predictor ?? '', track ?? '', on, note ?? ''].join(':');
}

/** Oldest first; on one day in the order of the rules; each alert once. */
export function inOrder(alerts: readonly Alert[]): readonly Alert[] {
  const once = new Map([...alerts].reverse().map((alert) => [alertKey(alert), alert]));
  return [...once.values()].reverse().sort(earlier);
}

function earlier(a: Alert, b: Alert): number {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1;
  return alertRules.indexOf(a.rule) - alertRules.indexOf(b.rule);
}
