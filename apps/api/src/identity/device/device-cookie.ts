import { createHash, randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type {} from '@fastify/cookie';
import { deviceDays } from './pin-rules.js';

/** The cookie that binds a browser to a PIN: 256 random bits, of which the server keeps the hash. */
export const deviceCookie = '__Host-device';

const attributes = { path: '/', secure: true, httpOnly: true, sameSite: 'strict' } as const;

/** SHA-256 of the browser's device token, or null where it has none. */
export function deviceHashOf(request: FastifyRequest): Buffer | null {
  const token = request.cookies[deviceCookie];
  return token !== undefined && /^[A-Za-z0-9_-]{43}$/.test(token) ? hashOf(token) : null;
}

/** A new device token, handed out by `write`, and its hash. */
export function newDevice(): { readonly hash: Buffer; write(reply: FastifyReply): void } {
  const token = randomBytes(32).toString('base64url');
  return {
    hash: hashOf(token),
    write: (reply) => {
      void reply.setCookie(deviceCookie, token, { ...attributes, maxAge: deviceDays * 86_400 });
    },
  };
}

export function forgetDevice(reply: FastifyReply): void {
  void reply.clearCookie(deviceCookie, attributes);
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
