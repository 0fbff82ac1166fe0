import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const AREAS = ['access', 'disclosure', 'around', 'scoring', 'instruments'] as const;

interface Mutant {
  readonly status: string;
  readonly mutatorName: string;
  readonly replacement: string;
  readonly location: { readonly start: { readonly line: number; readonly column: number } };
}
interface Report {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>;
}

/** `file | mutated line | replacement`, the form in which docs/proofs explains a mutant that lives. */
function living(report: Report): string[] {
  return Object.entries(report.files).flatMap(([file, { source, mutants }]) =>
    mutants
      .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
      .map(({ location, mutatorName, replacement }) => {
        const line = source.split('\n')[location.start.line - 1]?.trim() ?? '';
        return `${file.replace('libs/domain/src/', '')} · ${mutatorName} · ${oneLine(line)} · ${oneLine(replacement)}`;
      }),
  );
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|').replaceAll('`', "'").slice(0, 110);
}

/** Runs one area; @returns true when enough mutants were found and each one that lives is explained */
function prove(area: (typeof AREAS)[number]): boolean {
  const run = spawnSync('stryker', ['run', 'tools/proofs/mutation.config.mjs'], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PROOF_AREA: area },
  });
  const file = join(ROOT, `dist/proofs/mutation-${area}.json`);
  if (!existsSync(file)) return false;
  const alive = living(JSON.parse(readFileSync(file, 'utf8')) as Report);
  const page = join(ROOT, `docs/proofs/mutation-${area}.md`);
  const explained = existsSync(page) ? readFileSync(page, 'utf8') : '';
  const silent = alive.filter((mutant) => !explained.includes(mutant));
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
    cwd: ROOT,
    encoding: 'utf8',
  }).trim();
  process.stdout.write(`\n${area} at ${commit}: ${alive.length} alive, ${silent.length} not explained\n`);
  for (const mutant of silent) process.stdout.write(`| \`${mutant}\` | |\n`);
  return run.status === 0 && silent.length === 0;
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !AREAS.some((area) => area === name));
if (unknown.length > 0) throw new Error(`There is no area ${unknown.join(', ')}. Use ${AREAS.join(', ')}.`);
const chosen = AREAS.filter((area) => wanted.length === 0 || wanted.includes(area));
process.exitCode = chosen.map(prove).every(Boolean) ? 0 : 1;
