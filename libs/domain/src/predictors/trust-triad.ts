import { fraction, subtract, type Fraction } from '../shared/fraction.js';
import { say, type LocalizedText } from '../shared/localized.js';

/** The three sides of trust that both people rate in C08. Item keys are `<subscale>_1` to `<subscale>_3`. */
export const trustSubscales = ['predictability', 'transparency', 'shared_values'] as const;
export type TrustSubscale = (typeof trustSubscales)[number];

export const trustNames: Readonly<Record<TrustSubscale, LocalizedText>> = {
  predictability: say('Predictability', 'Previsibilidad'),
  transparency: say('Transparency', 'Transparencia'),
  shared_values: say('Shared values', 'Valores compartidos'),
};

/** Three items of 0 to 4, two of which make a score (PRED-31). */
export const trustTerms = { items: 3, leastItems: 2, top: 4 } as const;

export type TrustScores = Readonly<Record<TrustSubscale, Fraction | null>>;

/**
 * One rater's three scores from a C08 document: 100 x mean / 4, with two of three items (PRED-31, clinical brief
 * 4.7). Other keys of the document are left alone. Throws RangeError for an answer that is not a whole 0 to 4.
 */
export function trustTriad(answers: Readonly<Record<string, unknown>>): TrustScores {
  return {
    predictability: subscaleScore(answers, 'predictability'),
    transparency: subscaleScore(answers, 'transparency'),
    shared_values: subscaleScore(answers, 'shared_values'),
  };
}

function subscaleScore(answers: Readonly<Record<string, unknown>>, subscale: TrustSubscale): Fraction | null {
  const keys = Array.from({ length: trustTerms.items }, (_, index) => `${subscale}_${index + 1}`);
  const given = keys.flatMap((key) => {
    const answer = Object.hasOwn(answers, key) ? answers[key] : undefined;
    if (answer === undefined || answer === null || answer === 'cannot_say') return [];
    if (typeof answer !== 'number' || !Number.isInteger(answer) || answer < 0 || answer > trustTerms.top)
      throw new RangeError(`${key} is 0 to ${trustTerms.top}`);
    return [answer];
  });
  if (given.length < trustTerms.leastItems) return null;
  const sum = given.reduce((total, answer) => total + answer, 0);
  return fraction(100 * sum, trustTerms.top * given.length);
}

/** The recovering person's view minus the partner's, side by side; null where one is missing. Nobody is right. */
export function trustGaps(recovering: TrustScores, partner: TrustScores): TrustScores {
  const gap = (subscale: TrustSubscale): Fraction | null => {
    const [mine, theirs] = [recovering[subscale], partner[subscale]];
    return mine && theirs ? subtract(mine, theirs) : null;
  };
  return {
    predictability: gap('predictability'),
    transparency: gap('transparency'),
    shared_values: gap('shared_values'),
  };
}

/** Exercises and predictors that are shown as evidence beside each side; they do not enter its score (PRED-32). */
export const trustEvidence: Readonly<
  Record<TrustSubscale, Readonly<{ exercises: readonly string[]; predictors: readonly 'CT'[] }>>
> = {
  predictability: { exercises: ['R16', 'C07'], predictors: [] },
  transparency: { exercises: [], predictors: ['CT'] },
  shared_values: { exercises: ['C06', 'C11', 'C14'], predictors: [] },
};
