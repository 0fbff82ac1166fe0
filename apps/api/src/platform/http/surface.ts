import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Surface } from '../context/request-context.js';
import { refuseBytes } from './bad-bytes.js';

const homeRequests = new WeakSet<IncomingMessage>();

/** Which door a request came through. Everything that did not come through the homework listener is the portal's. */
export function surfaceOf(request: IncomingMessage): Surface {
  return homeRequests.has(request) ? 'home' : 'clinic';
}

/** The second listener: same handlers, marked so that each namespace can refuse the other's. */
export function homeServer(handle: (request: IncomingMessage, response: ServerResponse) => void): Server {
  const server = createServer((request, response) => {
    homeRequests.add(request);
    handle(request, response);
  });
  server.on('clientError', refuseBytes);
  server.requestTimeout = 30_000;
  server.headersTimeout = 10_000;
  server.keepAliveTimeout = 72_000;
  server.maxRequestsPerSocket = 1000;
  return server;
}

/** The namespace of an API path: `/api/clinic/…` or `/api/home/…`; null for anything else. */
export function namespaceOf(path: string): Surface | null {
  if (path.startsWith('/api/clinic/')) return 'clinic';
  if (path.startsWith('/api/home/')) return 'home';
  return null;
}
