import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Worker } from 'node:worker_threads';
import { Pool } from 'pg';
import type { Statement } from './explained-statements.js';
import type { TestApp } from './test-app.js';
import type { TestClient } from './test-client.js';

/** Who asks: the floor is given it once per connection, the server finds it out with every request. */
export interface Asker {
  readonly clinicId: string;
  readonly staffId: string;
}

/** The least that could answer: the same statement, prepared, its JSON sent as it is; no login, no walls, no transaction. */
export async function floorServer(
  { db }: TestApp,
  { clinicId, staffId }: Asker,
): Promise<{ url: (statement: Statement) => string; close: () => Promise<void> }> {
  const address = new URL(process.env['TRELLIS_TEST_DATABASE_URL'] ?? '');
  address.pathname = new URL(db.ownerUrl).pathname;
  // What Postgres says is passed on unread.
  const pool = new Pool({
    connectionString: address.href,
    max: 10,
    options: `-c app.clinic_id=${clinicId} -c app.actor_id=${staffId} -c app.actor_role=therapist`,
    types: { getTypeParser: () => (text: string) => text },
  });
  const known: Statement[] = [];
  const server = createServer((asked, answer) => {
    const n = Number((asked.url ?? '/0').slice(1));
    const statement = known[n];
    if (statement === undefined) {
      answer.writeHead(404).end();
      return;
    }
    const { text, parameters } = statement;
    pool.query<Record<string, string>>({ name: `floor ${String(n)}`, text, values: [...parameters] }).then(
      ({ rows }) => answer.setHeader('content-type', 'application/json').end(textOf(rows)),
      () => answer.writeHead(500).end(),
    );
  });
  const base = await listening(server);
  return {
    url: (statement) => `${base}/${String(known.push(statement) - 1)}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await pool.end();
    },
  };
}

function textOf(rows: readonly Record<string, string>[]): string {
  const [row] = rows;
  const values = row === undefined ? [] : Object.values(row);
  return rows.length === 1 && values.length === 1 ? (values[0] ?? 'null') : JSON.stringify(rows);
}

/** Address of a server on a port of its own. */
export async function listening(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

/** Requests that were answered in the time. */
export async function answered(url: string, by: TestClient | null, milliseconds: number): Promise<number> {
  const cookie = by?.cookie('__Host-staff');
  const headers = {
    'sec-fetch-site': 'same-origin',
    ...(cookie === undefined ? {} : { cookie: `__Host-staff=${cookie}` }),
  };
  const worker = new Worker(new URL('./load-thread.mjs', import.meta.url), {
    workerData: { url, headers, connections: 10, milliseconds },
  });
  const [count] = (await once(worker, 'message')) as [number];
  return count;
}
