import { add, divide, fraction, subtract, sumOf, zero, type Fraction } from '../shared/fraction.js';
import { answerEnds } from './answer-scale.js';
import type { AnswerScale } from './instrument.js';
import type { ItemMap, MappedScale } from './item-map.js';

/** Values by position, the first at 0; null where an item has no answer. */
export type ItemValues = readonly (Fraction | null)[];

type Rules = Pick<ItemMap, 'reversed' | 'scales'>;

/** The value as the scale counts it: a reversed item counts from the other end (INST-12). */
function counted(
  value: Fraction,
  position: number,
  scale: AnswerScale,
  reversed: readonly number[],
): Fraction {
  if (!reversed.includes(position)) return value;
  const [from, to] = answerEnds(scale, position);
  return subtract(fraction(from + to), value);
}

/**
 * Exact sums and means of each scale (INST-12). A scale with a missing item has no score; nothing is filled in,
 * whatever a publisher permits (INST-13, INST-14).
 */
export function scaleScores(
  { reversed, scales }: Rules,
  values: ItemValues,
  answers: AnswerScale,
): Readonly<Record<string, Fraction | null>> {
  return Object.fromEntries(
    scales.map(({ key, items, combine }) => {
      const points = items.flatMap((position) => {
        const value = values[position - 1] ?? null;
        return value === null ? [] : [counted(value, position, answers, reversed)];
      });
      if (points.length < items.length || points.length === 0) return [key, null];
      const sum = sumOf(points);
      return [key, combine === 'sum' ? sum : divide(sum, fraction(points.length))];
    }),
  );
}

/** Lowest total that the answers allow, with every missing item at its lowest. Sums only. */
export function leastTotal(
  { items }: MappedScale,
  reversed: readonly number[],
  { values, answers }: Readonly<{ values: ItemValues; answers: AnswerScale }>,
): Fraction {
  return items.reduce<Fraction>((total, position) => {
    const value = values[position - 1] ?? null;
    const [lowest] = answerEnds(answers, position);
    return add(total, value === null ? fraction(lowest) : counted(value, position, answers, reversed));
  }, zero);
}
