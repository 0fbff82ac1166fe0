import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { AppError } from './app-error.js';

/** As deep as the digest of a keyed write goes; no request comes near. */
const maxDepth = 32;

/** Keys and items of one request in all. Each costs time when it is checked; the largest form has a few hundred. */
const maxParts = 1000;

/** Letters of one key. Names of fields are short, and what is wrong with a field is told by its name. */
const maxKey = 200;

/**
 * Refuses what cannot be kept as it was sent, before anything walks it: text with a NUL or half a surrogate pair,
 * which the database refuses or would change silently, nesting that runs out of stack, more parts than can be checked
 * in good time, and keys that reach for prototypes.
 */
@Injectable()
export class StorableInput implements PipeTransform<unknown, unknown> {
  transform(value: unknown, { type }: ArgumentMetadata): unknown {
    if (type !== 'custom' && !isStorable(value)) throw new AppError('invalid_request');
    return value;
  }
}

/**
 * Whether every text and key of `value` can be kept, and there are no more of them than a request may have; `most` for
 * a file that came as one text and is read by a reader of its own.
 */
export function isStorable(value: unknown, most = maxParts): boolean {
  return isStorablePart(value, 0, { left: most });
}

function isStorablePart(value: unknown, depth: number, parts: { left: number }): boolean {
  if (typeof value === 'string') return isKept(value);
  if (typeof value !== 'object' || value === null) return true;
  const inner = Object.entries(value);
  parts.left -= inner.length;
  if (depth > maxDepth || parts.left < 0) return false;
  return inner.every(([key, item]) => isKeptKey(key) && isStorablePart(item, depth + 1, parts));
}

function isKeptKey(key: string): boolean {
  return key !== 'constructor' && key !== '__proto__' && key.length <= maxKey && isKept(key);
}

function isKept(text: string): boolean {
  return text.isWellFormed() && !text.includes('\u0000');
}
