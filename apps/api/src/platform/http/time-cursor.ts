import { isUuid } from '@trellis/domain';
import { AppError } from './app-error.js';

/** A place in a list that is ordered by time, newest first, and by id where times are equal. */
export interface TimePosition {
  /** Instant, ISO 8601 with milliseconds. */
  readonly at: string;
  readonly id: string;
}

/** The position as opaque text for the client. */
export function cursorOf({ at, id }: TimePosition): string {
  return Buffer.from(`${at} ${id}`, 'utf8').toString('base64url');
}

/** Reads a cursor back. @throws AppError invalid_request for text that cursorOf did not make. */
export function positionOf(cursor: string | undefined): TimePosition | null {
  if (cursor === undefined) return null;
  const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(at) || !isInstant(at) || !isUuid(id)) {
    throw new AppError('invalid_request', { field: 'cursor' });
  }
  return { at, id };
}

/** Cuts rows read with one more than asked into a page and the cursor of the next, null after the last. */
export function pageOf<Row extends { readonly at: Date; readonly id: string }>(
  rows: readonly Row[],
  size: number,
): { readonly rows: readonly Row[]; readonly nextCursor: string | null } {
  const kept = rows.slice(0, size);
  const last = rows.length > size ? kept.at(-1) : undefined;
  return {
    rows: kept,
    nextCursor: last === undefined ? null : cursorOf({ at: last.at.toISOString(), id: last.id }),
  };
}

/** Days that do not exist roll over when they are parsed, and the database knows no year 0. */
function isInstant(text: string): boolean {
  const parsed = new Date(text);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString() === text && !text.startsWith('0000');
}
