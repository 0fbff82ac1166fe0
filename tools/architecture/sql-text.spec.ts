import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { filesLike, textOf } from './source-files.ts';

/** Files in which SQL text is put together from more than names; each is read by a second pair of eyes. */
const REVIEWED = ['apps/api/src/platform/database/sql.ts'];
const SQL =
  /\b(select\s[\s\S]*?(from|exists|set_config|app\.)|insert\s+into|update\s+[\w"$]|delete\s+from|alter\s+(table|role)|create\s+(table|role|policy|index)|drop\s+(table|role|policy|index)|truncate\s)/i;

const sources = filesLike(/^apps\/api\/src\/.*\.ts$/).filter((path) => !/spec\.ts$/.test(path));
const files = sources.map((path) => ts.createSourceFile(path, textOf(path), ts.ScriptTarget.Latest, true));

/** Names of constants at the top of a file whose text is written there and nowhere else. */
const fixed = new Set(
  files.flatMap((file) =>
    file.statements
      .filter(ts.isVariableStatement)
      .flatMap(({ declarationList }) =>
        declarationList.flags & ts.NodeFlags.Const
          ? declarationList.declarations.flatMap(({ name, initializer }) =>
              initializer !== undefined && isWritten(initializer) ? [name.getText(file)] : [],
            )
          : [],
      ),
  ),
);

/** A text or number as it stands, or texts joined; a template only of other constants. */
function isWritten(node: ts.Expression): boolean {
  if (ts.isStringLiteralLike(node) || ts.isNumericLiteral(node)) return true;
  if (ts.isBinaryExpression(node)) return isWritten(node.left) && isWritten(node.right);
  return ts.isTemplateExpression(node) && node.templateSpans.every(({ expression }) => isName(expression));
}

function isName(node: ts.Expression): boolean {
  if (ts.isIdentifier(node)) return true;
  return ts.isCallExpression(node) && node.expression.getText() === 'String' && node.arguments.every(isName);
}

/** What a piece of SQL text takes in that is not a constant. */
function takenIn(node: ts.Node): string[] {
  if (ts.isTemplateExpression(node) && SQL.test(node.getText()))
    return node.templateSpans
      .map(({ expression }) => expression.getText())
      .filter((name) => !fixed.has(name.replace(/^String\((\w+)\)$/, '$1')));
  if (
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind === ts.SyntaxKind.PlusToken &&
    SQL.test(node.left.getText())
  )
    return isWritten(node) ? [] : [node.right.getText().slice(0, 40)];
  return [];
}

function everyNode(node: ts.Node): ts.Node[] {
  const nodes: ts.Node[] = [node];
  node.forEachChild((child) => {
    nodes.push(...everyNode(child));
  });
  return nodes;
}

describe('SQL text of the server', () => {
  it('D-7 is written out: what is put into it is a constant of the source, and values are parameters', () => {
    const glued = files
      .filter(({ fileName }) => !REVIEWED.includes(fileName))
      .flatMap((file) =>
        everyNode(file).flatMap((node) => takenIn(node).map((name) => `${file.fileName}: ${name}`)),
      );
    expect(glued).toEqual([]);
    expect(files.filter(({ text }) => SQL.test(text)).length).toBeGreaterThan(30);
  });

  it('D-7 is found when a value is glued in', () => {
    const of = (code: string): string[] =>
      everyNode(ts.createSourceFile('a.ts', code, ts.ScriptTarget.Latest, true)).flatMap(takenIn);
    expect(of('rows(`SELECT a FROM b WHERE c = ${given}`)')).toEqual(['given']);
    expect(of("rows('DELETE FROM b WHERE c = ' + given)")).toEqual(['given']);
    expect(of('rows(`UPDATE ${given} SET a = $1`)')).toEqual(['given']);
    expect(of('say(`${name} left`)')).toEqual([]);
  });

  it('D-7 goes through no query builder and no sort order that a request could name', () => {
    const builders =
      /\.(createQueryBuilder|orderBy|addOrderBy|andWhere|orWhere|setParameter|getRepository)\(/;
    expect(sources.filter((path) => builders.test(textOf(path)))).toEqual([]);
  });
});
