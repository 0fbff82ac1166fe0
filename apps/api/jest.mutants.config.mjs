import api from './jest.config.mjs';

const [[pattern, [, options]]] = Object.entries(api.transform);

/** The small profile of the leak harness over a server in which one line is weaker; `npm run proof:mutants`. */
export default {
  ...api,
  displayName: 'mutant',
  transform: { [pattern]: ['<rootDir>/test/leaks/mutants/transform.mjs', options] },
  testMatch: ['code-walls', 'disclosure-states'].map((name) => `<rootDir>/test/leaks/${name}.e2e-spec.ts`),
};
