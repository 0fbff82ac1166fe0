import { describe, expect, it } from '@jest/globals';
import { cursorAfter, pageOf, placeOf } from './page-place.js';

const id = '0b6f4d7e-6f0a-4c7e-9f57-1f0c2a3b4c5d';

describe('a page of tasks', () => {
  it('goes on after its last row, and ends where nothing is left', () => {
    const rows = ['2025-03-03', '2025-03-02', '2025-03-01'].map((due_on) => ({ due_on, id }));
    const page = pageOf(rows, 2);
    expect(page.rows).toEqual(rows.slice(0, 2));
    expect(placeOf(page.nextCursor ?? '')).toEqual({ dueOn: '2025-03-02', id });
    expect(pageOf(rows, 3)).toEqual({ rows, nextCursor: null });
  });

  it('begins at the newest without a cursor', () => {
    expect(placeOf(undefined)).toBeNull();
  });

  it.each([
    ['nothing', ''],
    ['no base64', '%%%'],
    ['a day that does not exist', cursorAfter({ dueOn: '2025-02-30', id })],
    ['no id', cursorAfter({ dueOn: '2025-02-28', id: 'x' })],
    ['more than a place', cursorAfter({ dueOn: '2025-02-28', id: `${id} x` })],
  ])('refuses a cursor of %s', (_what, cursor) => {
    expect(() => placeOf(cursor)).toThrow('invalid_request');
  });
});
