import { areas } from './mutation-areas.mjs';

const area = process.env.PROOF_AREA;
const { mutate, least } = areas[area];

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: (process.env.PROOF_FILES?.split(',') ?? mutate).concat('!**/*.spec.ts', '!**/sample-*.ts'),
  testRunner: 'jest',
  plugins: ['@stryker-mutator/jest-runner', './tools/proofs/wording-ignorer.mjs'],
  ignorers: ['wording'],
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  jest: { configFile: 'tools/proofs/jest.config.mjs', enableFindRelatedTests: false },
  buildCommand: 'node tools/proofs/bundle-specs.mjs',
  coverageAnalysis: 'perTest',
  ignoreStatic: process.env.PROOF_STATIC === 'no',
  // Jest keeps the modules of each run alive; a fresh process now and then is faster than a full one.
  maxTestRunnerReuse: 60,
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
