import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type {} from '@fastify/cookie';
import { MASTER_KEY, purposeKey } from '../platform/sealing/master-key.js';

/** The cookie by which a browser shows that an account was opened on it before. It opens nothing. */
export const knownDeviceCookie = '__Host-known';

const day = 86_400;
const attributes = { path: '/', secure: true, httpOnly: true, sameSite: 'strict', maxAge: 90 * day } as const;
/** A person of a couple takes two: one to be let in by, one to be met by. */
const mostAccounts = 8;

/**
 * Devices on which an account was opened before: they keep their own count of failures. The cookie is a random
 * number and, per account, a keyed mark over both; nothing is stored at the server, and the marks tell nobody whose
 * they are.
 */
@Injectable()
export class KnownDevices {
  private readonly key: Buffer;

  constructor(@Inject(MASTER_KEY) masterKey: Buffer) {
    this.key = purposeKey(masterKey, 'known-devices');
  }

  /** The device's number when `account` was opened on it before; null otherwise. */
  of(request: FastifyRequest, account: string): string | null {
    const { device, marks } = read(request);
    if (device === null) return null;
    const wanted = Buffer.from(this.markOf(device, account));
    const known = marks.some(
      (mark) => mark.length === wanted.length && timingSafeEqual(Buffer.from(mark), wanted),
    );
    return known ? device : null;
  }

  /** From now on the browser is known to `accounts`. Call it once they were opened. */
  remember(request: FastifyRequest, reply: FastifyReply, ...accounts: readonly string[]): void {
    const { device, marks } = read(request);
    const number = device ?? randomBytes(32).toString('base64url');
    const fresh = accounts.map((account) => this.markOf(number, account));
    const kept = [...new Set([...fresh, ...marks])].slice(0, mostAccounts);
    void reply.setCookie(knownDeviceCookie, [number, ...kept].join('.'), attributes);
  }

  /** The browser is known to `accounts` no more; nothing is written where it was not. */
  drop(request: FastifyRequest, reply: FastifyReply, accounts: readonly string[]): void {
    const { device, marks } = read(request);
    if (device === null) return;
    const gone = new Set(accounts.map((account) => this.markOf(device, account)));
    const kept = marks.filter((mark) => !gone.has(mark));
    if (kept.length === marks.length) return;
    if (kept.length === 0) void reply.clearCookie(knownDeviceCookie, { ...attributes, maxAge: 0 });
    else void reply.setCookie(knownDeviceCookie, [device, ...kept].join('.'), attributes);
  }

  private markOf(device: string, account: string): string {
    return createHmac('sha256', this.key).update(`${device}/${account}`).digest('base64url').slice(0, 22);
  }
}

function read(request: FastifyRequest): { device: string | null; marks: string[] } {
  const value = request.cookies[knownDeviceCookie] ?? '';
  if (!/^[A-Za-z0-9_-]{43}(\.[A-Za-z0-9_-]{22}){1,8}$/.test(value)) return { device: null, marks: [] };
  const [device = null, ...marks] = value.split('.');
  return { device, marks };
}
