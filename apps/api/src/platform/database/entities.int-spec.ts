import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { testDatabase, type TestDatabase } from '../../../test/test-database.js';
import { entities } from '../../entities.js';

interface DatabaseColumn {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly key: boolean;
}

/** The migration ledger belongs to the migrations alone. */
const withoutEntity = ['schema_migration'];

describe('entities and the migrated database', () => {
  let db: TestDatabase;
  let source: DataSource;

  beforeAll(async () => {
    db = await testDatabase();
    source = await new DataSource({
      type: 'postgres',
      url: db.ownerUrl,
      entities,
      logging: false,
    }).initialize();
  });

  afterAll(async () => {
    await source.destroy();
    await db.drop();
  });

  it('has the same tables, columns, types, nullability and keys', async () => {
    const database = await db.sql<DatabaseColumn>(`
      SELECT c.relname AS table, a.attname AS column, format_type(a.atttypid, NULL) AS type, NOT a.attnotnull AS nullable,
        EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.oid AND i.indisprimary AND a.attnum = ANY (i.indkey)) AS key
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'public' AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped`);
    const described = source.entityMetadatas.flatMap((entity) =>
      entity.columns.map((column): DatabaseColumn => ({
        table: entity.tableName,
        column: column.databaseName,
        type: spelled(source.driver.normalizeType(column), column.isArray),
        nullable: column.isNullable,
        key: column.isPrimary,
      })),
    );
    expect(lines(described)).toEqual(lines(database.filter((row) => !withoutEntity.includes(row.table))));
  });
});

/** Postgres spells a few types in words. */
function spelled(type: string, isArray: boolean): string {
  const words: Readonly<Record<string, string>> = {
    timestamptz: 'timestamp with time zone',
    int: 'integer',
    int4: 'integer',
    int2: 'smallint',
    int8: 'bigint',
    bool: 'boolean',
    varchar: 'character varying',
  };
  return `${words[type] ?? type}${isArray ? '[]' : ''}`;
}

function lines(columns: readonly DatabaseColumn[]): string[] {
  return columns
    .map(
      (one) => `${one.table}.${one.column} ${one.type}${one.nullable ? ' null' : ''}${one.key ? ' key' : ''}`,
    )
    .sort();
}
