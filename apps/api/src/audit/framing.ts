import { createHash } from 'node:crypto';

/**
 * Bytes of a list of values: each with its length before it, so that no two lists spell the same bytes, and with a
 * mark of its own for null. `domain` keeps hashes and signatures of different things apart.
 */
export function framed(domain: string, parts: readonly (string | Buffer | null)[]): Buffer {
  return Buffer.concat(
    [domain, ...parts].flatMap((part) => {
      if (part === null) return [Buffer.from([0])];
      const bytes = typeof part === 'string' ? Buffer.from(part, 'utf8') : part;
      const head = Buffer.alloc(5, 1);
      head.writeUInt32BE(bytes.length, 1);
      return [head, bytes];
    }),
  );
}

/** SHA-256 of `framed`. */
export function framedHash(domain: string, parts: readonly (string | Buffer | null)[]): Buffer {
  return createHash('sha256').update(framed(domain, parts)).digest();
}
