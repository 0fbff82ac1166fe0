import { dirname, posix } from 'node:path';
import ts from 'typescript';
import { ROOT, textOf } from './source-files.ts';

/** File -> files it imports at run time; `import type` leaves no trace and is not counted. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

interface Config {
  readonly compilerOptions: { readonly paths: Readonly<Record<string, readonly string[]>> };
}
const aliases = (JSON.parse(textOf('tsconfig.base.json')) as Config).compilerOptions.paths;

function specifiersIn(path: string): string[] {
  const source = ts.createSourceFile(`${ROOT}/${path}`, textOf(path), ts.ScriptTarget.Latest);
  return source.statements.flatMap((statement) => {
    const from = ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement);
    if (!from || !statement.moduleSpecifier || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
    const typeOnly = ts.isImportDeclaration(statement)
      ? statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
      : statement.isTypeOnly;
    return typeOnly ? [] : [statement.moduleSpecifier.text];
  });
}

function resolve(from: string, specifier: string, known: ReadonlySet<string>): string | undefined {
  const alias = aliases[specifier]?.[0];
  if (alias) return posix.normalize(alias);
  if (!specifier.startsWith('.')) return undefined;
  const base = posix.join(dirname(from), specifier).replace(/\.(js|ts)$/, '');
  return [`${base}.ts`, `${base}/index.ts`].find((path) => known.has(path));
}

/** @param files paths from the root; imports that leave this set are dropped */
export function importGraph(files: readonly string[]): ImportGraph {
  const known = new Set(files);
  const targets = (file: string): string[] =>
    specifiersIn(file)
      .map((specifier) => resolve(file, specifier, known))
      .filter((path): path is string => path !== undefined && known.has(path));
  return new Map(files.map((file) => [file, targets(file)]));
}

/** @returns each circle once, as `a > b > a`; empty when there is none */
export function cyclesIn(graph: ImportGraph): string[] {
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file);
    if (at >= 0) found.push([...path.slice(at), file].join(' > '));
    if (at >= 0 || done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return found;
}
