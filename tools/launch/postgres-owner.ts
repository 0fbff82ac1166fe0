import pg from 'pg';

/** Role that owns the tables: it may make the runtime roles, and it is bound by row-level security. */
export const OWNER_ROLE = 'trellis_owner';
export const DATABASE = 'trellis';

/** The address of database `name` for `user` on the embedded server. */
export function databaseUrl(user: string, password: string, port: number, name: string): string {
  return `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${String(port)}/${name}`;
}

/**
 * Makes the owner role and the database when they are missing and sets the role's rights and password again.
 * May be run any number of times. Rejects when the server refuses the superuser.
 */
export async function ensureOwner(superuserUrl: string, ownerPassword: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    if (!(await exists(client, 'select 1 from pg_roles where rolname = $1', OWNER_ROLE))) {
      await client.query('create role trellis_owner');
    }
    await client.query(
      'alter role trellis_owner login createrole nosuperuser nocreatedb noreplication nobypassrls',
    );
    await setPassword(client, ownerPassword);
    if (!(await exists(client, 'select 1 from pg_database where datname = $1', DATABASE))) {
      await client.query('create database trellis owner trellis_owner');
    }
  } finally {
    await client.end();
  }
}

async function exists(client: pg.Client, question: string, name: string): Promise<boolean> {
  const found = await client.query(question, [name]);
  return (found.rowCount ?? 0) > 0;
}

// ALTER ROLE takes no parameters: the server itself quotes the password into the statement.
async function setPassword(client: pg.Client, password: string): Promise<void> {
  const built = await client.query<{ statement: string }>('select format($1, $2::text) as statement', [
    'alter role trellis_owner password %L',
    password,
  ]);
  const statement = built.rows[0]?.statement;
  if (statement !== undefined) await client.query(statement);
}
