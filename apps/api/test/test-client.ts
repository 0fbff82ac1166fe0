import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { headers } from '@trellis/contracts';
import request, { type Response } from 'supertest';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

export interface CallOptions {
  /** An object is sent as JSON, a text as it stands under the media type of JSON. */
  readonly body?: object | string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Idempotency-Key; a fresh one is sent with every write when left out, none when null. */
  readonly key?: string | null;
  /** If-Match version. */
  readonly version?: number;
}

/** A browser as the server sees it: keeps cookies, sends the CSRF token and says that it comes from the same site. */
export class TestClient {
  private readonly jar = new Map<string, string>();
  csrfToken = '';

  constructor(
    private readonly server: Server,
    private readonly door: 'clinic' | 'home',
  ) {}

  /** Path below `/api/<door>/`. */
  call(method: Method, path: string, options: CallOptions = {}): Promise<Response> {
    return this.raw(method, `/api/${this.door}/${path}`, options);
  }

  /** Any path on this door's listener. */
  async raw(method: Method, path: string, options: CallOptions = {}): Promise<Response> {
    let call = request(this.server)[method](path).set('sec-fetch-site', 'same-origin');
    if (this.jar.size > 0)
      call = call.set('cookie', [...this.jar].map(([name, value]) => `${name}=${value}`).join('; '));
    if (method !== 'get') call = call.set(headers.csrf, this.csrfToken);
    if (method !== 'get' && options.key !== null)
      call = call.set(headers.idempotencyKey, options.key ?? randomUUID());
    if (typeof options.body === 'string') call = call.type('application/json');
    if (options.version !== undefined) call = call.set(headers.ifMatch, `"v${String(options.version)}"`);
    for (const [name, value] of Object.entries(options.headers ?? {})) call = call.set(name, value);
    const response = await (options.body === undefined ? call : call.send(options.body));
    this.keep(response);
    return response;
  }

  cookie(name: string): string | undefined {
    return this.jar.get(name);
  }

  useCookie(name: string, value: string): void {
    this.jar.set(name, value);
  }

  private keep(response: Response): void {
    const lines = response.headers['set-cookie'] as string[] | string | undefined;
    for (const line of lines === undefined ? [] : Array.isArray(lines) ? lines : [lines]) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      const value = pair.slice(at + 1);
      if (value === '') this.jar.delete(pair.slice(0, at));
      else this.jar.set(pair.slice(0, at), value);
    }
    const token: unknown = (response.body as { csrfToken?: unknown } | undefined)?.csrfToken;
    if (typeof token === 'string') this.csrfToken = token;
  }
}
