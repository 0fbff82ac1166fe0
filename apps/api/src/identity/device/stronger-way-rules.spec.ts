import { describe, expect, it } from '@jest/globals';
import { strongerWayOf } from './stronger-way-rules.js';

describe('the card about a stronger way in', () => {
  it('is not shown where no PIN opens the browser', () => {
    expect(strongerWayOf(null).show).toBe(false);
  });

  it('is shown from the third visit on', () => {
    const shown = [0, 1, 2, 3, 40].map(
      (openings) => strongerWayOf({ openings, put_off: 0, away: false }).show,
    );
    expect(shown).toEqual([false, false, true, true, true]);
  });

  it('is not shown while it is put away', () => {
    expect(strongerWayOf({ openings: 9, put_off: 1, away: true }).show).toBe(false);
  });

  it('is put away twice for a week and then for a day', () => {
    const times = [0, 1, 2, 3].map(
      (put_off) => strongerWayOf({ openings: 9, put_off, away: false }).putOffFor,
    );
    expect(times).toEqual(['week', 'week', 'day', 'day']);
  });
});
