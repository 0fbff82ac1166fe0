import { jest } from '@jest/globals';
import { UnitOfWork } from '../src/platform/database/unit-of-work.js';

/** Rows from which reading a whole table counts. */
const large = 1000;
const readWhole = 'SELECT relname AS name, seq_tup_read::integer AS n FROM pg_stat_xact_user_tables';

interface Read {
  readonly name: string;
  readonly n: number;
}
interface Node {
  readonly 'Index Name'?: string;
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
  readonly Plans?: readonly Node[];
}
interface Explained {
  readonly 'QUERY PLAN': readonly [{ readonly Plan: Node; readonly 'Execution Time': number }];
}

/** One statement of a request: how long it ran, 8-kB blocks it touched, tables it read without an index, its indexes. */
export interface Statement {
  readonly text: string;
  readonly parameters: readonly unknown[];
  readonly ms: number;
  readonly blocks: number;
  readonly wholeTables: readonly string[];
  readonly indexes: readonly string[];
}

/** Every statement of the requests that `ask` makes. */
export type Explain = (ask: () => Promise<unknown>) => Promise<readonly Statement[]>;

/**
 * From now on explains every statement of a request with its own text, parameters, role and context, in its own
 * transaction. `jest.restoreAllMocks` ends it.
 */
export function explainStatements(): Explain {
  let seen: Statement[] | null = null;
  const rows = UnitOfWork.prototype.rows;
  jest.spyOn(UnitOfWork.prototype, 'rows').mockImplementation(async function (
    this: UnitOfWork,
    text: string,
    parameters: readonly unknown[] = [],
  ) {
    if (seen !== null && /^\s*(SELECT|WITH)/.test(text)) {
      const before = await rows.call(this, readWhole);
      const [answer] = await rows.call(this, `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${text}`, parameters);
      const after = await rows.call(this, readWhole);
      const wholeTables = growth(before as Read[], after as Read[]);
      seen.push({ text, parameters, wholeTables, ...toPlan(answer as Explained) });
    }
    return rows.call(this, text, parameters);
  });
  return async (ask) => {
    const found: Statement[] = [];
    seen = found;
    try {
      await ask();
    } finally {
      seen = null;
    }
    return found;
  };
}

/** Tables of which many rows were read without an index, also by functions that the statement calls. */
function growth(before: readonly Read[], after: readonly Read[]): string[] {
  const sofar = new Map(before.map(({ name, n }) => [name, n]));
  return after.filter(({ name, n }) => n - (sofar.get(name) ?? 0) >= large).map(({ name }) => name);
}

function toPlan({
  'QUERY PLAN': [{ Plan: plan, 'Execution Time': ms }],
}: Explained): Pick<Statement, 'ms' | 'blocks' | 'indexes'> {
  const indexes = [...new Set(nodesOf(plan).flatMap((one) => one['Index Name'] ?? []))];
  return { ms, blocks: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'], indexes };
}

function nodesOf(node: Node): Node[] {
  return [node, ...(node.Plans ?? []).flatMap((child) => nodesOf(child))];
}
