import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { AppError } from './app-error.js';

/** As deep as the digest of a keyed write goes; no request comes near. */
const maxDepth = 32;

/**
 * Refuses what cannot be kept as it was sent, before anything walks it: text with a NUL or half a surrogate pair,
 * which the database refuses or would change silently, nesting that runs out of stack, and keys that reach for
 * prototypes.
 */
@Injectable()
export class StorableInput implements PipeTransform<unknown, unknown> {
  transform(value: unknown, { type }: ArgumentMetadata): unknown {
    if (type !== 'custom' && !isStorable(value)) throw new AppError('invalid_request');
    return value;
  }
}

/** Whether every text and key of `value` can be kept; `depth` is how far inside a request it stands. */
export function isStorable(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return isKept(value);
  if (typeof value !== 'object' || value === null) return true;
  if (depth > maxDepth) return false;
  return Object.entries(value).every(
    ([key, item]) =>
      key !== 'constructor' && key !== '__proto__' && isKept(key) && isStorable(item, depth + 1),
  );
}

function isKept(text: string): boolean {
  return text.isWellFormed() && !text.includes('\u0000');
}
