import node from '../../jest.node.mjs';

export default {
  ...node,
  displayName: 'api',
  setupFiles: ['<rootDir>/test/setup.mjs'],
  globalSetup: '<rootDir>/test/global-setup.mjs',
  globalTeardown: '<rootDir>/test/global-teardown.mjs',
  testMatch: [
    '<rootDir>/src/**/*.spec.ts',
    '<rootDir>/src/**/*.int-spec.ts',
    '<rootDir>/test/**/*.e2e-spec.ts',
  ],
  maxWorkers: 2,
  // Modules of a file stay in memory until their worker ends: a worker that has grown this far gives way to a fresh one.
  workerIdleMemoryLimit: '1GB',
};
