/** Areas of the domain whose tests are themselves tested, and the share of mutants that must be found. */
const areas = {
  access: { mutate: ['libs/domain/src/access/**/*.ts'], least: 95 },
  disclosure: { mutate: ['libs/domain/src/disclosure/**/*.ts'], least: 90 },
  scoring: {
    mutate: ['libs/domain/src/{predictors,trackers,instruments}/**/*.ts'],
    least: 90,
  },
};

const area = process.env.PROOF_AREA ?? 'access';
const { mutate, least } = areas[area];

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: (process.env.PROOF_FILES?.split(',') ?? mutate).concat('!**/*.spec.ts', '!**/sample-*.ts'),
  testRunner: 'jest',
  plugins: ['@stryker-mutator/jest-runner', './tools/proofs/wording-ignorer.mjs'],
  ignorers: ['wording'],
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  jest: { configFile: 'tools/proofs/jest.config.mjs', enableFindRelatedTests: true },
  coverageAnalysis: 'perTest',
  ignorePatterns: [
    'apps',
    'dist',
    'docs',
    'docker',
    'migrations',
    'libs/ui',
    '.trellis',
    '.nx',
    '.angular',
    '.git',
  ],
  tempDirName: 'dist/mutation',
  reporters: ['clear-text', 'json', 'progress-append-only'],
  jsonReporter: { fileName: `dist/proofs/mutation-${area}.json` },
  thresholds: { high: 100, low: least, break: least },
  concurrency: Number(process.env.PROOF_CONCURRENCY ?? 2),
  timeoutMS: 10_000,
  allowEmpty: false,
};
