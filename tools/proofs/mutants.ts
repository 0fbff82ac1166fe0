import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import { delimiter, join } from 'node:path';
import { codeMutants } from './code-mutants.mjs';
import { startTestPostgres } from '../launch/test-postgres.ts';

// Weakens one wall at a time and expects the leak harness to notice: first every wall of the database, then one line
// of the server after the other. mutants.ts [word]: only mutants of the server whose name holds the word.

const ROOT = join(import.meta.dirname, '../..');
const BIN = join(ROOT, 'node_modules/.bin');
const folder = mkdtempSync(join(os.tmpdir(), 'trellis-mutants-'));
const write = (line: string): void => void process.stdout.write(`${line}\n`);

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly title: string }[];
  }[];
}

/** Runs specs of the server; @returns what Jest reports, or null when it reports nothing */
function jest(config: string, file: string, env: Readonly<Record<string, string>>): Report | null {
  const report = join(folder, 'report.json');
  rmSync(report, { force: true });
  const args = ['-c', `apps/api/${config}`, '--runInBand', '--json', `--outputFile=${report}`, file];
  const path = `${BIN}${delimiter}${process.env['PATH'] ?? ''}`;
  const NODE_OPTIONS = '--experimental-vm-modules --disable-warning=ExperimentalWarning';
  spawnSync(join(BIN, 'jest'), args, {
    cwd: ROOT,
    stdio: 'ignore',
    env: { ...process.env, ...env, NODE_OPTIONS, PATH: path },
  });
  try {
    return JSON.parse(readFileSync(report, 'utf8')) as Report;
  } catch {
    return null;
  }
}

/** One mutant of the server; @returns the test that noticed it, or null when none did */
function noticedBy(name: string, spec: string): string | null {
  const report = jest('jest.mutants.config.mjs', spec, { PROOF_MUTANT: name });
  // A server that does not even start was not judged by the harness.
  if (report === null || report.numPassedTests + report.numFailedTests === 0)
    throw new Error(`the harness could not run over the mutant "${name}"`);
  const failed = report.testResults
    .flatMap((file) => file.assertionResults)
    .find(({ status }) => status === 'failed');
  return failed?.title ?? null;
}

function specOf({ spec }: (typeof codeMutants)[number]): string {
  return spec ?? 'code-walls';
}

function prove(wanted: string): boolean {
  const database = wanted !== '' || databaseWalls();
  const chosen = codeMutants.filter(({ name }) => name.includes(wanted));
  for (const spec of new Set(chosen.map(specOf)))
    if (noticedBy('', spec) !== null) throw new Error(`${spec} fails without any mutant`);
  write('\n| Line of the server weakened | File | Noticed by |\n|---|---|---|');
  const alive = chosen.filter((mutant) => {
    const { name, file } = mutant;
    const by = noticedBy(name, specOf(mutant));
    write(`| ${name} | \`${file}\` | ${by ?? 'NOBODY'} |`);
    return by === null;
  });
  write(`\n${chosen.length} mutants of the server, ${alive.length} alive`);
  return database && alive.length === 0;
}

function databaseWalls(): boolean {
  const report = jest('jest.config.mjs', 'sql-mutants', { PROOF_MUTANTS: 'all' });
  const results = report?.testResults.flatMap((file) => file.assertionResults) ?? [];
  for (const { status, title } of results) write(`${status}: ${title}`);
  return results.length > 0 && results.every(({ status }) => status === 'passed');
}

const server = await startTestPostgres();
try {
  process.env['TRELLIS_TEST_DATABASE_URL'] = server.superuserUrl;
  process.exitCode = prove(process.argv[2] ?? '') ? 0 : 1;
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
