import type { Client } from 'pg';
import type { CopiedSequence, CopiedTable } from './manifest.js';

// Names and statements come from the database itself, which quotes them.

/** Every table of Trellis but the list of its migrations. The queue is not among them: the outbox is the truth. */
const tables = `
  SELECT format('%I.%I', n.nspname, c.relname) AS name,
      array_agg(quote_ident(a.attname) ORDER BY a.attnum) AS columns
    FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    WHERE c.relkind = 'r' AND n.nspname IN ('public', 'app') AND c.relname <> 'schema_migration'
    GROUP BY n.nspname, c.relname
    ORDER BY n.nspname, c.relname`;

const sequences = `
  SELECT format('%I.%I', schemaname, sequencename) AS name, last_value::text AS last FROM pg_sequences
    WHERE schemaname IN ('public', 'app') AND last_value IS NOT NULL ORDER BY schemaname, sequencename`;

/** What has to be out of the way while rows come in, and how it comes back; in this order, and back in the opposite one. */
const obstacles = `
  SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS away,
      format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(k.oid)) AS back
    FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace
    WHERE k.contype = 'f' AND n.nspname IN ('public', 'app')
  UNION ALL
  SELECT format('ALTER TABLE %s DISABLE TRIGGER %I', tgrelid::regclass, tgname),
      format('ALTER TABLE %s ENABLE %s TRIGGER %I', tgrelid::regclass,
        CASE tgenabled WHEN 'A' THEN 'ALWAYS' WHEN 'R' THEN 'REPLICA' ELSE '' END, tgname)
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE NOT t.tgisinternal AND t.tgenabled <> 'D' AND n.nspname IN ('public', 'app')
  UNION ALL
  SELECT format('ALTER TABLE %s NO FORCE ROW LEVEL SECURITY', c.oid::regclass),
      format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', c.oid::regclass)
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND c.relforcerowsecurity AND n.nspname IN ('public', 'app')`;

export interface Obstacle {
  readonly away: string;
  readonly back: string;
}

/** The tables of the database of `owner`, in an order that is always the same. */
export async function tablesOf(owner: Client): Promise<CopiedTable[]> {
  return (await owner.query<CopiedTable>(tables)).rows;
}

/** The sequences that have ever been used, and where they stand. */
export async function sequencesOf(owner: Client): Promise<CopiedSequence[]> {
  return (await owner.query<CopiedSequence>(sequences)).rows;
}

/** Foreign keys, triggers and forced row-level security of every table, as statements. */
export async function obstaclesOf(owner: Client): Promise<Obstacle[]> {
  return (await owner.query<Obstacle>(obstacles)).rows;
}

/** The migrations that have run, in their order; none in an empty database. */
export async function migrationsOf(owner: Client): Promise<string[]> {
  const there = await owner.query<{ there: boolean }>(
    "SELECT to_regclass('public.schema_migration') IS NOT NULL AS there",
  );
  if (there.rows[0]?.there !== true) return [];
  const { rows } = await owner.query<{ name: string }>('SELECT name FROM schema_migration ORDER BY id');
  return rows.map(({ name }) => name);
}

/** Rows as text, out of the one snapshot of the transaction under way. */
export function copyOut({ name, columns }: CopiedTable): string {
  return ['COPY', name, listed(columns), 'TO STDOUT'].join(' ');
}

/** The same rows coming in. */
export function copyIn({ name, columns }: CopiedTable): string {
  return ['COPY', name, listed(columns), 'FROM STDIN'].join(' ');
}

/** Takes every row out of every table: migrations have put some in. */
export function emptied(all: readonly CopiedTable[]): string {
  return ['TRUNCATE', all.map(({ name }) => name).join(', ')].join(' ');
}

function listed(columns: readonly string[]): string {
  return `(${columns.join(', ')})`;
}
