import { createHash, type Hash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** One thing that `npm start` builds. All paths are relative to the checkout. */
export interface BuildTarget {
  /** Name of the Nx project. */
  readonly name: string;
  /** Files and folders that its output depends on; those that do not exist count as empty. */
  readonly sources: readonly string[];
  /** A file that every complete build leaves behind. */
  readonly result: string;
}

const SHARED = ['package-lock.json', 'tsconfig.base.json', 'nx.json', 'libs/contracts', 'libs/domain'];

export const BUILD_TARGETS: readonly BuildTarget[] = [
  {
    name: 'api',
    sources: [...SHARED, 'apps/api', 'libs/fixtures', 'migrations'],
    result: 'dist/api/apps/api/src/main.js',
  },
  {
    name: 'portal',
    sources: [...SHARED, 'apps/portal', 'libs/ui'],
    result: 'dist/portal/browser/index.html',
  },
  {
    name: 'homework',
    sources: [...SHARED, 'apps/homework', 'libs/ui'],
    result: 'dist/homework/browser/index.html',
  },
];

const STAMPS = 'dist/.stamps';
const NOT_BUILT = /(?:\.(?:spec|int-spec|e2e-spec)\.ts|\.md)$/;
const NOT_ENTERED = new Set(['node_modules', 'dist', 'test', '.angular']);

/** SHA-256, as hex, over the names and contents of all sources of `target` below `root`, tests left out. */
export function hashSources(root: string, target: BuildTarget): string {
  const hash = createHash('sha256').update(process.version);
  for (const source of [...target.sources].sort()) addToHash(hash, root, source);
  return hash.digest('hex');
}

function addToHash(hash: Hash, root: string, name: string): void {
  const full = path.join(root, name);
  if (!existsSync(full)) return;
  if (!statSync(full).isDirectory()) {
    if (!NOT_BUILT.test(name)) hash.update(`\0${name}\0`).update(readFileSync(full));
    return;
  }
  const entries = readdirSync(full).filter((entry) => !NOT_ENTERED.has(entry));
  for (const entry of entries.sort()) addToHash(hash, root, path.posix.join(name, entry));
}

/** Whether the last complete build of `target` was made from exactly the sources that are there now. */
export function isBuilt(root: string, target: BuildTarget, hash: string): boolean {
  if (!existsSync(path.join(root, target.result))) return false;
  const file = stampFile(root, target);
  return existsSync(file) && readFileSync(file, 'utf8').trim() === hash;
}

/** Notes that `target` has been built from sources with this hash. */
export function writeStamp(root: string, target: BuildTarget, hash: string): void {
  mkdirSync(path.join(root, STAMPS), { recursive: true });
  writeFileSync(stampFile(root, target), `${hash}\n`);
}

/** Forgets the last build of `target`; called before a build, so that one cut short never counts. */
export function removeStamp(root: string, target: BuildTarget): void {
  rmSync(stampFile(root, target), { force: true });
}

function stampFile(root: string, target: BuildTarget): string {
  return path.join(root, STAMPS, target.name);
}
