import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { browserProgram, BROWSER_ARGUMENTS } from './src/harness/browser-program.ts';

// Screenshots are made on request, and then nothing else is run.
const wantsScreenshots = process.env['TRELLIS_SCREENSHOTS'] === '1';

/** The journeys drive the built product from outside; nothing is left out and nothing is tried twice. */
export default defineConfig({
  testDir: path.join(import.meta.dirname, 'src', wantsScreenshots ? 'screens' : 'journeys'),
  testMatch: '*.spec.ts',
  outputDir: path.join(import.meta.dirname, '../../dist/web-e2e'),
  globalSetup: './src/harness/global-setup.ts',
  reporter: 'list',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 300_000,
  expect: { timeout: 10_000 },
  use: {
    browserName: 'chromium',
    actionTimeout: 15_000,
    navigationTimeout: 20_000,
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: await browserProgram(), args: [...BROWSER_ARGUMENTS] },
  },
});
