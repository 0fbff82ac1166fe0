import { say, type LocalizedText } from '../shared/localized.js';
import { alertRules, type AlertRule } from './alert-rules.js';
import type { Disposition } from './episode-progress.js';

export type ClosedEpisode = Readonly<{ rules: readonly AlertRule[]; disposition: Disposition }>;

/** `useful` of `of` closed episodes to which the rule contributed. */
export type RulePrecision = Readonly<{ rule: AlertRule; useful: number; of: number }>;

/**
 * How often each rule was useful (ALERT-21): the episode was worked through and resolved. An expected change and
 * a false alarm count as not useful. Rules without a closed episode are left out.
 */
export function rulePrecision(closed: readonly ClosedEpisode[]): readonly RulePrecision[] {
  return alertRules.flatMap((rule) => {
    const part = closed.filter(({ rules }) => rules.includes(rule));
    const useful = part.filter(({ disposition }) => disposition === 'resolved').length;
    return part.length > 0 ? [{ rule, useful, of: part.length }] : [];
  });
}

/** 'useful in 7 of 10'. */
export function precisionWords({ useful, of }: Pick<RulePrecision, 'useful' | 'of'>): LocalizedText {
  return say(`useful in ${useful} of ${of}`, `útil en ${useful} de ${of}`);
}
