import { isUuid } from '@trellis/domain';
import { AppError } from '../platform/http/app-error.js';

export interface LedgerPosition {
  /** Instant, ISO 8601 with milliseconds. */
  readonly at: string;
  readonly id: string;
}

/** The position as opaque text for the client. */
export function cursorOf({ at, id }: LedgerPosition): string {
  return Buffer.from(`${at} ${id}`, 'utf8').toString('base64url');
}

/** Reads a cursor back. @throws AppError invalid_request for text that cursorOf did not make. */
export function positionOf(cursor: string | undefined): LedgerPosition | null {
  if (cursor === undefined) return null;
  const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(at) || !isInstant(at) || !isUuid(id)) {
    throw new AppError('invalid_request', { field: 'cursor' });
  }
  return { at, id };
}

/** Days that do not exist roll over when they are parsed, and the database knows no year 0. */
function isInstant(text: string): boolean {
  const parsed = new Date(text);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString() === text && !text.startsWith('0000');
}
