import type { PredictorCode } from '../homework/template.js';
import type { PredictorDefinition } from './definition.js';
import { empathy } from './empathy.js';
import { growth } from './growth.js';
import { involvement } from './involvement.js';
import { support } from './support.js';
import { transparency } from './transparency.js';

/**
 * The five predictors by code, in the order in which they are shown: CT, PI, ED, CG, TS. A profile: no function adds
 * them up to a grand total, ranks couples or forecasts recovery, since nothing supports that (PRED-56).
 */
export const predictors: Readonly<Record<PredictorCode, PredictorDefinition>> = {
  CT: transparency,
  PI: involvement,
  ED: empathy,
  CG: growth,
  TS: support,
};
