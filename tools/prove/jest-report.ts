import { basename, relative } from 'node:path';
import type { Outcome, Tier } from './outcome.ts';

/** The part of Jest's `--json` report that counts are taken from. */
export interface JestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** @returns the tier of a test file by its ending */
export function tierOf(file: string): Tier {
  if (basename(file).endsWith('.e2e-spec.ts')) return 'api';
  return basename(file).endsWith('.int-spec.ts') ? 'integration' : 'unit';
}

/**
 * Counts a report by tier. A test that was left out (skip, todo) counts as failed, and so does a file
 * that could not be loaded.
 * @param root folder that file names are shown relative to
 * @param note what tells this run from another of the same tests, such as the job backend
 */
export function outcomesOfJest(report: JestReport, root: string, note = ''): Outcome[] {
  const all = report.testResults.map((file) => {
    const shown = `${relative(root, file.name)}${note}`;
    const failed = file.assertionResults
      .filter((test) => test.status !== 'passed')
      .map((test) => `${shown}: ${test.fullName}${test.status === 'failed' ? '' : ` (${test.status})`}`);
    const unloaded = file.status === 'failed' && failed.length === 0;
    const passed = file.assertionResults.filter((test) => test.status === 'passed').length;
    return { tier: tierOf(file.name), passed, failed: unloaded ? [`${shown}: could not be run`] : failed };
  });
  return [...new Set(all.map((one) => one.tier))].map((tier) => {
    const own = all.filter((one) => one.tier === tier);
    return {
      tier,
      passed: own.reduce((sum, one) => sum + one.passed, 0),
      failed: own.flatMap((one) => one.failed),
    };
  });
}
