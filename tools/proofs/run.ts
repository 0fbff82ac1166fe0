import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';

// Proofs in full size. `npm test` runs the same ones small; their results go to docs/proofs.

const ROOT = join(import.meta.dirname, '../..');
const BIN = join(ROOT, 'node_modules/.bin');
const ESM = '--experimental-vm-modules --disable-warning=ExperimentalWarning';

type Proof = (args: readonly string[]) => number;

const PROOFS: Readonly<Record<string, Proof>> = {
  answers: () => server('test/e2e/equal-answers.e2e-spec.ts', { PROOF_SAMPLES: '2000' }),
  disclosure: () =>
    spec('libs/fixtures/src/proofs/disclosure-sequences.spec.ts', { PROOF_SEQUENCES: '100000' }),
  'false-alarms': (args) => program('node', [join(import.meta.dirname, 'false-alarms.ts'), ...args]),
  checkouts: () => server('src/platform/database/pool-bleed.int-spec.ts', { PROOF_CHECKOUTS: '1000000' }),
  exchanges: () => server('test/e2e/invitation-races.e2e-spec.ts', { PROOF_EXCHANGES: '10000' }),
  inputs: () => server('test/e2e/wrong-input.e2e-spec.ts', { PROOF_INPUTS: 'all' }),
  leaks: () => server('test/leaks/walk.e2e-spec.ts', { PROOF_STEPS: process.env['PROOF_STEPS'] ?? '100000' }),
  charts: () => journey('charts', { TRELLIS_SCREENSHOTS: '1' }),
  'first-screen': () => journey('first-paint', { TRELLIS_SCREENSHOTS: '1' }),
  loss: () => journey('no-word-lost', { PROOF_ROUNDS: process.env['PROOF_ROUNDS'] ?? '1000' }),
  mutants: (args) => program('node', [join(import.meta.dirname, 'mutants.ts'), ...args]),
  mutation: (args) => program('node', [join(import.meta.dirname, 'mutation.ts'), ...args]),
};

/** Runs a program of node_modules/.bin in the foreground; @returns its exit code */
function program(name: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): number {
  const path = `${BIN}${delimiter}${process.env['PATH'] ?? ''}`;
  const run = spawnSync(join(BIN, name), args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env, PATH: path },
  });
  return run.status ?? 1;
}

function spec(file: string, env: Readonly<Record<string, string>>): number {
  const args = ['-c', 'tools/proofs/jest.config.mjs', '--ci', '--verbose', file];
  return program('jest', args, { ...env, NODE_OPTIONS: ESM });
}

/** A spec of the server, on the real Postgres that its suite brings along. */
function server(file: string, env: Readonly<Record<string, string>>): number {
  const args = ['-c', 'apps/api/jest.config.mjs', '--ci', '--verbose', '--runInBand', file];
  return program('jest', args, { ...env, NODE_OPTIONS: ESM });
}

/** A journey through the built product: build it before. */
function journey(file: string, env: Readonly<Record<string, string>>): number {
  return program('playwright', ['test', '-c', 'apps/web-e2e/playwright.config.ts', file], env);
}

const [name = '', ...args] = process.argv.slice(2);
const proof = Object.hasOwn(PROOFS, name) ? PROOFS[name] : undefined;
if (proof) process.exitCode = proof(args);
else {
  process.stderr.write(`There is no proof "${name}". Use ${Object.keys(PROOFS).join(', ')}.\n`);
  process.exitCode = 2;
}
