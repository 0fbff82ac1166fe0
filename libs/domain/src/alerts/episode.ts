import { addDays, daysBetween, type LocalDate } from '../shared/local-date.js';
import { alertKey, type Alert } from './alert.js';
import { alertLevels, alertRules, levelOfRule, type AlertLevel, type AlertRule } from './alert-rules.js';
import type { AlertLimits } from './alert-settings.js';
import { workingDaysAfter } from './working-days.js';

/** What a couple's alerts within a fortnight come to: one thing to look at, with the rules that contributed. */
export type Episode = Readonly<{
  kind: 'safety' | 'off_track';
  openedOn: LocalDate;
  /** Acknowledging is due by the end of this day; for a safety episode, at once. */
  acknowledgeBy: LocalDate;
  alerts: readonly Alert[];
  closedOn: LocalDate | null;
}>;

/** Where an alert goes: into the episode at an index, into a new one that opens on a day, or nowhere anew. */
export type AlertPlacement =
  | Readonly<{ act: 'join'; at: number }>
  | Readonly<{ act: 'open'; on: LocalDate }>
  | Readonly<{ act: 'known' }>;

/**
 * Where an alert belongs among a couple's episodes, oldest first. SAFE-1 always opens its own, on its day
 * (ALERT-01). Any other joins the newest off-track episode that is not closed when it lies within 14 days of one
 * of its alerts (ALERT-15); otherwise it opens a new one, on its own day but never sooner than 14 days after the
 * last one opened (ALERT-16). Until then it waits; it is not dropped.
 */
export function placeAlert(episodes: readonly Episode[], alert: Alert, limits: AlertLimits): AlertPlacement {
  const key = alertKey(alert);
  if (episodes.some(({ alerts }) => alerts.some((known) => alertKey(known) === key))) return { act: 'known' };
  const at = episodes.findLastIndex(({ kind }) => kind === 'off_track');
  const latest = episodes[at];
  if (alert.rule === 'SAFE-1' || !latest) return { act: 'open', on: alert.on };
  if (latest.closedOn === null && isNear(latest, alert, limits)) return { act: 'join', at };
  const capEnds = addDays(latest.openedOn, limits.capDays);
  return { act: 'open', on: alert.on > capEnds ? alert.on : capEnds };
}

function isNear({ alerts }: Episode, alert: Alert, limits: AlertLimits): boolean {
  return alerts.some(({ on }) => Math.abs(daysBetween(on, alert.on)) <= limits.mergeDays);
}

/** The couple's episodes with one more alert in its place. `closed` are days on which the clinic is closed. */
export function withAlert(
  episodes: readonly Episode[],
  alert: Alert,
  limits: AlertLimits,
  closed: readonly LocalDate[] = [],
): readonly Episode[] {
  const place = placeAlert(episodes, alert, limits);
  if (place.act === 'known') return episodes;
  if (place.act === 'join')
    return episodes.map((episode, at) =>
      at === place.at ? { ...episode, alerts: [...episode.alerts, alert] } : episode,
    );
  const safety = alert.rule === 'SAFE-1';
  const opened: Episode = {
    kind: safety ? 'safety' : 'off_track',
    openedOn: place.on,
    acknowledgeBy: safety ? place.on : workingDaysAfter(place.on, limits.acknowledgeDays, closed),
    alerts: [alert],
    closedOn: null,
  };
  return [...episodes, opened];
}

/** The rules that contributed, each once and in their order. */
export function rulesOf({ alerts }: Pick<Episode, 'alerts'>): readonly AlertRule[] {
  return alertRules.filter((rule) => alerts.some((alert) => alert.rule === rule));
}

/** The most urgent level among the contributing rules. */
export function levelOfEpisode(episode: Pick<Episode, 'alerts'>): AlertLevel {
  const levels = rulesOf(episode).map((rule) => levelOfRule[rule]);
  return alertLevels.find((level) => levels.includes(level)) ?? 'blue';
}
