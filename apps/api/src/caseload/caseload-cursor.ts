import { isUuid } from '@trellis/domain';
import { AppError } from '../platform/http/app-error.js';

type Sort = 'name' | 'stage' | 'began';

/** The place after a couple in one order. It holds an id and no name, because addresses end up in logs. */
export function cursorAfter(sort: Sort, coupleId: string): string {
  return Buffer.from(`${sort} ${coupleId}`).toString('base64url');
}

/** The couple id of a cursor. @throws AppError invalid_request for another order or a text of another form. */
export function coupleOfCursor(sort: Sort, cursor: string | undefined): string | null {
  if (cursor === undefined) return null;
  const [order, id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  if (order !== sort || !isUuid(id)) throw invalidCursor();
  return id;
}

/** The answer to a cursor that leads nowhere, for example because its couple changed hands meanwhile. */
export function invalidCursor(): AppError {
  return new AppError('invalid_request', { fields: [{ field: 'cursor', rules: ['cursor'] }] });
}
