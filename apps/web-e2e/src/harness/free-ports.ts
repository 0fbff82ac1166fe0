import { createServer, type AddressInfo } from 'node:net';

const TRIES = 20;

/** A port that is free together with the next one: the portal's and the homework app's. */
export async function freePortPair(): Promise<number> {
  for (let n = 0; n < TRIES; n += 1) {
    const port = await freePort(0);
    if (port !== undefined && port < 65_535 && (await freePort(port + 1)) !== undefined) return port;
  }
  throw new Error('No two free ports stand next to each other.');
}

function freePort(wanted: number): Promise<number | undefined> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(undefined));
    server.listen(wanted, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
