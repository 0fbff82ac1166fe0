import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config/env.js';
import { contextIfAny, type Surface } from '../context/request-context.js';
import { pagePolicy } from './security-headers.js';
import { surfaceOf } from './surface.js';

const appOf: Readonly<Record<Surface, string>> = { clinic: 'portal', home: 'homework' };
const hashedName = /-[\w-]{8}\.[a-z0-9]+$/;
const year = 31_536_000;

/** Serves the built apps: each listener its own app, hashed files for a year, the page itself never cached. */
export async function serveApps(app: NestFastifyApplication, config: Config): Promise<void> {
  const root = resolve(config.webDir);
  const pages = { clinic: pageOf(root, 'portal'), home: pageOf(root, 'homework') };
  if (!existsSync(root)) return;
  await app.register(fastifyStatic, { root, serve: false, index: false, decorateReply: true });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get('/*', (request: FastifyRequest, reply: FastifyReply) => {
    const surface = surfaceOf(request.raw);
    const path = request.url.split('?')[0] ?? '/';
    if (path === '/api' || path.startsWith('/api/') || !isSafe(path)) return missing(reply);
    const file = join(appOf[surface], 'browser', path);
    if (path !== '/' && path !== '/index.html' && /\.[a-z0-9]+$/i.test(path)) {
      if (!existsSync(join(root, file))) return missing(reply);
      return reply.sendFile(file, root, {
        maxAge: hashedName.test(path) ? year * 1000 : 0,
        immutable: hashedName.test(path),
      });
    }
    return sendPage(reply, pages[surface]);
  });
}

function pageOf(root: string, app: string): string | null {
  const file = join(root, app, 'browser', 'index.html');
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

function isSafe(path: string): boolean {
  return /^[\w./@+-]*$/.test(path) && !path.includes('..');
}

function sendPage(reply: FastifyReply, page: string | null): FastifyReply {
  if (page === null) return missing(reply);
  const nonce = randomBytes(16).toString('base64');
  return reply
    .header('content-security-policy', pagePolicy(nonce))
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(page.replaceAll('{{CSP_NONCE}}', nonce));
}

function missing(reply: FastifyReply): FastifyReply {
  return reply
    .status(404)
    .header('cache-control', 'no-store')
    .send({ code: 'not_found', facts: {}, correlationId: contextIfAny()?.correlationId ?? '' });
}
