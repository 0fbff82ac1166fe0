import type { ChangeStatement } from '../predictors/reliable-change.js';
import { absolute, compare, fraction, multiply, subtract, type Fraction } from '../shared/fraction.js';
import { say, type LocalizedText } from '../shared/localized.js';
import type { ChangeRule } from './change-rule.js';
import type { Instrument } from './instrument.js';

export type InstrumentStatement = ChangeStatement | 'no_change_rule';

/** `difference` is later minus earlier; `rule` is the id of the change by which it was read. */
export type InstrumentChange = Readonly<{
  statement: InstrumentStatement;
  difference: Fraction | null;
  rule: string | null;
}>;

export const instrumentStatementWords: Readonly<Record<InstrumentStatement, LocalizedText>> = {
  improved_beyond_noise: say(
    'Better, by more than this scale varies by itself.',
    'Mejor, en más de lo que esta escala varía por sí sola.',
  ),
  within_noise: say(
    'Within what this scale varies by itself.',
    'Dentro de lo que esta escala varía por sí sola.',
  ),
  worse_beyond_noise: say(
    'Harder, by more than this scale varies by itself.',
    'Más difícil, en más de lo que esta escala varía por sí sola.',
  ),
  not_enough_data: say('Two scores are needed for a comparison.', 'Para comparar se necesitan dos puntajes.'),
  no_change_rule: say(
    'For this scale no change is published that is larger than its noise.',
    'Para esta escala no hay un cambio publicado que supere su variación propia.',
  ),
};

/** Whether the difference is a reliable change by the rule, in either direction. Exact. */
export function isReliable(difference: Fraction, rule: ChangeRule): boolean {
  return rule.kind === 'at_least'
    ? compare(absolute(difference), rule.points) >= 0
    : compare(multiply(difference, difference), rule.squared) > 0;
}

/**
 * Two scores of one scale of one instrument, earlier and later (INST-18). Which direction is better is a matter of
 * the instrument; where it has none, or no rule, nothing is said.
 */
export function instrumentChange(
  { worseWhen }: Pick<Instrument, 'worseWhen'>,
  scores: Readonly<{ before: Fraction | null; after: Fraction | null }>,
  rule: ChangeRule | null,
): InstrumentChange {
  const { before, after } = scores;
  if (before === null || after === null) {
    return { statement: 'not_enough_data', difference: null, rule: rule?.id ?? null };
  }
  const difference = subtract(after, before);
  if (rule === null || worseWhen === null) return { statement: 'no_change_rule', difference, rule: null };
  if (!isReliable(difference, rule)) return { statement: 'within_noise', difference, rule: rule.id };
  const rose = compare(difference, fraction(0)) > 0;
  const worse = rose === (worseWhen === 'higher');
  return { statement: worse ? 'worse_beyond_noise' : 'improved_beyond_noise', difference, rule: rule.id };
}
