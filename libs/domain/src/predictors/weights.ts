import type { PredictorCode } from '../homework/template.js';
import { ok, refuse, type Result } from '../shared/result.js';
import {
  predictorCodes,
  weightsVersion,
  type PredictorDefinition,
  type SourceWeights,
} from './definition.js';
import { predictors } from './predictors.js';

/** Weights of one predictor in percent: of the four sources, and of the indicators within D. Each adds up to 100. */
export type PredictorWeights = Readonly<{
  sources: SourceWeights;
  indicators: Readonly<Record<string, number>>;
}>;

/** A clinic's weights under one version. A version never changes; an edit makes the next one (PRED-28). */
export type WeightSet = Readonly<{
  version: number;
  weights: Readonly<Record<PredictorCode, PredictorWeights>>;
}>;

/** Whole percent that one weight may take, both ends included, and the sum of a group. */
export const weightTerms = { least: 5, most: 70, sum: 100 } as const;

export type WeightProblem = Readonly<{
  predictor: PredictorCode;
  group: 'sources' | 'indicators';
  code: 'out_of_range' | 'sum_not_100' | 'wrong_keys';
}>;

function standardOf({ weights, indicators }: PredictorDefinition): PredictorWeights {
  return {
    sources: weights,
    indicators: Object.fromEntries(indicators.map(({ key, weight }) => [key, weight])),
  };
}

/** The weights that the product starts with. */
export const standardWeightSet: WeightSet = {
  version: weightsVersion,
  weights: {
    CT: standardOf(predictors.CT),
    PI: standardOf(predictors.PI),
    ED: standardOf(predictors.ED),
    CG: standardOf(predictors.CG),
    TS: standardOf(predictors.TS),
  },
};

function codesOf(
  given: Readonly<Record<string, number>>,
  keys: readonly string[],
): readonly WeightProblem['code'][] {
  const values = Object.values(given);
  const sameKeys = values.length === keys.length && keys.every((key) => Object.hasOwn(given, key));
  const fits = (value: number): boolean =>
    Number.isInteger(value) && value >= weightTerms.least && value <= weightTerms.most;
  return [
    ...(sameKeys ? [] : (['wrong_keys'] as const)),
    ...(values.every(fits) ? [] : (['out_of_range'] as const)),
    ...(values.reduce((sum, value) => sum + value, 0) === weightTerms.sum ? [] : (['sum_not_100'] as const)),
  ];
}

/** Every fault of a set of weights: whole percent from 5 to 70, no key too many or too few, each group 100. */
export function weightProblems(weights: WeightSet['weights']): readonly WeightProblem[] {
  return predictorCodes.flatMap((predictor) =>
    (['sources', 'indicators'] as const).flatMap((group) => {
      const keys = Object.keys(standardWeightSet.weights[predictor][group]);
      return codesOf(weights[predictor][group], keys).map((code) => ({ predictor, group, code }));
    }),
  );
}

/** The next version with some predictors' weights changed; refuses with every problem. Scores keep their version. */
export function editWeights(
  current: WeightSet,
  changes: Readonly<Partial<WeightSet['weights']>>,
): Result<WeightSet, readonly WeightProblem[]> {
  const weights = { ...current.weights, ...changes };
  const problems = weightProblems(weights);
  return problems.length > 0 ? refuse(problems) : ok({ version: current.version + 1, weights });
}

/** A predictor's definition with the weights of a set, for the scoring functions. An unnamed indicator weighs 0. */
export function withWeights(definition: PredictorDefinition, set: WeightSet): PredictorDefinition {
  const { sources, indicators } = set.weights[definition.code];
  return {
    ...definition,
    weights: sources,
    indicators: definition.indicators.map((each) => ({ ...each, weight: indicators[each.key] ?? 0 })),
  };
}
