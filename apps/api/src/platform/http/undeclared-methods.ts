import { headers, type ErrorBody } from '@trellis/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { namespaceOf, surfaceOf } from './surface.js';

interface DeclaredPath {
  readonly parts: readonly string[];
  readonly methods: Set<string>;
}

/**
 * Answers 405 with the methods that exist, where the path of a page of this door is called by a method that nobody
 * declared; what is behind the other door stays unknown here. Call it before the routes are made.
 */
export function refuseUndeclaredMethods(fastify: FastifyInstance): void {
  const declared = new Map<string, DeclaredPath>();
  fastify.addHook('onRoute', ({ url, method }) => {
    if (!url.startsWith('/api/')) return;
    const path = declared.get(url) ?? { parts: url.split('/'), methods: new Set() };
    for (const one of [method].flat()) path.methods.add(one);
    declared.set(url, path);
  });
  fastify.addHook('onRequest', (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
    const methods = request.is404 || request.routeOptions.url === '/*' ? methodsOf(request) : [];
    if (methods.length === 0) {
      done();
      return;
    }
    const correlationId = String(reply.getHeader(headers.correlationId) ?? '');
    const body: ErrorBody = { code: 'method_not_allowed', facts: {}, correlationId };
    void reply.status(405).header('allow', methods.join(', ')).send(body);
  });

  function methodsOf(request: FastifyRequest): string[] {
    const path = request.url.split('?')[0] ?? '';
    if (namespaceOf(path) !== surfaceOf(request.raw)) return [];
    const here = [...declared.values()].filter(({ parts }) => fits(parts, path.split('/')));
    return [...new Set(here.flatMap(({ methods }) => [...methods]))].sort();
  }
}

/** Whether a path is an address of a route: each parameter stands for one part that is not empty. */
function fits(route: readonly string[], path: readonly string[]): boolean {
  return (
    route.length === path.length &&
    route.every((part, at) => (part.startsWith(':') ? path[at] !== '' : part === path[at]))
  );
}
