const { createCjsPreset } = require('jest-preset-angular/presets');
const paths = require('../../jest.paths.cjs');
const preset = createCjsPreset({ tsconfig: '<rootDir>/tsconfig.spec.json' });
module.exports = {
  ...preset,
  displayName: 'homework',
  testTimeout: 30_000,
  moduleNameMapper: { ...preset.moduleNameMapper, ...paths },
  // d3 and the helpers of Transloco ship ES modules only.
  transformIgnorePatterns: ['node_modules/(?!(.*\\.mjs$|@angular/common/locales/.*\\.js$|d3-[a-z-]+/|internmap/|@jsverse/utils/))'],
  setupFilesAfterEnv: ['<rootDir>/src/test-setup.ts'],
};
