import pg from 'pg';
import { LaunchRefusal, systemCode } from './launch-refusal.ts';

const ANSWER_LIMIT_MS = 10_000;

/**
 * Signs in once at the database of DATABASE_URL. Throws `LaunchRefusal` with one sentence, which never holds the
 * address or the password, when that does not work. What the role may do there is for the migrations to check.
 */
export async function checkOutsideDatabase(url: string): Promise<void> {
  let client: pg.Client;
  try {
    client = new pg.Client({ connectionString: url, connectionTimeoutMillis: ANSWER_LIMIT_MS });
  } catch {
    throw new LaunchRefusal(
      'DATABASE_URL is no address of a Postgres database: postgres://user:password@host/name.',
    );
  }
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw new LaunchRefusal(sentenceFor(systemCode(error) ?? ''));
  }
  await client.end();
}

function sentenceFor(code: string): string {
  switch (code) {
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EHOSTUNREACH':
      return `Nothing answers at the address in DATABASE_URL (${code}): start that database, or correct the address.`;
    case '28P01':
    case '28000':
      return 'The database of DATABASE_URL does not accept the user or the password: correct them in DATABASE_URL.';
    case '3D000':
      return 'The server of DATABASE_URL has no database of that name: create it, or correct the name.';
    default:
      return `The database of DATABASE_URL cannot be used (${code === '' ? 'no answer' : code}).`;
  }
}
