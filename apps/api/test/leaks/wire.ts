import { randomUUID } from 'node:crypto';
import { Agent, request, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { headers } from '@trellis/contracts';

export type Door = 'clinic' | 'home';
export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** Cookie and write token of a browser. */
export interface Browser {
  readonly door: Door;
  readonly cookie: string;
  readonly token: string;
}

export interface Call {
  readonly door: Door;
  readonly method: Method;
  /** From `/api/` on. */
  readonly path: string;
  readonly body?: object | undefined;
  /** Idempotency-Key; a fresh one goes with every write when left out, none when null. */
  readonly key?: string | null;
  readonly version?: number | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly correlationId: string;
}

/** Real HTTP over kept connections: a harness that asks twenty thousand times cannot open a port for each. */
export class Wire {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 8 });

  private constructor(private readonly doors: Readonly<Record<Door, Server>>) {}

  /** Lets both doors listen on this machine alone. */
  static async open(doors: Readonly<Record<Door, Server>>): Promise<Wire> {
    for (const server of Object.values(doors)) {
      if (!server.listening)
        await new Promise<void>((done) => {
          server.listen(0, '127.0.0.1', done);
        });
    }
    return new Wire(doors);
  }

  send(browser: Browser | null, call: Call): Promise<Answer> {
    const body = call.body === undefined ? undefined : JSON.stringify(call.body);
    return new Promise((done, fail) => {
      const out = request(
        {
          ...{ agent: this.agent, host: '127.0.0.1', port: this.port(call.door), path: call.path },
          method: call.method.toUpperCase(),
          headers: { ...headersOf(browser, call, body), ...call.headers },
        },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('error', fail);
          answer.on('end', () => {
            const text = Buffer.concat(parts).toString('utf8');
            const correlationId = String(answer.headers[headers.correlationId] ?? '');
            done({ status: answer.statusCode ?? 0, headers: answer.headers, text, correlationId });
          });
        },
      );
      out.on('error', fail);
      out.end(body);
    });
  }

  /** Closes the kept connections and the homework door, which the application does not know of. */
  async close(): Promise<void> {
    this.agent.destroy();
    await new Promise((done) => this.doors.home.close(done));
  }

  private port(door: Door): number {
    return (this.doors[door].address() as AddressInfo).port;
  }
}

function headersOf(browser: Browser | null, call: Call, body: string | undefined): Record<string, string> {
  const sent: Record<string, string> = { 'sec-fetch-site': 'same-origin' };
  if (browser !== null) sent['cookie'] = browser.cookie;
  if (call.method !== 'get') {
    sent[headers.csrf] = browser?.token ?? '';
    if (call.key !== null) sent[headers.idempotencyKey] = call.key ?? randomUUID();
  }
  if (call.version !== undefined) sent[headers.ifMatch] = `"v${String(call.version)}"`;
  if (body !== undefined) {
    sent['content-type'] = 'application/json';
    sent['content-length'] = String(Buffer.byteLength(body));
  }
  return sent;
}
