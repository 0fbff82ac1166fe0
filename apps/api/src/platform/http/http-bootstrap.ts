import type { Server } from 'node:http';
import helmet from '@fastify/helmet';
import cookie from '@fastify/cookie';
import underPressure from '@fastify/under-pressure';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../config/env.js';
import { answerBadAddress } from './bad-address.js';
import { refuseBytes } from './bad-bytes.js';
import { beginRequest } from './begin-request.js';
import { setPublicOrigins } from './public-origin.js';
import { baseHeaders } from './security-headers.js';
import { homeServer } from './surface.js';
import { refuseUndeclaredMethods } from './undeclared-methods.js';
import { serveApps } from './web-apps.js';

/** The HTTP adapter with every limit set: Fastify's own defaults wait for ever. */
export function httpAdapter(config: Config): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: 256 * 1024,
    requestTimeout: 30_000,
    handlerTimeout: 15_000,
    http: { headersTimeout: 10_000 },
    connectionTimeout: 60_000,
    keepAliveTimeout: 72_000,
    maxRequestsPerSocket: 1000,
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: 100, caseSensitive: true, ignoreTrailingSlash: false },
    trustProxy: config.trustedProxies.length === 0 ? false : [...config.trustedProxies],
    logger: false,
    frameworkErrors: answerBadAddress(config),
    clientErrorHandler: refuseBytes,
  });
}

/** Headers, limits and the request context, in this order, before any route. */
export async function prepareHttp(app: NestFastifyApplication, config: Config): Promise<void> {
  setPublicOrigins(config.portalUrl, config.homeworkUrl);
  const fastify = app.getHttpAdapter().getInstance();
  // Headers come first, so that what the hooks after them refuse carries them too.
  await app.register(helmet, baseHeaders(config));
  fastify.addHook('onRequest', beginRequest);
  refuseUndeclaredMethods(fastify);
  await app.register(cookie);
  if (config.mode !== 'test') {
    // A laptop that builds and serves the demo at once is slower than a server and still of use.
    const maxEventLoopDelay = config.mode === 'production' ? 250 : 1000;
    await app.register(underPressure, { maxEventLoopDelay, retryAfter: 5, exposeStatusRoute: false });
  }
  await serveApps(app, config);
}

/** Opens the second door on the same handlers. Call after `app.listen`. */
export async function listenHome(app: NestFastifyApplication, port: number, host: string): Promise<Server> {
  const fastify = app.getHttpAdapter().getInstance();
  const server = homeServer((request, response) => {
    fastify.routing(request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return server;
}
