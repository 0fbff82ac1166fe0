import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Files of one process: enough to make loading the server cheap, few enough to keep both processors busy to the end. */
const MOST_IN_A_GROUP = 10;
const SPEC = /\.(spec|int-spec|e2e-spec)\.ts$/;
/** What only a file with a process to itself may do: hooks outside of a describe, and hands on the process or Jest. */
const ALONE =
  /^(before|after)(All|Each)\(|^let |Snapshot\(|process\.(env|stdout|stderr|on|cpuUsage|memoryUsage)\b|\bjest\.|LogLines|spawn\(|fork\(/m;
const STARTS_A_SERVER = /\b(testApp|testDatabase)\(/;

export interface SpecFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Loading the server's modules takes Jest about two seconds for each file. Files that start the server and touch nothing
 * of their process share one.
 * @returns files to be run alone, and groups of files that are loaded into one
 */
export function groupSpecs(files: readonly SpecFile[]): {
  readonly alone: readonly string[];
  readonly groups: readonly (readonly string[])[];
} {
  const shares = ({ path, text }: SpecFile): boolean =>
    /\.(int|e2e)-spec\.ts$/.test(path) && STARTS_A_SERVER.test(text) && !ALONE.test(text);
  const shared = files.filter(shares).map(({ path }) => path);
  const count = Math.ceil(shared.length / MOST_IN_A_GROUP);
  return {
    alone: files.filter((file) => !shares(file)).map(({ path }) => path),
    // Jest begins with large files, and these are small: they fill up the end. Neighbours in the alphabet are about the same thing and cost alike: each goes to another group.
    groups: Array.from({ length: count }, (_, at) => shared.filter((__, index) => index % count === at)),
  };
}

/** Writes a file for each group below `folder`; @returns every file to hand to Jest */
export function writeGroups(project: string, folder: string): readonly string[] {
  const files = readdirSync(project, { recursive: true, encoding: 'utf8' })
    .filter((path) => SPEC.test(path))
    .sort()
    .map((path) => ({ path: join(project, path), text: readFileSync(join(project, path), 'utf8') }));
  const { alone, groups } = groupSpecs(files);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const written = groups.map((group, at) => {
    const file = join(folder, `group-${String(at + 1)}.e2e-spec.ts`);
    const loads = group.map((path) => `await import('${relative(folder, path).split(sep).join('/')}');`);
    writeFileSync(file, `${loads.join('\n')}\n`);
    return file;
  });
  return [...alone, ...written];
}
