import { startTestPostgres } from '../../../tools/launch/test-postgres.ts';

/** One real Postgres 18 for the whole run, unless the caller brings its own. */
export default async function startDatabase() {
  if (process.env.TRELLIS_TEST_DATABASE_URL !== undefined) return;
  const server = await startTestPostgres();
  globalThis.trellisTestPostgres = server;
  process.env.TRELLIS_TEST_DATABASE_URL = server.superuserUrl;
}
