const core = 'libs/domain/src';

/**
 * Areas of the domain whose tests are themselves tested: what is changed, which specs count, which of those do not,
 * and the percentage of changes that must be noticed. Small areas keep a run short: a change in a table is tried
 * against every spec of its area.
 */
export const areas = {
  access: {
    mutate: [`${core}/access/**/*.ts`],
    specs: [`${core}/access`],
    without: [],
    least: 95,
  },
  disclosure: {
    mutate: [`${core}/disclosure/*.ts`],
    specs: [`${core}/disclosure`],
    without: [`${core}/disclosure/around`],
    least: 90,
  },
  around: {
    mutate: [`${core}/disclosure/around/**/*.ts`],
    specs: [`${core}/disclosure/around`],
    without: [],
    least: 90,
  },
  scoring: {
    mutate: [`${core}/{predictors,trackers}/**/*.ts`],
    specs: [`${core}/predictors`, `${core}/trackers`, 'libs/fixtures/src/ellery'],
    without: ['ellery/(oracle|process|off-track|instruments)'],
    least: 90,
  },
  instruments: {
    mutate: [`${core}/instruments/*.ts`],
    specs: [`${core}/instruments`, 'libs/fixtures/src/ellery'],
    without: ['ellery/(oracle|process|off-track|golden|changes|raw)'],
    least: 90,
  },
};
