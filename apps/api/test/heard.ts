import type { IncomingMessage, OutgoingHttpHeaders, Server, ServerResponse } from 'node:http';

/** An answer as it left the server, whoever had asked. */
export interface Heard {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** Puts down every answer that leaves one of these servers from now on. */
export function hear(servers: readonly Server[]): readonly Heard[] {
  const heard: Heard[] = [];
  for (const server of servers)
    server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
      const written: OutgoingHttpHeaders = {};
      const head = response.writeHead.bind(response) as (...parts: unknown[]) => ServerResponse;
      const end = response.end.bind(response) as (...parts: unknown[]) => ServerResponse;
      response.writeHead = (...parts: unknown[]) => {
        Object.assign(
          written,
          parts.find((part) => typeof part === 'object' && part !== null),
        );
        return head(...parts);
      };
      response.end = (...parts: unknown[]) => {
        const [body] = parts;
        const text = typeof body === 'string' || Buffer.isBuffer(body) ? body.toString('utf8') : '';
        const path = (request.url ?? '').split('?')[0] ?? '';
        const headers = { ...response.getHeaders(), ...written };
        heard.push({ method: request.method ?? '', path, status: response.statusCode, headers, body: text });
        return end(...parts);
      };
    });
  return heard;
}
