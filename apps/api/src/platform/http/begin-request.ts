import { randomUUID } from 'node:crypto';
import { headers, type ErrorBody } from '@trellis/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { deviceName } from '../context/device-name.js';
import { withContext } from '../context/request-context.js';
import { surfaceOf } from './surface.js';

const bodyMethods: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/**
 * First hook of every request: gives it a correlation id and a context, and refuses every media type but JSON.
 * The list of types is exact: variants of the header have bypassed validation in the past.
 */
export function beginRequest(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  const correlationId = randomUUID();
  reply.header(headers.correlationId, correlationId);
  // Only the apps' own files may be kept. An address does not tell: it can be spelt with escapes.
  if (request.routeOptions.url !== '/*') reply.header('cache-control', 'no-store');
  if (!acceptable(request)) {
    const body: ErrorBody = { code: 'media_type_unsupported', facts: {}, correlationId };
    void reply.status(415).send(body);
    return;
  }
  const device = deviceName(request.headers['user-agent']);
  withContext({ correlationId, surface: surfaceOf(request.raw), actor: null, device }, done);
}

function acceptable(request: FastifyRequest): boolean {
  if (!bodyMethods.has(request.method)) return true;
  const type = request.headers['content-type'];
  if (type === undefined)
    return request.headers['content-length'] === undefined || request.headers['content-length'] === '0';
  return (
    type === 'application/json' ||
    type === 'application/json; charset=utf-8' ||
    type === 'application/json;charset=utf-8'
  );
}
