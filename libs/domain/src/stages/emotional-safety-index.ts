import { divide, fraction, type Fraction } from '../shared/fraction.js';
import { say, type LocalizedText } from '../shared/localized.js';

export const indexItemKeys = [
  'say_hard_things',
  'stays_kind',
  'free_to_say_no',
  'rushed',
  'believed',
  'body_relaxed',
] as const;
export type IndexItemKey = (typeof indexItemKeys)[number];

/** One item of the weekly index. A reversed item counts 4 minus its answer. */
export type IndexItem = Readonly<{ key: IndexItemKey; words: LocalizedText; reversed: boolean }>;

function item(key: IndexItemKey, en: string, es: string, reversed = false): IndexItem {
  return { key, words: say(en, es), reversed };
}

/** The six items, each 0 to 4, for the author and their own therapist (GATE-20, clinical brief 2.3). */
export const indexItems: readonly IndexItem[] = [
  item(
    'say_hard_things',
    'I could say something hard to my partner this week without paying for it later.',
    'Esta semana pude decirle algo difícil a mi pareja sin pagar un precio después.',
  ),
  item(
    'stays_kind',
    'When I was upset, I trusted that my partner would stay kind.',
    'Cuando algo me dolió, confié en que mi pareja seguiría tratándome con amabilidad.',
  ),
  item('free_to_say_no', 'I felt free to say no.', 'Sentí libertad para decir que no.'),
  item(
    'rushed',
    'I felt rushed toward closeness I was not ready for.',
    'Sentí que se me apuraba hacia una cercanía para la que aún no era el momento.',
    true,
  ),
  item(
    'believed',
    'I believed what my partner told me about their inner life.',
    'Creí lo que mi pareja me contó de su vida interior.',
  ),
  item(
    'body_relaxed',
    'My body could relax with my partner in the room.',
    'Mi cuerpo pudo relajarse con mi pareja en el mismo cuarto.',
  ),
];

/** Raw answers 0 to 4 as they were given; null or left out where the item was not answered. */
export type IndexAnswers = Readonly<Partial<Record<IndexItemKey, number | null>>>;

/** Terms that are not for a clinic to change: the top of the scale and the fewest answers that make a score. */
export const indexTerms = { top: 4, answersNeeded: 5, freeAtMost: 1, rushedAtLeast: 3 } as const;

function answered(answers: IndexAnswers, key: IndexItemKey): number | null {
  const value = answers[key] ?? null;
  if (value === null) return null;
  if (!Number.isInteger(value) || value < 0 || value > indexTerms.top)
    throw new RangeError(`${key} is 0 to ${indexTerms.top}`);
  return value;
}

/**
 * The Emotional Safety Index, 0 to 100: 100 x mean of the answered items / 4, item 4 reversed; null with fewer
 * than five of six answers (GATE-21). Throws RangeError for an answer that is not a whole number from 0 to 4.
 */
export function emotionalSafetyIndex(answers: IndexAnswers): Fraction | null {
  const values = indexItems.flatMap(({ key, reversed }) => {
    const value = answered(answers, key);
    if (value === null) return [];
    return [reversed ? indexTerms.top - value : value];
  });
  if (values.length < indexTerms.answersNeeded) return null;
  const sum = values.reduce((total, value) => total + value, 0);
  return divide(fraction(100 * sum), fraction(values.length * indexTerms.top));
}

/**
 * Items whose answer calls the author's own therapist at once and pauses stage 3 (GATE-22): "free to say no" at 1
 * or less, "rushed" at 3 or more. Judged by the raw answer, also when too few items make a score.
 */
export function indexAlarms(answers: IndexAnswers): readonly IndexItemKey[] {
  const free = answered(answers, 'free_to_say_no');
  const rushed = answered(answers, 'rushed');
  return [
    ...(free !== null && free <= indexTerms.freeAtMost ? (['free_to_say_no'] as const) : []),
    ...(rushed !== null && rushed >= indexTerms.rushedAtLeast ? (['rushed'] as const) : []),
  ];
}
