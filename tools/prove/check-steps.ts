import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildWhatChanged } from '../launch/build.ts';
import { BUILD_TARGETS, hashSources, isBuilt } from '../launch/build-stamp.ts';
import type { Outcome } from './outcome.ts';
import { ROOT, endOfLog, run, type Command } from './run.ts';
import type { Step } from './step.ts';

const TYPED = [
  'libs/domain',
  'libs/contracts',
  'libs/fixtures',
  'libs/ui',
  'migrations',
  'tools',
  'apps/api',
  'apps/portal',
  'apps/homework',
  'apps/web-e2e',
];

const ANGULAR = ['libs/ui', 'apps/portal', 'apps/homework'];

/** A command whose good end is one passed test. */
async function oneTest(tier: Outcome['tier'], name: string, command: Command): Promise<Outcome> {
  if (await run(command)) return { tier, passed: 1, failed: [] };
  process.stdout.write(`${endOfLog(command)}\n`);
  return { tier, passed: 0, failed: [name] };
}

const lint: Step = {
  name: 'lint',
  tier: 'lint',
  async prove() {
    // Nx skips its boundary rule in silence when no project graph is at hand, so one is made first.
    const graph = await oneTest('lint', 'lint: project graph', {
      log: 'graph',
      program: 'nx',
      args: ['show', 'projects'],
      timeoutSeconds: 300,
    });
    const code = await oneTest('lint', 'lint: eslint', {
      log: 'lint',
      program: 'eslint',
      args: ['.', '--max-warnings', '0'],
      timeoutSeconds: 900,
    });
    return [graph, code];
  },
};

const types: readonly Step[] = TYPED.map((folder) => ({
  name: `types of ${folder}`,
  tier: 'types',
  async prove() {
    const name = `types: ${folder}`;
    const config = `${folder}/tsconfig.json`;
    if (!existsSync(join(ROOT, config)))
      return [{ tier: 'types', passed: 0, failed: [`${name}: ${config} is missing`] }];
    const args = ['--noEmit', '-p', config];
    return [
      await oneTest('types', name, {
        log: `types-${folder.replace('/', '-')}`,
        // Angular's compiler looks into templates as well.
        program: ANGULAR.includes(folder) ? 'ngc' : 'tsc',
        args,
        timeoutSeconds: 600,
      }),
    ];
  },
}));

/** @returns files of the built server that still name an alias, which Node could not resolve */
function unresolvedAliases(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .filter((file) => /(from|import)\s*\(?['"]@trellis\//.test(readFileSync(join(folder, file), 'utf8')));
}

const build: Step = {
  name: 'build of api, portal and homework',
  tier: 'build',
  async prove() {
    const say = (line: string): void => void process.stdout.write(`  ${line}\n`);
    await buildWhatChanged({ root: ROOT, say }).catch((error: unknown) => say(String(error)));
    const built = BUILD_TARGETS.map((target) => ({
      name: `build: ${target.name}`,
      done: isBuilt(ROOT, target, hashSources(ROOT, target)),
    }));
    const server = join(ROOT, 'dist/api');
    const aliases = existsSync(server) ? unresolvedAliases(server) : ['nothing built'];
    const checks = [
      ...built,
      { name: `build: aliases left in ${aliases.join(', ')}`, done: aliases.length === 0 },
    ];
    const failed = checks.filter((check) => !check.done).map((check) => check.name);
    return [{ tier: 'build', passed: checks.length - failed.length, failed }];
  },
};

/** The document that outside tools read. It is made here and never served. */
const openApi: Step = {
  name: 'OpenAPI document',
  tier: 'build',
  async prove() {
    const made = await oneTest('build', 'build: OpenAPI document', {
      log: 'openapi',
      program: 'node',
      args: ['dist/api/apps/api/src/openapi.js', 'dist/openapi.json'],
      timeoutSeconds: 180,
    });
    return [made];
  },
};

export const checkSteps: readonly Step[] = [lint, ...types, build, openApi];
