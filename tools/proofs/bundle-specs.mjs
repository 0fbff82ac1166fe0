import { globSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { areas } from './mutation-areas.mjs';

// Runs in the copy that holds the changed code: one file with all specs of an area loads several times faster
// than fifty modules, and it is loaded once for every change.

const root = join(import.meta.dirname, '../..');
const { specs, without } = areas[process.env.PROOF_AREA];
const left = without.map((pattern) => new RegExp(pattern));
const files = specs
  .flatMap((folder) => globSync(`${folder}/**/*.spec.ts`, { cwd: root }))
  .filter((file) => !left.some((pattern) => pattern.test(file)))
  .sort();
mkdirSync(join(root, 'proof-bundle'), { recursive: true });
const entry = join(root, 'proof-bundle/all.ts');
writeFileSync(entry, files.map((file) => `import '../${file.replace(/\.ts$/, '.js')}';\n`).join(''));
await build({
  entryPoints: [entry],
  outfile: join(root, 'proof-bundle/all.spec.cjs'),
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node24',
  external: ['@jest/globals', 'fast-check'],
  tsconfig: join(root, 'tsconfig.base.json'),
  ignoreAnnotations: true, // a spec exports nothing and is there for its effects
  logLevel: 'error',
});
process.stdout.write(`${files.length} specs in one file\n`);
