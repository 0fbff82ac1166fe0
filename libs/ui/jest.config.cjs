const { createCjsPreset } = require('jest-preset-angular/presets');
const paths = require('../../jest.paths.cjs');
const preset = createCjsPreset({ tsconfig: '<rootDir>/tsconfig.spec.json' });
module.exports = {
  ...preset,
  displayName: 'ui',
  moduleNameMapper: { ...preset.moduleNameMapper, ...paths },
  setupFilesAfterEnv: ['<rootDir>/src/test-setup.ts'],
};
