import { connect } from 'node:net';

export interface Exchange {
  /** Status lines in the order in which they came, interim ones left out. */
  readonly statuses: readonly number[];
  readonly text: string;
  /** Milliseconds from the first byte sent until the server had closed. */
  readonly took: number;
  /** Whether the server closed by itself; false when it had to be left. */
  readonly closed: boolean;
}

export interface Sending {
  /** Says that no more comes, once all is sent. */
  readonly end?: boolean;
  /** Milliseconds after which an open connection is left. */
  readonly patience?: number;
}

/** Sends bytes as they stand and reads until the server closes, or until patience ends. */
export function sendBytes(
  port: number,
  bytes: Buffer,
  { end = false, patience = 5000 }: Sending = {},
): Promise<Exchange> {
  return new Promise((resolve) => {
    const begun = performance.now();
    const chunks: Buffer[] = [];
    let closed = true;
    const socket = connect({ port, host: '127.0.0.1' }, () => {
      socket.write(bytes);
      if (end) socket.end();
    });
    const leaving = setTimeout(() => {
      closed = false;
      socket.destroy();
    }, patience);
    socket.on('data', (chunk) => chunks.push(chunk));
    // A server that refuses what is too long may close before all of it is sent.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(leaving);
      const text = Buffer.concat(chunks).toString('latin1');
      const statuses = [...text.matchAll(/(?:^|[\r\n}])HTTP\/1\.1 (\d{3}) /g)].map((match) =>
        Number(match[1]),
      );
      resolve({
        text,
        closed,
        statuses: statuses.filter((status) => status >= 200),
        took: performance.now() - begun,
      });
    });
  });
}
