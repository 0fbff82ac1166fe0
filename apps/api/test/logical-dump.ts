import type { TestDatabase } from './test-database.js';

/** Every row of every table of the product, as text: what a backup holds. */
export type LogicalDump = ReadonlyMap<string, readonly string[]>;

/** Copies all tables in one snapshot. */
export async function dumpOf({ sql }: TestDatabase): Promise<LogicalDump> {
  await sql('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    const dump = new Map<string, string[]>();
    for (const table of await tablesOf(sql)) {
      const rows = await sql<{ row: string }>(`SELECT row_to_json(t)::text AS row FROM public.${table} t`);
      dump.set(
        table,
        rows.map(({ row }) => row),
      );
    }
    return dump;
  } finally {
    await sql('COMMIT');
  }
}

/** Puts a copy into a database that has the tables, in place of what is in them. */
export async function restore({ sql }: TestDatabase, dump: LogicalDump): Promise<void> {
  const tables = await tablesOf(sql);
  // Without triggers: a restore brings rows back as they were, in whatever order.
  await sql('BEGIN; SET LOCAL session_replication_role = replica');
  await sql(`TRUNCATE ${tables.join(', ')}`);
  for (const [table, rows] of dump) {
    await sql(
      `INSERT INTO public.${table} SELECT (json_populate_record(NULL::public.${table}, row::json)).* FROM unnest($1::text[]) AS row`,
      [rows],
    );
  }
  await sql('COMMIT');
}

/** The bytes of a dump as one text. */
export function textOf(dump: LogicalDump): string {
  return [...dump].map(([table, rows]) => `${table}\n${rows.join('\n')}`).join('\n');
}

async function tablesOf(sql: TestDatabase['sql']): Promise<string[]> {
  const rows = await sql<{ name: string }>(
    `SELECT quote_ident(tablename) AS name FROM pg_tables
      WHERE schemaname = 'public' AND tablename <> 'schema_migration' ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}
