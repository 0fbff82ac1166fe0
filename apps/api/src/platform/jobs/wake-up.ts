import { Client } from 'pg';

/** Listens on the channel of queue-names.ts for new outbox messages. Losing the connection costs promptness only: the relay also looks by the clock. */
export async function listenForMessages(workerUrl: string, wake: () => void): Promise<() => Promise<void>> {
  const client = new Client({
    connectionString: workerUrl,
    keepAlive: true,
    application_name: 'trellis-outbox',
  });
  client.on('error', () => undefined);
  client.on('notification', wake);
  await client.connect();
  await client.query('LISTEN trellis_outbox');
  return () => client.end();
}
