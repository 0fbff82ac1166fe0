import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config/env.js';
import { contextIfAny, type Surface } from '../context/request-context.js';
import { type FirstLoads, firstLoadsOf } from './first-loads.js';
import { PackedFiles } from './packed-files.js';
import { pagePolicy } from './security-headers.js';
import { shellPolicy, shellProgramOf } from './shell-program.js';
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
  const send = fileSender(root);
  const shell = shellProgramOf(join(root, 'homework', 'browser'));
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get('/*', (request: FastifyRequest, reply: FastifyReply) => {
    const surface = surfaceOf(request.raw);
    const path = request.url.split('?')[0] ?? '/';
    if (path === '/api' || path.startsWith('/api/') || !isSafe(path)) return missing(reply);
    if (path === '/shell.js') return sendShell(reply, surface === 'home' ? shell : null);
    if (path !== '/' && path !== '/index.html' && /\.[a-z0-9]+$/i.test(path))
      return send(request, reply, join(appOf[surface], 'browser', path));
    return sendPage(reply, pages[surface], request.headers['accept-language']);
  });
}

type SendFile = (request: FastifyRequest, reply: FastifyReply, file: string) => Promise<FastifyReply>;

/** Sends a file below `root`; one with a fingerprint in its name is packed and kept for a year. */
function fileSender(root: string): SendFile {
  const packed = new PackedFiles();
  return async (request, reply, file) => {
    const full = join(root, file);
    if (!existsSync(full)) return missing(reply);
    if (!hashedName.test(file)) return reply.sendFile(file, root, { maxAge: 0, immutable: false });
    void reply.header('vary', 'accept-encoding');
    const small = await packed.of(full, request.headers['accept-encoding']);
    if (small === null) return reply.sendFile(file, root, { maxAge: year * 1000, immutable: true });
    return reply
      .header('content-encoding', 'br')
      .header('cache-control', `public, max-age=${String(year)}, immutable`)
      .type(small.type)
      .send(small.bytes);
  };
}

function sendShell(reply: FastifyReply, shell: string | null): FastifyReply {
  if (shell === null) return missing(reply);
  return reply
    .header('content-security-policy', shellPolicy)
    .header('cache-control', 'no-store')
    .type('text/javascript; charset=utf-8')
    .send(shell);
}

interface BuiltPage {
  readonly html: string;
  readonly firstLoads: FirstLoads;
}

function pageOf(root: string, app: string): BuiltPage | null {
  const file = join(root, app, 'browser', 'index.html');
  if (!existsSync(file)) return null;
  const html = readFileSync(file, 'utf8');
  return { html, firstLoads: firstLoadsOf(join(root, app), html) };
}

function isSafe(path: string): boolean {
  return /^[\w./@+-]*$/.test(path) && !path.includes('..');
}

function sendPage(
  reply: FastifyReply,
  page: BuiltPage | null,
  acceptLanguage: string | undefined,
): FastifyReply {
  if (page === null) return missing(reply);
  const nonce = randomBytes(16).toString('base64');
  return reply
    .header('content-security-policy', pagePolicy(nonce))
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(
      page.html
        // After the main script, which needs the line first.
        .replace('</body>', `${page.firstLoads(acceptLanguage)}</body>`)
        .replaceAll('{{CSP_NONCE}}', nonce),
    );
}

function missing(reply: FastifyReply): FastifyReply {
  return reply
    .status(404)
    .header('cache-control', 'no-store')
    .send({ code: 'not_found', facts: {}, correlationId: contextIfAny()?.correlationId ?? '' });
}
