import { isLocalDate, isUuid } from '@trellis/domain';
import { AppError } from '../platform/http/app-error.js';

/** Where a page of tasks begins: after this due day and id, newest first. */
export interface PagePlace {
  readonly dueOn: string;
  readonly id: string;
}

/** The cursor a page hands out. Opaque to clients; holds a day and an id, nothing a client may not know. */
export function cursorAfter(place: PagePlace): string {
  return Buffer.from(`${place.dueOn} ${place.id}`, 'utf8').toString('base64url');
}

/** Reads a cursor. @throws AppError invalid_request for text that is none. */
export function placeOf(cursor: string | undefined): PagePlace | null {
  if (cursor === undefined) return null;
  const [dueOn = '', id = '', ...rest] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  if (!isLocalDate(dueOn) || !isUuid(id) || rest.length > 0) {
    throw new AppError('invalid_request', { fields: [{ field: 'cursor', rules: ['isCursor'] }] });
  }
  return { dueOn, id };
}

/** Cuts rows read with one more than asked into a page and its next cursor. */
export function pageOf<Row extends { readonly due_on: string; readonly id: string }>(
  rows: readonly Row[],
  size: number,
): { readonly rows: readonly Row[]; readonly nextCursor: string | null } {
  const kept = rows.slice(0, size);
  const last = rows.length > size ? kept.at(-1) : undefined;
  return {
    rows: kept,
    nextCursor: last === undefined ? null : cursorAfter({ dueOn: last.due_on, id: last.id }),
  };
}
