import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { outcomesOfJest, type JestReport } from './jest-report.ts';
import type { Outcome, Tier } from './outcome.ts';
import { outcomeOfPlaywright, type PlaywrightReport } from './playwright-report.ts';
import { startTestRedis } from './redis.ts';
import { OUTPUT, ROOT, endOfLog, run, type Command } from './run.ts';
import { writeGroups } from './spec-groups.ts';
import type { Step } from './step.ts';

/** Projects whose specs take times: nothing runs beside them. */
const TIMED_PROJECTS = ['libs/domain', 'libs/contracts', 'libs/fixtures', 'tools'];
const APP_PROJECTS = ['libs/ui', 'apps/portal', 'apps/homework'];
const NATIVE_ESM = '--experimental-vm-modules --disable-warning=ExperimentalWarning';

interface JestRun {
  readonly folder: string;
  readonly log: string;
  /** Where a failure to run at all is counted. */
  readonly tier: Tier;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly note?: string;
  readonly timeoutSeconds: number;
}

/** Runs a command that writes a report; @returns the report, or undefined when it wrote none */
async function reported<Report>(command: Command, file: string): Promise<Report | undefined> {
  rmSync(file, { force: true });
  const well = await run(command);
  if (!well) process.stdout.write(`${endOfLog(command)}\n`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : undefined;
}

async function jest(wanted: JestRun): Promise<readonly Outcome[]> {
  const config = ['jest.config.mjs', 'jest.config.cjs'].find((name) =>
    existsSync(join(ROOT, wanted.folder, name)),
  );
  if (config === undefined)
    return [{ tier: wanted.tier, passed: 0, failed: [`${wanted.folder}: no Jest configuration`] }];
  const file = join(OUTPUT, `${wanted.log}.json`);
  const esm: Readonly<Record<string, string>> = config.endsWith('.mjs') ? { NODE_OPTIONS: NATIVE_ESM } : {};
  const report = await reported<JestReport>(
    {
      log: wanted.log,
      program: 'jest',
      args: [
        '-c',
        config,
        '--ci',
        '--passWithNoTests', // the empty report is then counted as what it is
        '--json',
        `--outputFile=${file}`,
        '--maxWorkers=2',
        ...(wanted.args ?? []),
      ],
      folder: wanted.folder,
      env: { ...esm, ...wanted.env },
      timeoutSeconds: wanted.timeoutSeconds,
    },
    file,
  );
  if (!report) return [{ tier: wanted.tier, passed: 0, failed: [`${wanted.folder}: Jest wrote no report`] }];
  return outcomesOfJest(report, ROOT, wanted.note);
}

const unitOf = (folder: string): Step => ({
  name: `unit tests of ${folder}`,
  tier: 'unit',
  prove: () => jest({ folder, log: `unit-${folder.replace('/', '-')}`, tier: 'unit', timeoutSeconds: 900 }),
});

const ALL_API_TESTS = ['--testMatch', '**/*.spec.ts', '**/*.int-spec.ts', '**/*.e2e-spec.ts'];

const server: Step = {
  name: 'server on Postgres 18: unit, integration, end to end',
  tier: 'api',
  prove: () => {
    const groups = join(OUTPUT, 'groups');
    const files = writeGroups(join(ROOT, 'apps/api'), groups);
    const args = [...ALL_API_TESTS, '--roots', '<rootDir>', '--roots', groups, '--runTestsByPath', ...files];
    return jest({ folder: 'apps/api', log: 'api', tier: 'api', args, timeoutSeconds: 2400 });
  },
};

const serverOnRedis: Step = {
  name: 'job suite on Redis',
  tier: 'integration',
  async prove() {
    const redis = await startTestRedis();
    if (redis === undefined) {
      process.stdout.write('  No redis-server is installed here: the job suite ran on Postgres only.\n');
      return [];
    }
    try {
      const env = { TRELLIS_TEST_REDIS_URL: redis.url };
      const args = [...ALL_API_TESTS, '--testPathPatterns', 'jobs'];
      return await jest({
        folder: 'apps/api',
        log: 'jobs-redis',
        tier: 'integration',
        args,
        env,
        note: ' (Redis)',
        timeoutSeconds: 480,
      });
    } finally {
      await redis.stop();
    }
  },
};

const browser: Step = {
  name: 'browser',
  tier: 'browser',
  async prove() {
    const file = join(OUTPUT, 'browser.json');
    const command: Command = {
      log: 'browser',
      program: 'playwright',
      args: ['test', '-c', 'apps/web-e2e/playwright.config.ts', '--reporter=list,json'],
      env: { PLAYWRIGHT_JSON_OUTPUT_NAME: file, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' },
      timeoutSeconds: 2100,
    };
    const report = await reported<PlaywrightReport>(command, file);
    if (!report) return [{ tier: 'browser', passed: 0, failed: ['browser: Playwright wrote no report'] }];
    return [outcomeOfPlaywright(report)];
  },
};

export const unitSteps: readonly Step[] = TIMED_PROJECTS.map(unitOf);
export const appSteps: readonly Step[] = APP_PROJECTS.map(unitOf);
export const serverSteps: readonly Step[] = [server, serverOnRedis];
export const browserSteps: readonly Step[] = [browser];
