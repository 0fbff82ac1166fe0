import { describe, expect, it } from '@jest/globals';
import { outcomesOfJest } from './jest-report.ts';
import { emptyIsFailure, totalsByTier } from './outcome.ts';
import { outcomeOfPlaywright } from './playwright-report.ts';

const file = (name: string, ...statuses: string[]) => ({
  name: `/here/${name}`,
  status: statuses.some((status) => status === 'failed') ? 'failed' : 'passed',
  message: '',
  assertionResults: statuses.map((status, at) => ({ fullName: `behaves ${String(at)}`, status })),
});

describe("Jest's report", () => {
  it('is counted by tier of file', () => {
    const testResults = [
      file('a.spec.ts', 'passed', 'passed'),
      file('b.int-spec.ts', 'passed', 'failed'),
      file('c.e2e-spec.ts', 'passed'),
    ];
    expect(outcomesOfJest({ testResults }, '/here')).toEqual([
      { tier: 'unit', passed: 2, failed: [] },
      { tier: 'integration', passed: 1, failed: ['b.int-spec.ts: behaves 1'] },
      { tier: 'api', passed: 1, failed: [] },
    ]);
  });

  it('counts a test that was left out as failed', () => {
    const report = { testResults: [file('a.spec.ts', 'passed', 'pending', 'todo')] };
    expect(outcomesOfJest(report, '/here', ' (Redis)')[0]?.failed).toEqual([
      'a.spec.ts (Redis): behaves 1 (pending)',
      'a.spec.ts (Redis): behaves 2 (todo)',
    ]);
  });

  it('counts a file that could not be loaded as failed', () => {
    const report = { testResults: [{ ...file('a.spec.ts'), status: 'failed' }] };
    expect(outcomesOfJest(report, '/here')).toEqual([
      { tier: 'unit', passed: 0, failed: ['a.spec.ts: could not be run'] },
    ]);
  });
});

describe("Playwright's report", () => {
  it('passes only what went well at the first try', () => {
    const test = (status: string) => ({ projectName: 'phone', status });
    const report = {
      errors: [{ message: 'the server did not start\nin time' }],
      suites: [
        {
          title: 'first-hour.spec.ts',
          specs: [{ title: 'signs in', tests: [test('expected'), test('flaky')] }],
          suites: [
            { title: 'homework', specs: [{ title: 'saves', tests: [test('unexpected'), test('skipped')] }] },
          ],
        },
      ],
    };
    expect(outcomeOfPlaywright(report)).toEqual({
      tier: 'browser',
      passed: 1,
      failed: [
        'first-hour.spec.ts > signs in [phone] (flaky)',
        'first-hour.spec.ts > homework > saves [phone]',
        'first-hour.spec.ts > homework > saves [phone] (skipped)',
        'browser: the server did not start',
      ],
    });
  });
});

describe('the sum of outcomes', () => {
  it('takes a step without a test for a failure', () => {
    expect(emptyIsFailure({ tier: 'unit', passed: 0, failed: [] }, 'unit tests of libs/ui').failed).toEqual([
      'unit tests of libs/ui: no test ran',
    ]);
    expect(emptyIsFailure({ tier: 'unit', passed: 1, failed: [] }, 'x').failed).toEqual([]);
  });

  it('adds up by tier, in the order of the tiers', () => {
    const outcomes = [
      { tier: 'unit', passed: 3, failed: ['a'], seconds: 1.04 },
      { tier: 'lint', passed: 1, failed: [], seconds: 2 },
      { tier: 'unit', passed: 4, failed: [], seconds: 1 },
    ] as const;
    expect(totalsByTier(outcomes)).toEqual([
      { tier: 'lint', passed: 1, failed: 0, seconds: 2 },
      { tier: 'unit', passed: 7, failed: 1, seconds: 2 },
    ]);
  });
});
