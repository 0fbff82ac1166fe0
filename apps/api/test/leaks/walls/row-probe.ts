import type { World } from '../world.js';
import { actAs, askersOf, type Asker, type DbRole } from './asker.js';
import { insideClinics, mayRow } from './row-oracle.js';
import type { Row, Verb } from './row-rules.js';
import { changes, enriched, refreshed, tryToAdd } from './row-statements.js';

export interface Table {
  readonly name: string;
  readonly rows: readonly Row[];
  /** Columns of the primary key. */
  readonly key: readonly string[];
  /** A column that a role may change, with a value that stands in the table. */
  readonly changeable: Readonly<Record<string, { readonly column: string; readonly value: string } | null>>;
}

const roles: readonly DbRole[] = [
  ...([
    'trellis_api',
    'trellis_worker',
    'trellis_auth',
    'trellis_audit',
    'trellis_dispatch',
    'trellis_owner',
  ] as const),
];
const verbs: readonly Verb[] = ['see', 'add', 'change', 'remove'];

/** Asks the database itself, in everybody's name, what it lets through; no line of the server takes part. */
export class RowProbe {
  readonly tables = new Map<string, Table>();
  private askers: Asker[] = [];

  private constructor(private readonly world: World) {}

  static async over(world: World): Promise<RowProbe> {
    const probe = new RowProbe(world);
    probe.askers = askersOf(world);
    await world.app.db.sql(tryToAdd);
    const names = await world.app.db.sql<{ name: string }>(`SELECT c.relname AS name FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND c.relkind = 'r' ORDER BY 1`);
    for (const { name } of names) probe.tables.set(name, await probe.read(name));
    return probe;
  }

  /**
   * Everything in these tables that the walls let through and may not, or hold back and may not, as
   * `role asker verb table: n rows for m`; stops looking once there are `most`. Runs inside the open transaction and
   * leaves no trace in it.
   */
  async differences(names: Iterable<string> = this.tables.keys(), most = Infinity): Promise<string[]> {
    const found: string[] = [];
    for (const name of names) {
      const table = this.tables.get(name);
      if (table === undefined) throw new Error(`no table ${name}`);
      for (const role of roles)
        for (const asker of this.askersFor(role)) {
          found.push(...(await this.compare(role, asker, table)));
          if (found.length >= most) return found;
        }
    }
    return found;
  }

  private askersFor(role: DbRole): readonly Asker[] {
    return insideClinics.has(role) ? this.askers : this.askers.slice(0, 1);
  }

  private async compare(role: DbRole, asker: Asker, table: Table): Promise<string[]> {
    const found: string[] = [];
    for (const verb of role === 'trellis_owner' ? (['see'] as const) : verbs) {
      const allowed = table.rows.filter((row) =>
        mayRow(role, asker, verb, table.name, row, this.world.facts),
      );
      const wanted = allowed.map((row) => keyOf(row, table)).sort();
      const got = await this.ask(role, asker, verb, table);
      const same = typeof got === 'number' ? got === wanted.length : got.sort().join() === wanted.join();
      const count = typeof got === 'number' ? got : got.length;
      if (!same)
        found.push(
          `${role} ${asker.name} ${verb} ${table.name}: ${String(count)} rows for ${String(wanted.length)}`,
        );
    }
    return found;
  }

  /** Keys of the rows that the database let through, or their number where it tells no more. */
  private async ask(role: DbRole, asker: Asker, verb: Verb, table: Table): Promise<string[] | number> {
    const { sql } = this.world.app.db;
    await sql('SAVEPOINT asked');
    try {
      // The owner of the tables acts for nobody.
      await sql(actAs(role, role === 'trellis_owner' ? null : asker));
      return await this.statement(role, verb, table);
    } catch (error) {
      if (codeOf(error) === refused) return [];
      throw error;
    } finally {
      await sql('ROLLBACK TO SAVEPOINT asked');
    }
  }

  private async statement(role: DbRole, verb: Verb, table: Table): Promise<string[] | number> {
    const { sql } = this.world.app.db;
    const { name, key, rows } = table;
    if (verb === 'see') {
      const pairs = key.map((column) => `'${column}', "${column}"`).join();
      const seen = await sql<{ key: Row }>(`SELECT jsonb_build_object(${pairs}) AS key FROM "${name}"`);
      return seen.map((row) => keyOf(row.key, table));
    }
    if (verb === 'add') {
      if (rows.length === 0) return [];
      const tried = await sql<{ at: number; state: string }>(
        `SELECT at::int, probe.try_to_add('${name}', ${refreshed[name] ?? 'one'}) AS state FROM unnest($1::jsonb[]) WITH ORDINALITY AS t (one, at)`,
        [rows.map((row) => JSON.stringify(row))],
      );
      return tried.filter(({ state }) => state !== refused).map(({ at }) => keyOf(rows[at - 1] ?? {}, table));
    }
    const change = table.changeable[role] ?? null;
    if (verb === 'change' && change === null) return [];
    const statement =
      change === null || verb === 'remove'
        ? `DELETE FROM "${name}"`
        : `UPDATE "${name}" SET "${change.column}" = ${change.value}`;
    const [counted] = await sql<{ rows: number }>('SELECT probe.count($1) AS rows', [statement]);
    return counted?.rows ?? 0;
  }

  private async read(name: string): Promise<Table> {
    const { sql } = this.world.app.db;
    const rows = (
      await sql<{ one: Row }>(`SELECT to_jsonb(t) ${enriched[name] ?? ''} AS one FROM "${name}" t`)
    ).map(({ one }) => one);
    const key = await sql<{ column: string }>(
      `SELECT a.attname AS column FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid
          AND a.attnum = ANY (i.indkey) WHERE i.indrelid = $1::regclass AND i.indisprimary`,
      [`public."${name}"`],
    );
    const changeable: Record<string, Table['changeable'][string]> = {};
    for (const role of roles) changeable[role] = await this.changeableBy(role, name);
    return { name, rows, key: key.map(({ column }) => column), changeable };
  }

  private async changeableBy(role: string, name: string): Promise<{ column: string; value: string } | null> {
    const { sql } = this.world.app.db;
    const chosen = changes[name];
    const mayChange = await sql<{ column: string }>(
      `SELECT a.attname AS column FROM pg_attribute a WHERE a.attrelid = $1::regclass AND a.attnum > 0
          AND has_column_privilege($2, a.attrelid, a.attnum, 'UPDATE') ORDER BY a.attnum DESC`,
      [`public."${name}"`, role],
    );
    const [found] = mayChange;
    if (found === undefined) return null;
    if (chosen !== undefined && mayChange.some(({ column }) => column === chosen.column)) return chosen;
    const [sample] = await sql<{ value: string }>(
      `SELECT quote_nullable(t."${found.column}"::text) AS value FROM "${name}" t LIMIT 1`,
    );
    return sample === undefined ? null : { column: found.column, value: sample.value };
  }
}

/** insufficient_privilege: no right on the table, or a row that a policy does not let in. */
const refused = '42501';

function keyOf(row: Row, { key }: Table): string {
  return key.map((column) => String(row[column])).join(' ');
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
