import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const root = join(import.meta.dirname, '../../..');

/** What the handlers declare to answer with, read from the sources: `Controller.method` to the name of its view. */
export function declaredAnswers(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const path of globSync('apps/api/src/**/*.controller.ts', { cwd: root })) {
    const file = ts.createSourceFile(path, readFileSync(join(root, path), 'utf8'), ts.ScriptTarget.Latest);
    for (const one of file.statements.filter(ts.isClassDeclaration))
      for (const member of one.members.filter(ts.isMethodDeclaration))
        if (member.type !== undefined && ts.isIdentifier(member.name))
          found.set(`${one.name?.text ?? ''}.${member.name.text}`, member.type.getText(file));
  }
  return found;
}

/** The views of the contracts, as the compiler sees them. */
export class ViewShapes {
  private readonly checker: ts.TypeChecker;
  private readonly views = new Map<string, ts.Type>();

  constructor() {
    const files = globSync('libs/contracts/src/**/*.view.ts', { cwd: root }).map((path) => join(root, path));
    const settings = ts.readConfigFile(join(root, 'tsconfig.base.json'), (path) =>
      readFileSync(path, 'utf8'),
    );
    const { options } = ts.parseJsonConfigFileContent(settings.config, ts.sys, root);
    const program = ts.createProgram(files, { ...options, noEmit: true, types: [] });
    this.checker = program.getTypeChecker();
    for (const path of files) {
      const file = program.getSourceFile(path);
      const module = file === undefined ? undefined : this.checker.getSymbolAtLocation(file);
      for (const symbol of module === undefined ? [] : this.checker.getExportsOfModule(module))
        this.views.set(symbol.name, this.checker.getDeclaredTypeOfSymbol(symbol));
    }
  }

  /**
   * Fields of `value` that the declared answer, such as `Promise<TaskRowView[]>`, does not name.
   * @throws Error for a declaration that is no view of the contracts.
   */
  unknownFields(declared: string, value: unknown): string[] {
    const match = /^(?:Promise<)?(\w+)(\[\])?(?: \| null)?>?$/.exec(declared);
    const view = this.views.get(match?.[1] ?? '');
    if (view === undefined) throw new Error(`${declared} is no view of the contracts`);
    if (match?.[2] === undefined) return this.unknownIn([view], value, '');
    return Array.isArray(value)
      ? value.flatMap((item) => this.unknownIn([view], item, '[]'))
      : ['is no list'];
  }

  private unknownIn(types: readonly ts.Type[], value: unknown, path: string): string[] {
    const open = types.flatMap((type) => (type.isUnion() ? type.types : [type]));
    if (typeof value !== 'object' || value === null || open.some(({ flags }) => flags & ts.TypeFlags.Unknown))
      return [];
    if (Array.isArray(value)) {
      const items = open.flatMap((type) => this.checker.getIndexTypeOfType(type, ts.IndexKind.Number) ?? []);
      return value.flatMap((item) =>
        items.length === 0 ? [path] : this.unknownIn(items, item, `${path}[]`),
      );
    }
    return Object.entries(value).flatMap(([key, item]) => {
      const fields = open.flatMap((type) => this.fieldOf(type, key));
      return fields.length === 0 ? [`${path}.${key}`] : this.unknownIn(fields, item, `${path}.${key}`);
    });
  }

  private fieldOf(type: ts.Type, key: string): readonly ts.Type[] {
    const field = this.checker.getPropertyOfType(type, key);
    if (field !== undefined) return [this.checker.getTypeOfSymbol(field)];
    return [this.checker.getIndexTypeOfType(type, ts.IndexKind.String)].flatMap((one) => one ?? []);
  }
}
