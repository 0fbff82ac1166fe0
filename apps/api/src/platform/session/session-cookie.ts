import type { FastifyReply, FastifyRequest } from 'fastify';
import type {} from '@fastify/cookie';
import type { Surface } from '../context/request-context.js';
import { sessionCookies } from './live-session.js';

// No Max-Age: the cookie goes when the browser closes, and the server's limits hold before that.
const attributes = { path: '/', secure: true, httpOnly: true, sameSite: 'strict' } as const;

/** The session id a request carries for its surface, or null. */
export function readSessionCookie(surface: Surface, request: FastifyRequest): string | null {
  const value = request.cookies[sessionCookies[surface]];
  return value !== undefined && /^[A-Za-z0-9_-]{43}$/.test(value) ? value : null;
}

/** Hands the browser its session id; pages cannot read it. */
export function writeSessionCookie(surface: Surface, reply: FastifyReply, id: string): void {
  void reply.setCookie(sessionCookies[surface], id, attributes);
}

/** Takes the cookie back and asks the browser to forget what it cached of this origin. */
export function clearSessionCookie(surface: Surface, reply: FastifyReply): void {
  void reply.clearCookie(sessionCookies[surface], attributes);
  void reply.header('clear-site-data', '"cache"');
}
