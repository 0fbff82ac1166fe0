import { createHmac } from 'node:crypto';
import { AppError } from './app-error.js';

const maxDepth = 32;

/**
 * JSON text with sorted keys, so that two spellings of the same body are one.
 * @throws AppError invalid_request for values nested more than 32 deep.
 */
export function canonicalJson(value: unknown, depth = 0): string {
  if (depth > maxDepth) throw new AppError('invalid_request');
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item, depth + 1)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${fields.map(([name, item]) => `${JSON.stringify(name)}:${canonicalJson(item, depth + 1)}`).join(',')}}`;
  }
  return value === undefined ? 'null' : JSON.stringify(value);
}

/** Keyed digest (32 bytes) of what a write asked for: address, version it was based on, and body. */
export function requestMac(key: Buffer, url: string, ifMatch: string | undefined, body: unknown): Buffer {
  return createHmac('sha256', key)
    .update(canonicalJson([url, ifMatch ?? null, body ?? null]))
    .digest();
}
