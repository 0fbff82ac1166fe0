import type { FastifyRequest } from 'fastify';
import { AppError } from './app-error.js';
import { publicOrigin } from './public-origin.js';

const reading: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/**
 * Refuses writes that a page of another site caused. Browsers say where a request comes from; where they do not,
 * the origin must be the configured one. Clients that send neither are not browsers and carry no ambient cookie.
 */
export function requireSameSite(request: FastifyRequest): void {
  if (reading.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  if (site === 'same-origin') return;
  if (site !== undefined) throw new AppError('cross_site_refused');
  const { origin } = request.headers;
  if (origin !== publicOrigin(request)) throw new AppError('cross_site_refused');
}
