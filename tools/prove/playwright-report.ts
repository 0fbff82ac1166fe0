import type { Outcome } from './outcome.ts';

interface PlaywrightSuite {
  readonly title: string;
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs?: readonly {
    readonly title: string;
    readonly tests: readonly { readonly projectName: string; readonly status: string }[];
  }[];
}

/** The part of Playwright's JSON report that counts are taken from. */
export interface PlaywrightReport {
  readonly suites: readonly PlaywrightSuite[];
  readonly errors: readonly { readonly message?: string }[];
}

interface BrowserTest {
  readonly name: string;
  readonly status: string;
}

function testsIn(suite: PlaywrightSuite, path: readonly string[]): BrowserTest[] {
  const here = [...path, suite.title];
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests.map(({ projectName, status }) => ({
      name: [...here, spec.title].join(' > ') + (projectName === '' ? '' : ` [${projectName}]`),
      status,
    })),
  );
  return [...own, ...(suite.suites ?? []).flatMap((inner) => testsIn(inner, here))];
}

/** Only `expected` passes: a test that needed a second try, or was left out, counts as failed. */
export function outcomeOfPlaywright(report: PlaywrightReport): Outcome {
  const tests = report.suites.flatMap((suite) => testsIn(suite, []));
  const failed = tests
    .filter((test) => test.status !== 'expected')
    .map((test) => `${test.name}${test.status === 'unexpected' ? '' : ` (${test.status})`}`);
  const errors = report.errors.map(
    (error) => `browser: ${(error.message ?? 'error').split('\n', 1).join('')}`,
  );
  return { tier: 'browser', passed: tests.length - failed.length, failed: [...failed, ...errors] };
}
