import type { PredictorCode } from '../homework/template.js';
import { say, type LocalizedText } from '../shared/localized.js';

export const predictorCodes = ['CT', 'PI', 'ED', 'CG', 'TS'] as const satisfies readonly PredictorCode[];

/** Who looks: recovering person, betrayed partner, therapist. Behaviour (D) is counted, not rated. */
export const raters = ['R', 'B', 'T'] as const;
export type Rater = (typeof raters)[number];
export type Source = Rater | 'D';

/** An answer to an item: 0 to 4, or that the person cannot say, which counts as missing (PRED-01). */
export const ratingAnchors = [0, 1, 2, 3, 4] as const;
export type RatingAnswer = (typeof ratingAnchors)[number] | 'cannot_say';

export const anchorWords: Readonly<Record<RatingAnswer, LocalizedText>> = {
  0: say('not at all', 'nada'),
  1: say('a little', 'un poco'),
  2: say('partly', 'en parte'),
  3: say('mostly', 'en su mayor parte'),
  4: say('fully', 'del todo'),
  cannot_say: say('cannot say', 'no sabría decir'),
};

/** The time that every item asks about. */
export const ratingPeriod = say('In the last two weeks', 'En las últimas dos semanas');

export type RatingItem = Readonly<{ key: string; reversed: boolean; label: LocalizedText }>;
export type Indicator = Readonly<{ key: string; weight: number; label: LocalizedText }>;

/** Percent weights of the four sources; they add up to 100. Versioned by `weightsVersion`. */
export type SourceWeights = Readonly<Record<Source, number>>;

export type PredictorDefinition = Readonly<{
  code: PredictorCode;
  name: LocalizedText;
  meaning: LocalizedText;
  items: Readonly<Record<Rater, readonly RatingItem[]>>;
  indicators: readonly Indicator[];
  weights: SourceWeights;
}>;

/** Version of the wording of all items, and of the weights. Both are stored beside each score. */
export const itemSetVersion = 1;
export const weightsVersion = 1;

type Row = readonly [en: string, es: string, reversed?: 'reversed'];

/** Numbers five items of one rater: key 'ct.r1' to 'ct.r5'. */
export function itemsOf(code: PredictorCode, rater: Rater, rows: readonly Row[]): readonly RatingItem[] {
  return rows.map(([en, es, reversed], index) => ({
    key: `${code}.${rater}${index + 1}`.toLowerCase(),
    reversed: reversed === 'reversed',
    label: say(en, es),
  }));
}

/** An indicator of behaviour and its percent weight within D. */
export function indicator(key: string, weight: number, en: string, es: string): Indicator {
  return { key, weight, label: say(en, es) };
}
