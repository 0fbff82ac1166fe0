import type { Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';

export interface RawAnswer {
  readonly status: number;
  readonly head: string;
  readonly body: string;
  /** Milliseconds from the first byte sent to the last received. */
  readonly took: number;
}

/** What stands on the wire; nothing of it is put right on the way. */
export interface RawRequest {
  readonly method: string;
  readonly target: string;
  /** Whole header lines, so that a name can stand twice and in any spelling. */
  readonly headers: readonly string[];
  readonly body?: string | Buffer;
}

/** Opens a server on a free port of this machine, for requests that no HTTP client would send. */
export async function listen(server: Server): Promise<number> {
  if (!server.listening)
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
  return (server.address() as AddressInfo).port;
}

/** Sends one request as it stands and reads until the server closes. Status 0 when it closed without an answer. */
export function sendRaw(port: number, { method, target, headers, body }: RawRequest): Promise<RawAnswer> {
  const bytes = Buffer.from(body ?? '');
  const length = body === undefined ? [] : [`content-length: ${String(bytes.length)}`];
  const lines = [
    `${method} ${target} HTTP/1.1`,
    'host: localhost',
    'connection: close',
    ...headers,
    ...length,
  ];
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), bytes]));
    });
    socket.setTimeout(10_000, () => socket.destroy(new Error(`no answer to ${method} ${target}`)));
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', (error: NodeJS.ErrnoException) => {
      // A server that refuses a long body may close before all of it is sent.
      if (error.code === 'ECONNRESET' || error.code === 'EPIPE') resolve(answerOf(chunks, begun));
      else reject(error);
    });
    socket.on('close', () => {
      resolve(answerOf(chunks, begun));
    });
  });
}

function answerOf(chunks: readonly Buffer[], begun: number): RawAnswer {
  const text = Buffer.concat(chunks).toString('utf8');
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(head)?.[1] ?? 0);
  return { status, head: head.toLowerCase(), body: rest.join('\r\n\r\n'), took: performance.now() - begun };
}
