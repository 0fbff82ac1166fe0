import { createHash, randomBytes } from 'node:crypto';

/** A session id: 256 random bits as 43 letters. The browser alone knows it. */
export function newSessionId(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of an id: its SHA-256, 32 bytes. */
export function hashOfSessionId(id: string): Buffer {
  return createHash('sha256').update(id).digest();
}
